import { Worker } from 'bullmq';
import twilio from 'twilio';

const { REDIS_URL = 'redis://127.0.0.1:6379' } = process.env;

const client = twilio(process.env.TWILIO_ACCOUNT_SID, process.env.TWILIO_AUTH_TOKEN);

/** A worker renews the lock of its jobs while it lives. Whose lock is over is taken for dead, and its jobs go to another one. */
const lockDuration = Number(process.env.LOCK_MS ?? 30_000);

const worker = new Worker(
  'messages',
  async ({ data: { From, To, Body } }) => {
    await client.messages.create({ from: To, to: From, body: await think(Body) });
  },
  {
    connection: { url: REDIS_URL, maxRetriesPerRequest: null },
    concurrency: 10,
    lockDuration,
    stalledInterval: lockDuration,
    // A job may be cut off so often. Without it the second crash would be its end.
    maxStalledCount: 10,
  },
);
worker.on('error', console.error);

// A new version may replace a worker at any time: it takes no more jobs, and ends those that it has.
process.once('SIGTERM', () => worker.close());

/**
 * What takes long.
 *
 * @param {string} text
 */
async function think(text) {
  await new Promise((resolve) => setTimeout(resolve, 500));
  return `You said ${text}`;
}
