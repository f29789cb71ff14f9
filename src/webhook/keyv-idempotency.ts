import type { IdempotencyStore } from './idempotency.js';
import type { Awaitable } from './reply.js';
import { checkClient, isStoredReply, readStoreOptions, type StoreOptions } from './stores.js';

/** What is used of `keyv`, and of all that is made alike. A `Map` does for tests. */
export interface KeyvLike {
  get(key: string): Awaitable<unknown>;
  /** @param milliseconds - How long the value may stay. */
  set(key: string, value: unknown, milliseconds?: number): Awaitable<unknown>;
  delete(key: string): Awaitable<unknown>;
}

/** A webhook that is being answered. Stores that never forget anything must not keep its retries waiting for ever. */
interface Lease {
  readonly claim: string;
  readonly until: number;
}

/**
 * Keeps replies in a `keyv` or what is made alike. Of retries that come at once to one process a single one runs the handler. Between
 * processes two may, when both ask in the same instant, because such stores have no way to claim a key: where that matters take
 * `redisIdempotency`.
 *
 * @example
 * ```ts
 * const idempotency = keyvIdempotency(new Keyv());
 * export const POST = webhook(IncomingMessage, { idempotency }, handler);
 * ```
 */
// @__NO_SIDE_EFFECTS__
export function keyvIdempotency(keyv: KeyvLike, options: StoreOptions = {}): IdempotencyStore {
  const { leaseMs, keepMs, prefix } = readStoreOptions(options);
  checkClient(keyv, 'get', 'a Keyv or a store like it');
  const inTurn = makeQueue();
  const own = crypto.randomUUID();
  const hold = (key: string, claim: string) => keyv.set(prefix + key, { claim, until: Date.now() + leaseMs } satisfies Lease, leaseMs);
  return {
    leaseMs,
    claim: (key, claim) =>
      inTurn(key, async () => {
        const found = await keyv.get(prefix + key);
        if (isStoredReply(found)) return found;
        // What is asked again for want of an answer may find the claim that it made before.
        const isOwn = isLease(found) && claim !== undefined && found.claim === claim;
        if (isLease(found) && found.until > Date.now() && !isOwn) return 'busy';
        await hold(key, claim ?? own);
        return 'new';
      }),
    settle: (key, reply, claim = own) =>
      inTurn(key, async () => {
        const found = await keyv.get(prefix + key);
        if (found !== undefined && found !== null && !(isLease(found) && found.claim === claim)) return;
        if (reply === undefined) await keyv.delete(prefix + key);
        else await keyv.set(prefix + key, reply, keepMs);
      }),
    renew: (key, claim) =>
      inTurn(key, async () => {
        const found = await keyv.get(prefix + key);
        if (isLease(found) && found.claim === claim) await hold(key, claim);
      }),
  };
}

function isLease(value: unknown): value is Lease {
  return typeof value === 'object' && value !== null && 'claim' in value && 'until' in value && typeof value.until === 'number';
}

/** Makes what runs the work on one key in turn: between asking a store and telling it there is time for others to ask. */
function makeQueue(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const run = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, run);
    try {
      return await run;
    } finally {
      if (last.get(key) === run) last.delete(key);
    }
  };
}
