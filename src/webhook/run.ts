import { HandlerError } from '../errors.js';
import type { WebhookContext } from './context.js';
import { type Aborter, makeAborter, waitFor } from './deadline.js';
import type { WebhookOptions } from './options.js';
import { type PlainReply, readResponse } from './plain-reply.js';
import { logError } from './rejection.js';
import { type Awaitable, makeReply, type WebhookSchema } from './reply.js';

/** What is run for a request. */
export interface Run {
  readonly schema: Pick<WebhookSchema, 'title' | 'expects' | 'reply' | 'deadlineMs'>;
  readonly context: WebhookContext;
  readonly options: WebhookOptions;
  /** Aborts the context's signal. */
  readonly aborter: Aborter;
  /** When the request came in, as milliseconds since the epoch. */
  readonly started: number;
  /** Throws what the handler threw where no option hears or answers it, for frameworks that have a way with errors. */
  readonly rethrows: boolean;
  /** Leaves the body of a `Response` for the server to send, and does not read it. */
  readonly streams: boolean;
}

/** The answer, and whether a retry may try again because the handler did not come to its end. */
export interface Outcome {
  readonly reply: PlainReply;
  readonly failed: boolean;
}

/** What a handler threw, on its way to the framework: it must not be taken for a fault of the request. */
export class HandlerFailure extends Error {}

/** What answers in the handler's place has the second that lies between our deadline and Twilio's. */
const GRACE_MS = 1000;

/** Runs the handler until its deadline, and makes the reply of what it returned: at once where the handler answers at once. */
export function runHandler(handler: (context: WebhookContext) => unknown, run: Run): Awaitable<Outcome> {
  try {
    const work = finish(handler(run.context), run, run.aborter);
    return work instanceof Promise ? awaitReply(work, run) : { reply: work, failed: false };
  } catch (error) {
    return answerFailure(error, run);
  }
}

async function awaitReply(work: Promise<PlainReply>, run: Run): Promise<Outcome> {
  const { context, options, aborter } = run;
  try {
    const outcome = await waitFor(work, timeLeft(run));
    if (!outcome.late) return { reply: outcome.value, failed: false };
    work.catch((error: unknown) => hearError(error, context, options));
    aborter.abort(new DOMException('The deadline of the webhook has passed', 'TimeoutError'));
    return { reply: await answerLate(run), failed: true };
  } catch (error) {
    return answerFailure(error, run);
  }
}

/**
 * The reply of `fallback` to a signed request that cannot be answered otherwise. `undefined` where there is none: it is not given, returns
 * nothing, fails or takes too long.
 */
export async function answerByFallback(error: unknown, run: Run): Promise<PlainReply | undefined> {
  const { fallback } = run.options;
  return fallback === undefined ? undefined : tryReply(() => fallback(error, run.context), run);
}

/** The reply of `onDeadline`, or of `fallback`. Where there is none in time either, a 503 makes Twilio turn to its fallback URL. */
async function answerLate(run: Run): Promise<PlainReply> {
  const { schema, context, options } = run;
  if (options.onDeadline !== undefined) {
    const work = finish(options.onDeadline(context), run, makeAborter());
    if (!(work instanceof Promise)) return work;
    const outcome = await waitFor(work, timeLeft(run) + GRACE_MS);
    if (!outcome.late) return outcome.value;
    work.catch((error: unknown) => hearError(error, context, options));
  }
  const error = new HandlerError('HANDLER_TIMEOUT', `The handler of "${schema.title}" did not answer in time: Twilio waits no longer.`);
  void hearError(error, context, options);
  return (await answerByFallback(error, run)) ?? { status: error.status, headers: {} };
}

async function answerFailure(error: unknown, run: Run): Promise<Outcome> {
  const { context, options, rethrows } = run;
  if (options.onError === undefined && options.fallback === undefined && rethrows)
    throw new HandlerFailure('A handler failed', { cause: error });
  const reply = (await tryReply(() => hearError(error, context, options), run)) ?? (await answerByFallback(error, run));
  return { reply: reply ?? { status: 500, headers: {} }, failed: true };
}

/** The reply that one of the application's own functions has, unless it fails too or takes too long. */
async function tryReply(make: () => unknown, run: Run): Promise<PlainReply | undefined> {
  try {
    const aborter = makeAborter();
    const work = (async () => {
      const value = await make();
      return value === undefined ? undefined : finish(value, run, aborter);
    })();
    const outcome = await waitFor(work, timeLeft(run) + GRACE_MS);
    if (!outcome.late) return outcome.value;
    work.catch(logError);
    aborter.abort(undefined);
  } catch (failure) {
    logError(failure);
  }
  return undefined;
}

/**
 * Makes the reply of what is returned: at once where that is no promise, so that a handler that answers at once needs no timer. A `Response`
 * counts as returned when its body has been read, where that is not the server's to do.
 */
function finish(returned: unknown, run: Run, aborter: Aborter): Awaitable<PlainReply> {
  if (isThenable(returned)) return finishLater(returned, run, aborter);
  const reply = makeReply(returned, run.schema);
  return reply.response === undefined || run.streams ? reply : readResponse(reply.response, aborter);
}

async function finishLater(returned: PromiseLike<unknown>, run: Run, aborter: Aborter): Promise<PlainReply> {
  return finish(await returned, run, aborter);
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function timeLeft({ schema, options, started }: Run): number {
  return (options.deadlineMs ?? schema.deadlineMs) - (Date.now() - started);
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
