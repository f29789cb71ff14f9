import { identifyWebhook } from '../payloads/identify-webhook.js';
import type { WebhookKind } from '../payloads/index.js';
import { checkMethod } from './answer.js';
import { readWebBody } from './body.js';
import { fromWebRequest, type IncomingRequest, METHODS } from './incoming.js';
import { checkOptions, type VerifyOptions } from './options.js';
import { type VerifiedRequest, verifyRequest } from './verified.js';

/** A request that was verified and read, without a handler. */
export interface ReadWebhook extends Omit<VerifiedRequest, 'input'> {
  /** The kind that the parameters look like. */
  readonly kind: WebhookKind | undefined;
}

/**
 * Verifies and reads a request, for those who answer it themselves.
 *
 * @throws RingbackError when the request is to be refused, with the `status` to answer; TypeError when there is no auth token.
 */
export function readWebhook(request: Request, options: VerifyOptions = {}): Promise<ReadWebhook> {
  return readIncoming(
    fromWebRequest(request, [], (maxBytes, timeoutMs) => readWebBody(request, maxBytes, timeoutMs)),
    options,
  );
}

/** The same for any adapter. */
export async function readIncoming(incoming: IncomingRequest, options: VerifyOptions): Promise<ReadWebhook> {
  const { input, ...verified } = await verifyIncoming(incoming, options);
  return { ...verified, kind: identifyWebhook(input) };
}

/** Checks options and method, and verifies. */
export async function verifyIncoming(incoming: IncomingRequest, options: VerifyOptions): Promise<VerifiedRequest> {
  checkOptions(options);
  checkMethod(incoming, METHODS);
  return verifyRequest(incoming, options);
}
