import { waitFor } from './deadline.js';
import { type IdempotencyStore, restoreReply, type StoredReply, storeReply } from './idempotency.js';
import type { Awaitable } from './reply.js';
import type { Outcome } from './run.js';

/** How a webhook is answered once. */
export interface Once {
  readonly store: IdempotencyStore;
  readonly key: string;
  readonly reply: () => Promise<Outcome>;
  /** Hears of what goes wrong with the store. */
  readonly report: (error: unknown) => void;
}

/**
 * Answers a retry with the reply that the first request got. A store that fails or hangs is reported, and the webhook is answered without
 * it: Twilio retries few webhooks, so that a message answered twice is the lesser evil to all calls and messages lost.
 */
export async function replyOnce({ store, key, reply, report }: Once): Promise<Response> {
  const claim = await claimKey(store, key, report);
  if (claim === 'busy') return new Response(null, { status: 503, headers: { 'retry-after': '1' } });
  if (typeof claim === 'object') return restoreReply(claim);
  if (claim === undefined) return (await reply()).response;
  const settle = (stored: StoredReply | undefined) => ask(() => store.settle(key, stored), report);
  try {
    const { response, failed } = await reply();
    await settle(failed || asksForRetry(response) ? undefined : await storeReply(response));
    return response;
  } catch (error) {
    await settle(undefined);
    throw error;
  }
}

/** How long a store may take, in milliseconds. Clients queue commands for as long as their server is away. */
const PATIENCE_MS = 1000;

/** Claims a key; `undefined` where the store does not say. */
async function claimKey(store: IdempotencyStore, key: string, report: Once['report']): Promise<'new' | 'busy' | StoredReply | undefined> {
  const claim = await ask(
    () => store.claim(key),
    report,
    // The request is being answered without the store: a claim that comes after all must not keep its retries waiting.
    (late) => (late === 'new' ? store.settle(key, undefined) : undefined),
  );
  if (claim === undefined || claim === 'new' || claim === 'busy') return claim;
  if (typeof claim === 'object' && claim !== null && typeof claim.status === 'number') return claim;
  report(new TypeError('claim() of an idempotency store returns "new", "busy" or the reply that settle() was given'));
  return undefined;
}

/** Asks the store, but does not wait for ever. */
async function ask<T>(
  question: () => Awaitable<T>,
  report: Once['report'],
  onLate: (answer: T) => Awaitable<unknown> = () => undefined,
): Promise<T | undefined> {
  try {
    const work = (async () => question())();
    const outcome = await waitFor(work, PATIENCE_MS);
    if (!outcome.late) return outcome.value;
    work.then(onLate).catch(report);
    report(new Error(`The idempotency store did not answer within ${PATIENCE_MS} ms. The webhook is answered without it.`));
  } catch (error) {
    report(error);
  }
  return undefined;
}

/** A reply that says so itself is not kept: the retry it asks for would get the same again. */
function asksForRetry({ status }: Response): boolean {
  return status >= 500 || status === 429;
}
