import { type RingbackError, SignatureError } from '../errors.js';
import { type IncomingRequest, METHODS } from './incoming.js';
import type { WebhookOptions } from './options.js';
import { makeWebResponse } from './web-response.js';

/** Tells `onRejected` of a refused request. */
export function reportRejection(
  error: RingbackError,
  incoming: IncomingRequest,
  { onRejected = warnOfRejection }: Pick<WebhookOptions, 'onRejected'>,
): void {
  try {
    const heard: unknown = onRejected(error, incoming.request);
    if (heard instanceof Promise) heard.catch(logError);
  } catch (failure) {
    logError(failure);
  }
}

/** The answer to a refused request. It has no body: Twilio might read it out or text it to somebody. */
export function refuse({ code, status }: RingbackError, methods: readonly string[] = METHODS): Response {
  return makeWebResponse(null, { status, ...(code === 'REQUEST_METHOD' && { headers: { allow: methods.join(', ') } }) });
}

/** Where errors go that nobody has asked for. */
export function logError(error: unknown): void {
  console.error(error);
}

/** Explanations cost up to 50 ms, so that a flood of bad requests gets few. */
const EXPLAIN_EVERY_MS = 10_000;
let lastExplained = Number.NEGATIVE_INFINITY;

function warnOfRejection(error: RingbackError): void {
  let reason = '';
  if (error instanceof SignatureError && Date.now() - lastExplained > EXPLAIN_EVERY_MS) {
    lastExplained = Date.now();
    const { message, suggestion } = error.explanation;
    reason = suggestion === undefined ? ` ${message}` : ` ${message} ${suggestion}`;
  }
  console.warn(`ringback refused a request (${error.status}, ${error.code}): ${error.message}${reason}`);
}
