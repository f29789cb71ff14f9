// The stores of the reliability tests, by the client that users have.
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import postgres from 'postgres';
import { createClient, createSentinel } from 'redis';
import { postgresIdempotency, redisIdempotency } from 'ringback';

const { CLIENT = '', STORE_URL: url = '', SENTINELS = '' } = process.env;

/** Errors of connections that nobody waits for; each command fails by itself. */
const ignore = () => undefined;

const sentinels = SENTINELS.split(' ').map((port) => ({ host: '127.0.0.1', port: Number(port) }));

/** @type {Readonly<Record<string, (options: import('ringback/webhook').StoreOptions) => Promise<import('ringback/webhook').IdempotencyStore>>>} */
const stores = {
  pg: async (options) => postgresIdempotency(new Pool({ connectionString: url }).on('error', ignore), options),
  postgres: async (options) => {
    // As the guide says: a connection that breaks while it asks for types ends the process.
    const sql = postgres(url, { fetch_types: false });
    return postgresIdempotency((statement, values) => sql.unsafe(statement, /** @type {never[]} */ (values)), options);
  },
  ioredis: async (options) => redisIdempotency(new Redis(url).on('error', ignore), options),
  redis: async (options) => redisIdempotency(await createClient({ url }).on('error', ignore).connect(), options),
  'ioredis with sentinels': async (options) => redisIdempotency(new Redis({ sentinels, name: 'main' }).on('error', ignore), options),
  'redis with sentinels': async (options) => {
    const client = await createSentinel({ name: 'main', sentinelRootNodes: sentinels }).on('error', ignore).connect();
    return redisIdempotency((...command) => client.sendCommand(false, command), options);
  },
};

/**
 * Opens the store that the environment names.
 *
 * @param {import('ringback/webhook').StoreOptions} options
 */
export async function openStore(options) {
  const open = stores[CLIENT];
  if (open === undefined) throw new Error(`CLIENT is one of ${Object.keys(stores).join(', ')}`);
  return open(options);
}
