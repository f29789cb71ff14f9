import { HandlerError } from '../errors.js';
import type { WebhookContext } from './context.js';
import { type Aborter, waitFor } from './deadline.js';
import type { WebhookOptions } from './options.js';
import { logError } from './rejection.js';
import { makeResponse, type WebhookSchema } from './reply.js';
import { makeWebResponse } from './web-response.js';

/** What is run for a request. */
export interface Run {
  readonly schema: Pick<WebhookSchema, 'title' | 'expects' | 'reply' | 'deadlineMs'>;
  readonly handler: (context: WebhookContext) => unknown;
  readonly context: WebhookContext;
  readonly options: WebhookOptions;
  /** Aborts the context's signal. */
  readonly aborter: Aborter;
  /** When the request came in, as milliseconds since the epoch. */
  readonly started: number;
  /** Throws what the handler threw where no `onError` is given, for frameworks that have a way with errors. */
  readonly rethrows: boolean;
}

/** The answer, and whether a retry may try again because the handler did not come to its end. */
export interface Outcome {
  readonly response: Response;
  readonly failed: boolean;
}

/** What a handler threw, on its way to the framework: it must not be taken for a fault of the request. */
export class HandlerFailure extends Error {}

/** `onDeadline` has the second that lies between our deadline and Twilio's. */
const GRACE_MS = 1000;

/** Runs the handler until its deadline, and makes the reply of what it returned. */
export async function runHandler(run: Run): Promise<Outcome> {
  const { schema, handler, context, options, aborter, started } = run;
  try {
    const work = (async () => handler(context))();
    const outcome = await waitFor(work, (options.deadlineMs ?? schema.deadlineMs) - (Date.now() - started));
    if (!outcome.late) return { response: makeResponse(outcome.value, schema), failed: false };
    work.catch((error: unknown) => hearError(error, context, options));
    aborter.abort(new DOMException('The deadline of the webhook has passed', 'TimeoutError'));
    return { response: await answerLate(run), failed: true };
  } catch (error) {
    return { response: await answerFailure(error, run), failed: true };
  }
}

/** The reply of `onDeadline`. Where there is none, or none in time either, a 503 makes Twilio turn to its fallback. */
async function answerLate({ schema, context, options }: Run): Promise<Response> {
  if (options.onDeadline !== undefined) {
    const work = (async () => options.onDeadline?.(context))();
    const outcome = await waitFor(work, GRACE_MS);
    if (!outcome.late) return makeResponse(outcome.value, schema);
    work.catch((error: unknown) => hearError(error, context, options));
  }
  const error = new HandlerError('HANDLER_TIMEOUT', `The handler of "${schema.title}" did not answer in time: Twilio waits no longer.`);
  void hearError(error, context, options);
  return makeWebResponse(null, { status: error.status });
}

async function answerFailure(error: unknown, { schema, context, options, rethrows }: Run): Promise<Response> {
  if (options.onError === undefined && rethrows) throw new HandlerFailure('A handler failed', { cause: error });
  try {
    const reply = await hearError(error, context, options);
    if (reply !== undefined) return makeResponse(reply, schema);
  } catch (failure) {
    logError(failure);
  }
  return makeWebResponse(null, { status: 500 });
}

/** Tells `onError` of an error, and returns the reply that it has for it. What it throws itself goes to the log. */
export async function hearError(
  error: unknown,
  context: WebhookContext,
  { onError = logError }: Pick<WebhookOptions, 'onError'>,
): Promise<unknown> {
  try {
    return await onError(error, context);
  } catch (failure) {
    logError(failure);
    return undefined;
  }
}
