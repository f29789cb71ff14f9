/** What is wrong with the way of a webhook. */
export type DeliveryErrorCode = 'DELIVERY_URL' | 'DELIVERY_PUBLIC_URL' | 'DELIVERY_REMOTE' | 'DELIVERY_OVERRIDE' | 'DELIVERY_KIND';

/**
 * A webhook cannot be sent as it was asked for:
 * - `DELIVERY_URL`: what was given is no URL that a webhook could go to;
 * - `DELIVERY_PUBLIC_URL`: what was given as the URL that Twilio calls is none;
 * - `DELIVERY_REMOTE`: it leads to another machine, and nobody allowed that;
 * - `DELIVERY_OVERRIDE`: its fragment holds connection overrides that Twilio refuses;
 * - `DELIVERY_KIND`: Twilio is not the one that sends webhooks of this kind.
 */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly code: DeliveryErrorCode;

  constructor(code: DeliveryErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
