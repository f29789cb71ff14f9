import type { RingbackError } from '../errors.js';
import { type IncomingRequest, METHODS } from './incoming.js';
import type { WebhookOptions } from './options.js';
import type { PlainReply } from './plain-reply.js';
import { makeRejectionLog } from './rejection-log.js';

const logRejection = /* @__PURE__ */ makeRejectionLog();

/** Tells `onRejected` of a refused request. */
export function reportRejection(error: RingbackError, incoming: IncomingRequest, { onRejected }: Pick<WebhookOptions, 'onRejected'>): void {
  try {
    // A web request is made for those alone who ask for it: refusing hostile traffic stays cheap.
    const heard: unknown = onRejected === undefined ? logRejection(error, incoming.url) : onRejected(error, incoming.request);
    if (heard instanceof Promise) heard.catch(logError);
  } catch (failure) {
    logError(failure);
  }
}

/** The answer to a refused request. It has no body: Twilio might read it out or text it to somebody. */
export function refuse(
  error: RingbackError,
  { rejectionStatus }: Pick<WebhookOptions, 'rejectionStatus'>,
  methods: readonly string[] = METHODS,
): PlainReply {
  const headers = error.code === 'REQUEST_METHOD' ? { allow: methods.join(', ') } : {};
  return { status: chooseStatus(error, rejectionStatus), headers };
}

/** The application's own status. What is none of a refusal is the program's fault, and must not make a refusal look like an answer. */
function chooseStatus(error: RingbackError, choose: WebhookOptions['rejectionStatus']): number {
  try {
    const status = choose?.(error) ?? error.status;
    if (Number.isInteger(status) && status >= 400 && status <= 599) return status;
    throw new TypeError(`rejectionStatus must return a status from 400 to 599, or undefined for ${error.status}`);
  } catch (failure) {
    logError(failure);
    return error.status;
  }
}

/** Where errors go that nobody has asked for. */
export function logError(error: unknown): void {
  console.error(error);
}
