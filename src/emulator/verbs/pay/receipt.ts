import type { World } from '../../world.js';

/** How long the payment platform takes. */
export const PROCESSING_MS = 1500;

/** The card that Stripe declines in its test mode: https://docs.stripe.com/testing#declined-payments */
const DECLINED = '4000000000000002';

/** What is handed to the payment platform. */
interface Order {
  /** The number of the card, of which the application sees the last digits alone. */
  readonly card: string | undefined;
  readonly chargeAmount: string | undefined;
}

/** What the payment platform makes of it: a confirmation of a charge, else a token for later; or it declines the card. */
export function settle({ chance }: World, { card, chargeAmount }: Order): Record<string, string> {
  if (card === DECLINED) {
    return {
      Result: 'payment-connector-error',
      PaymentError: 'The card was declined.',
      PayErrorCode: '64012',
      ConnectorError: 'card_declined',
    };
  }
  const code = chance.digits('payment').slice(0, 24);
  const isCharge = Number(chargeAmount ?? 0) > 0;
  return { Result: 'success', ...(isCharge ? { PaymentConfirmationCode: `ch_${code}` } : { PaymentToken: `tok_${code}` }) };
}
