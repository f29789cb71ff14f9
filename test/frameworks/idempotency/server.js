// A server whose handler tells of each of its runs, and does what the message says: wait for a call of
// /release, throw, or end the process. After a call of /hold it waits for another one.
import { createServer } from 'node:http';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { createClient } from 'redis';
import { messagingResponse, postgresIdempotency, redisIdempotency } from 'ringback';
import { webhook } from 'ringback/node';
import { IncomingMessage } from 'ringback/payloads/messaging';

const { STORE_URL: url = '', CLIENT, LEASE_MS, AUTH_TOKEN } = process.env;

const idempotency = await openStore({ leaseMs: Number(LEASE_MS) });
const options = {
  authToken: AUTH_TOKEN,
  idempotency,
  /** @param {unknown} error */
  onError: (error) => console.log(`error ${error instanceof Error ? error.message : error}`),
};

/** @type {() => void} */
let release = () => undefined;
/** @type {Promise<void>} */
let released;
hold();

function hold() {
  released = new Promise((resolve) => {
    release = resolve;
  });
}

const answer = webhook(IncomingMessage, options, async ({ Body }) => {
  console.log(`run ${Body}`);
  if (Body.startsWith('crash')) process.exit(1);
  if (Body.startsWith('throw')) throw new Error('thrown');
  if (Body.startsWith('slow')) await released;
  return messagingResponse().message(`${Body} by ${process.pid}`);
});

const server = createServer((request, response) => {
  if (request.url === '/release') release();
  else if (request.url === '/hold') hold();
  else {
    answer(request, response);
    return;
  }
  response.end();
});
server.listen(0, '127.0.0.1', () => console.log(`listening ${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`));

/** @param {import('ringback/webhook').StoreOptions} options */
async function openStore(options) {
  if (CLIENT === 'pg')
    return postgresIdempotency(
      new Pool({ connectionString: url }).on('error', () => undefined),
      options,
    );
  if (CLIENT === 'ioredis')
    return redisIdempotency(
      new Redis(url).on('error', () => undefined),
      options,
    );
  const client = createClient({ url }).on('error', () => undefined);
  return redisIdempotency(await client.connect(), options);
}
