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
 * Its reply is kept all the same, where the store is back in time.
 */
export async function replyOnce(once: Once): Promise<PlainReply> {
  const claim: Claim = once.store.renew === undefined ? [] : [crypto.randomUUID()];
  let end: (stored?: StoredReply) => void = () => undefined;
  const ended = new Promise<StoredReply | undefined>((resolve) => {
    end = resolve;
  });
  const found = await claimKey(once, claim, ended);
  if (found === 'busy') return TRY_AGAIN;
  if (typeof found === 'object') return restoreReply(found);
  if (found === undefined && !once.runsWithoutStore) {
    end();
    return TRY_AGAIN;
  }
  const stopRenewing = keepRenewing(once, claim);
  let stored: StoredReply | undefined;
  try {
    const { reply, failed } = await once.run();
    if (!failed && !asksForRetry(reply)) stored = storeReply(reply);
    return reply;
  } finally {
    stopRenewing();
    // Whether the key is ours is not known where the store was silent. A claim with a name settles nothing that belongs to another.
    if (found === 'new' || claim.length > 0) await settle(once, stored, claim);
    end(stored);
  }
}

/** How often a claim is asked for whose answer came too late to believe. */
const MOST_CLAIMS = 2;

/**
 * Claims a key; `undefined` where the store does not say. A process that stood still hears the answer long after the store gave it: another may
 * have claimed the key since, so that it is asked again.
 *
 * @param ended - The reply to keep, once there is one or none will come: for a claim that comes when the request is answered without it.
 */
async function claimKey(
  once: Once,
  claim: Claim,
  ended: Promise<StoredReply | undefined>,
): Promise<'new' | 'busy' | StoredReply | undefined> {
  const { store, key, report } = once;
  const longest = claim.length > 0 ? (store.leaseMs ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  for (let claims = 0; claims < MOST_CLAIMS; claims += 1) {
    const asked = performance.now();
    const found = await ask(
      () => store.claim(key, ...claim),
      report,
      async (late) => {
        if (late === 'new') await store.settle(key, await ended, ...claim);
      },
    );
    if (found === 'new' && performance.now() - asked > longest) continue;
    if (found === undefined || found === 'new' || found === 'busy') return found;
    if (typeof found === 'object' && found !== null && typeof found.status === 'number') return found;
    report(new TypeError('claim() of an idempotency store returns "new", "busy" or the reply that settle() was given'));
    return undefined;
  }
  return 'busy';
}

/** Keeps a reply, or gives its key back. A store that is away for a moment gets the reply behind the answer, which does not wait for it. */
async function settle({ store, key, report }: Once, stored: StoredReply | undefined, claim: Claim): Promise<void> {
  const { leaseMs } = store;
  const offer = async () => store.settle(key, stored, ...claim);
  // Without a name it could take the key from a run that has claimed it meanwhile.
  const isOfferedAgain = stored !== undefined && claim.length > 0 && leaseMs !== undefined;
  await ask(isOfferedAgain ? () => offerUntilKept(offer, leaseMs / 3) : offer, report);
}

/** How often a reply is offered to a store, three times in the time of a lease. */
const MOST_OFFERS = 10;

/** How many offers may be without an answer: clients queue them for as long as their server is away. */
const MOST_UNANSWERED = 3;

/**
 * Offers a reply again and again until the store has it. One that is away refuses it; a client whose connection broke may never answer, and
 * has another connection for the next offer. It fails as soon as an offer does, and goes on behind that.
 */
function offerUntilKept(offer: () => Promise<void>, everyMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let turns = 0;
    let unanswered = 0;
    const timer = setInterval(() => takeTurn(), everyMs);
    const takeTurn = async () => {
      turns += 1;
      if (turns === MOST_OFFERS) clearInterval(timer);
      if (unanswered === MOST_UNANSWERED) return;
      unanswered += 1;
      try {
        await offer();
        clearInterval(timer);
        resolve();
      } catch (error) {
        unanswered -= 1;
        reject(error);
      }
    };
    void takeTurn();
  });
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
