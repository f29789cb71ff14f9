import type { World } from '../../world.js';

/** How long the payment platform takes. */
export const PROCESSING_MS = 1500;

/** What the payment platform gives: a confirmation of a charge, else a token for later. */
export function makeReceipt({ chance }: World, chargeAmount: string | undefined): Record<string, string> {
  const code = chance.digits('payment').slice(0, 24);
  return Number(chargeAmount ?? 0) > 0 ? { PaymentConfirmationCode: `ch_${code}` } : { PaymentToken: `tok_${code}` };
}
