// The application of the soak. It writes each webhook that it has handled into a file, at once, tells its memory after a collection of what is
// not used any more, and ends in order when it is asked to.
import { openSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { Redis } from 'ioredis';
import { messagingResponse, redisIdempotency, voiceResponse } from 'ringback';
import { webhookRouter } from 'ringback/node';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { IncomingCall } from 'ringback/payloads/voice';

const { LEDGER = '', AUTH_TOKEN, PORT, STORE_URL = '' } = process.env;

const file = openSync(LEDGER, 'a');
const redis = new Redis(STORE_URL);
redis.on('error', () => undefined);

let rejected = 0;
const options = {
  authToken: AUTH_TOKEN,
  idempotency: redisIdempotency(redis),
  bodyTimeoutMs: 2_000,
  onRejected: () => {
    rejected += 1;
  },
};

const answer = webhookRouter(options)
  .on(IncomingMessage, async ({ Body }, { idempotencyToken: webhook }) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    writeSync(file, `${JSON.stringify({ process: process.pid, webhook })}\n`);
    return messagingResponse().message(`You said ${Body}`);
  })
  .on(IncomingCall, (_call, { idempotencyToken: webhook }) => {
    writeSync(file, `${JSON.stringify({ process: process.pid, webhook })}\n`);
    return voiceResponse().gather({ numDigits: 1, action: '/menu' }, (gather) => gather.say('Press one for sales.'));
  });

const server = createServer((request, response) => {
  if (request.url !== '/memory') return void answer(request, response);
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  response.end(JSON.stringify({ used: heapUsed + external, rss, rejected }));
});
server.listen(Number(PORT), '127.0.0.1', () => console.log('listening'));

process.once('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  // Some connections never end by themselves.
  setTimeout(() => process.exit(0), 1_000);
});
