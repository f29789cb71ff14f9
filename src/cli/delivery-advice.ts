import type { DeliveryError, DeliveryErrorCode } from '../delivery/delivery-error.js';

/** What the options of the commands have to say to what delivery refuses. */
const ADVICE: { readonly [Code in DeliveryErrorCode]?: string } = {
  DELIVERY_REMOTE: '--allow-remote sends requests to other machines too.',
  DELIVERY_PUBLIC_URL: '(--as)',
};

/** What went wrong with a delivery, and which option would change that. */
export function describeDeliveryError({ code, message }: DeliveryError): string {
  return [message, ADVICE[code]].filter((part) => part !== undefined).join(' ');
}
