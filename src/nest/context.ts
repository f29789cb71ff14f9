import type { TwilioRequest } from '../webhook/adapter.js';

/** What is used of Nest's execution context. */
export interface NestContext {
  switchToHttp(): { getRequest(): unknown; getResponse(): unknown };
}

/** Gets what was left at the request by the guard, or by `verify` as middleware, which on Fastify sees Node's own request. */
export function readTwilio(context: NestContext): TwilioRequest {
  const request = context.switchToHttp().getRequest() as NestRequest;
  const twilio = request.twilio ?? request.raw?.twilio;
  if (twilio !== undefined) return twilio;
  throw new TypeError('Nothing has verified this request: put @UseGuards(twilioGuard()) on the controller or the method');
}

interface NestRequest {
  readonly twilio?: TwilioRequest;
  readonly raw?: { readonly twilio?: TwilioRequest };
}

/** An error that Nest answers with its status and this text: neither names a reason to whoever sent the request. */
export function makeHttpError(status: number, cause?: unknown): Error {
  const error = new Error('Refused', { cause });
  return Object.assign(error, { status, statusCode: status, expose: true });
}
