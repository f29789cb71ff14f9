import { checkMethod } from './answer.js';
import { fromWebRequest, type IncomingRequest } from './incoming.js';
import { checkOptions, type VerifyOptions } from './options.js';
import { findPublicUrl } from './public-url.js';
import { type VerifiedRequest, verifyRequest } from './verified.js';

/**
 * How an upgrade is verified. An upgrade names no account: functions of `authToken` and `sharedKeys` get `undefined` for it, and only the
 * first message says which account it was.
 */
export type UpgradeOptions = Omit<VerifyOptions, 'accountSid' | 'maxBodyBytes' | 'bodyTimeoutMs'>;

/** An upgrade whose signature is right. */
export interface VerifiedUpgrade extends Pick<VerifiedRequest, 'parameters'> {
  /** The `wss` URL that Twilio called and that the signature covers. */
  readonly url: string;
}

/**
 * Verifies the upgrade to a WebSocket of Media Streams or ConversationRelay, before it is accepted: on Bun, Deno, Workers and whatever else
 * hands out a web `Request`.
 *
 * @example
 * ```ts
 * await verifyUpgrade(request, { authToken });
 * const { socket, response } = Deno.upgradeWebSocket(request);
 * ```
 *
 * @throws RingbackError when the upgrade is to be refused, with the `status` to answer; TypeError when there is no auth token.
 */
export function verifyUpgrade(request: Request, options: UpgradeOptions = {}): Promise<VerifiedUpgrade> {
  return verifyIncomingUpgrade(
    fromWebRequest(request, [], async () => new Uint8Array()),
    options,
  );
}

/** The same for any adapter. */
export async function verifyIncomingUpgrade(incoming: IncomingRequest, options: UpgradeOptions): Promise<VerifiedUpgrade> {
  checkOptions(options);
  checkMethod(incoming, ['GET']);
  const { authToken, sharedKeys } = options;
  const publicUrl = () => toSocketUrl(findPublicUrl(incoming, options));
  const { url, parameters } = await verifyRequest(incoming, { authToken, sharedKeys, publicUrl }, options);
  return { url, parameters };
}

/** Twilio calls `wss` alone, whatever the scheme is on the way from the proxy to the server. */
function toSocketUrl(url: string): string {
  return url.replace(/^(?:https?|wss?):/i, 'wss:');
}
