// A server whose handler tells of each of its runs, and does what the message says: wait for a call of
// /release, throw, or end the process.
import { createServer } from 'node:http';
import { Redis } from 'ioredis';
import { createClient } from 'redis';
import { messagingResponse, redisIdempotency } from 'ringback';
import { webhook } from 'ringback/node';
import { IncomingMessage } from 'ringback/payloads/messaging';

const { REDIS_PORT, CLIENT, LEASE_MS, AUTH_TOKEN } = process.env;
const url = `redis://127.0.0.1:${REDIS_PORT}`;

const idempotency = redisIdempotency(await connect(), { leaseMs: Number(LEASE_MS) });
const options = {
  authToken: AUTH_TOKEN,
  idempotency,
  /** @param {unknown} error */
  onError: (error) => console.log(`error ${error instanceof Error ? error.message : error}`),
};

/** @type {() => void} */
let release = () => undefined;
const released = new Promise((resolve) => {
  release = () => resolve(undefined);
});

const answer = webhook(IncomingMessage, options, async ({ Body }) => {
  console.log(`run ${Body}`);
  if (Body.startsWith('crash')) process.exit(1);
  if (Body.startsWith('throw')) throw new Error('thrown');
  if (Body.startsWith('slow')) await released;
  return messagingResponse().message(`${Body} by ${process.pid}`);
});

const server = createServer((request, response) => {
  if (request.url !== '/release') {
    answer(request, response);
    return;
  }
  release();
  response.end();
});
server.listen(0, '127.0.0.1', () => console.log(`listening ${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`));

/** @returns {Promise<import('ringback/webhook').RedisClient>} */
async function connect() {
  if (CLIENT === 'ioredis') return new Redis(url).on('error', () => undefined);
  return createClient({ url })
    .on('error', () => undefined)
    .connect();
}
