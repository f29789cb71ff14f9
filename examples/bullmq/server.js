import { createServer } from 'node:http';
import { Queue } from 'bullmq';
import { webhook } from 'ringback/node';
import { IncomingMessage } from 'ringback/payloads/messaging';

const { REDIS_URL = 'redis://127.0.0.1:6379' } = process.env;

// While Redis is away a job fails at once, Twilio gets a 500, and turns to the fallback URL or tries again.
const messages = new Queue('messages', { connection: { url: REDIS_URL, enableOfflineQueue: false } });
messages.on('error', console.error);

const DAY = 86_400;

const answer = webhook(IncomingMessage, { publicUrl: process.env.PUBLIC_URL }, async ({ MessageSid, From, To, Body }) => {
  const keep = { removeOnComplete: { age: DAY }, removeOnFail: { age: 7 * DAY } };
  const again = { attempts: 5, backoff: { type: 'exponential', delay: 1_000 } };
  await messages.add('answer', { From, To, Body }, { jobId: MessageSid, ...keep, ...again });
  return null;
});

createServer(answer).listen(Number(process.env.PORT ?? 3000), '127.0.0.1');
