import type { IdempotencyStore } from './idempotency.js';
import { checkClient, readStoredReply, readStoreOptions, type StoreOptions } from './stores.js';

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
  const run = (script: string, key: string, claim: string, ...parts: string[]) =>
    send('EVAL', script, '1', prefix + key, BUSY + claim, ...parts);
  const own = crypto.randomUUID();
  return {
    leaseMs,
    async claim(key, claim) {
      const held = BUSY + (claim ?? own);
      if ((await send('SET', prefix + key, held, 'NX', 'PX', String(leaseMs))) !== null) return 'new';
      const found = await send('GET', prefix + key);
      // A client that lost its connection sends a command again, which the server may have run before: then it is this very claim, and its
      // lease may be all but over.
      if (found === held && claim !== undefined) return Number(await run(RENEW, key, claim, String(leaseMs))) === 1 ? 'new' : 'busy';
      // A lease that runs out between the two commands is left to the next retry.
      return found === null || String(found).startsWith(BUSY) ? 'busy' : readStoredReply(String(found), NO_REPLY);
    },
    async settle(key, reply, claim = own) {
      if (reply === undefined) await run(GIVE_BACK, key, claim);
      else await run(KEEP, key, claim, JSON.stringify(reply), String(keepMs));
    },
    renew: (key, claim) => run(RENEW, key, claim, String(leaseMs)),
  };
}

/** What a claim begins with; a reply, being JSON, never does. */
const BUSY = 'busy ';

const GIVE_BACK = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`;

const RENEW = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0`;

/** A reply whose lease ran out is still worth keeping, unless another process is at work by now. */
const KEEP = `local held = redis.call('GET', KEYS[1])
if held == false or held == ARGV[1] then return redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end return 0`;

function commandSender(client: RedisClient): (...command: string[]) => Promise<unknown> {
  if (typeof client === 'function') return client;
  checkClient(client, 'call' in Object(client) ? 'call' : 'sendCommand', 'a client of Redis: one of ioredis or of redis');
  // ioredis has a `sendCommand` too, which takes no texts.
  if ('call' in client) return (command, ...parts) => client.call(command, ...parts);
  return (...command) => client.sendCommand(command);
}

const NO_REPLY = 'What Redis holds for a webhook is no reply: does another application use the same prefix?';
