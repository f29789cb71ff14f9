import type { IdempotencyStore, StoredReply } from './idempotency.js';
import { isStoredReply, readStoreOptions, type StoreOptions } from './stores.js';

/**
 * A client of Redis or of what speaks its protocol: one of `ioredis`, one of `redis` (node-redis), or a function that sends a command, for
 * all others.
 */
export type RedisClient =
  | { call(command: string, ...parts: string[]): Promise<unknown> }
  | { sendCommand(command: string[]): Promise<unknown> }
  | ((...command: string[]) => Promise<unknown>);

/**
 * Keeps replies in Redis, for any number of processes: a claim is one atomic command, so that of all retries that come at once a single
 * one runs the handler.
 *
 * @example
 * ```ts
 * const idempotency = redisIdempotency(new Redis());
 * export const POST = webhook(IncomingMessage, { idempotency }, handler);
 * ```
 */
// @__NO_SIDE_EFFECTS__
export function redisIdempotency(client: RedisClient, options: StoreOptions = {}): IdempotencyStore {
  const { leaseMs, keepMs, prefix } = readStoreOptions(options);
  const send = commandSender(client);
  // What this process has claimed: only the one that holds a claim may settle it, and not one whose lease ran out meanwhile.
  const claims = new Map<string, string>();
  return {
    async claim(key) {
      const claim = `busy ${crypto.randomUUID()}`;
      const isNew = (await send('SET', prefix + key, claim, 'NX', 'PX', String(leaseMs))) !== null;
      if (isNew) {
        claims.set(key, claim);
        return 'new';
      }
      const found = await send('GET', prefix + key);
      // A lease that runs out between the two commands is left to the next retry.
      return found === null || String(found).startsWith('busy ') ? 'busy' : readReply(String(found));
    },
    async settle(key, reply) {
      const claim = claims.get(key);
      if (claim === undefined) return;
      claims.delete(key);
      if (reply === undefined) await send('EVAL', GIVE_BACK, '1', prefix + key, claim);
      else await send('EVAL', KEEP, '1', prefix + key, claim, JSON.stringify(reply), String(keepMs));
    },
  };
}

const GIVE_BACK = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

/** A reply whose lease ran out is still worth keeping, unless another process is at work by now. */
const KEEP = `local held = redis.call('GET', KEYS[1])
if held == false or held == ARGV[1] then return redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end return 0`;

function commandSender(client: RedisClient): (...command: string[]) => Promise<unknown> {
  if (typeof client === 'function') return client;
  // ioredis has a `sendCommand` too, which takes no texts.
  if ('call' in client) return (command, ...parts) => client.call(command, ...parts);
  return (...command) => client.sendCommand(command);
}

function readReply(text: string): StoredReply {
  const reply: unknown = JSON.parse(text);
  if (isStoredReply(reply)) return reply;
  throw new TypeError('What Redis holds for a webhook is no reply: does another application use the same prefix?');
}
