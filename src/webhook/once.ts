import { listenFor } from './deadline.js';
import { type IdempotencyStore, restoreReply, type StoredReply, storeReply } from './idempotency.js';
import type { PlainReply } from './plain-reply.js';
import type { Awaitable } from './reply.js';
import type { Outcome } from './run.js';

/** How a webhook is answered once. */
export interface Once {
  readonly store: IdempotencyStore;
  readonly key: string;
  /** Whether the handler runs where the store does not say whether it ran before. */
  readonly runsWithoutStore: boolean;
  readonly run: () => Promise<Outcome>;
  /** Hears of what goes wrong with the store. */
  readonly report: (error: unknown) => void;
}

/** The name of a run, for stores that take one. */
type Claim = readonly [claim?: string];

/** The answer to a retry that has to come again. */
const TRY_AGAIN: PlainReply = { status: 503, headers: { 'retry-after': '1' } };

/**
 * Answers a retry with the reply that the first request got. A store that fails or hangs is reported, and unless told otherwise the webhook
 * is answered without it: Twilio retries few webhooks, so that a message answered twice is the lesser evil to all calls and messages lost.
 */
export async function replyOnce(once: Once): Promise<PlainReply> {
  const claim: Claim = once.store.renew === undefined ? [] : [crypto.randomUUID()];
  const found = await claimKey(once, claim);
  if (found === 'busy') return TRY_AGAIN;
  if (typeof found === 'object') return restoreReply(found);
  if (found === undefined) return once.runsWithoutStore ? (await once.run()).reply : TRY_AGAIN;
  const stopRenewing = keepRenewing(once, claim);
  let stored: StoredReply | undefined;
  try {
    const { reply, failed } = await once.run();
    if (!failed && !asksForRetry(reply)) stored = storeReply(reply);
    return reply;
  } finally {
    stopRenewing();
    await ask(() => once.store.settle(once.key, stored, ...claim), once.report);
  }
}

/** Claims a key; `undefined` where the store does not say. */
async function claimKey({ store, key, report }: Once, claim: Claim): Promise<'new' | 'busy' | StoredReply | undefined> {
  const found = await ask(
    () => store.claim(key, ...claim),
    report,
    // The request is being answered without the store: a claim that comes after all must not keep its retries waiting.
    (late) => (late === 'new' ? store.settle(key, undefined, ...claim) : undefined),
  );
  if (found === undefined || found === 'new' || found === 'busy') return found;
  if (typeof found === 'object' && found !== null && typeof found.status === 'number') return found;
  report(new TypeError('claim() of an idempotency store returns "new", "busy" or the reply that settle() was given'));
  return undefined;
}

/** Renews a claim until it is told to stop. Of several failures the first is reported: the others have the same reason. */
function keepRenewing({ store, key, report }: Once, [claim]: Claim): () => void {
  const { leaseMs } = store;
  if (claim === undefined || leaseMs === undefined) return () => undefined;
  let tell = report;
  const renew = async () => store.renew?.(key, claim);
  const timer = setInterval(() => {
    renew().catch((error) => {
      tell(error);
      tell = () => undefined;
    });
  }, leaseMs / 3);
  return () => clearInterval(timer);
}

/** How long a store may take, in milliseconds. Clients queue commands for as long as their server is away. */
const PATIENCE_MS = 1000;

/** Asks the store, but does not wait for ever. */
async function ask<T>(
  question: () => Awaitable<T>,
  report: Once['report'],
  onLate: (answer: T) => Awaitable<unknown> = () => undefined,
): Promise<T | undefined> {
  try {
    const work = (async () => question())();
    const outcome = await listenFor(work, PATIENCE_MS);
    if (!outcome.late) return outcome.value;
    work.then(onLate).catch(report);
    report(new Error(`The idempotency store did not answer within ${PATIENCE_MS} ms`));
  } catch (error) {
    report(error);
  }
  return undefined;
}

/** A reply that says so itself is not kept: the retry it asks for would get the same again. */
function asksForRetry({ status }: PlainReply): boolean {
  return status >= 500 || status === 429;
}
