// The example of a queue on a real Redis: web processes, workers and Redis itself are killed in the middle, and every message is answered.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulator, type Emulator } from 'ringback/emulator';
import { preloadEnvironment } from 'ringback/preload';
import twilio from 'twilio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../frameworks/support/binaries.js';
import { findPort, type Program, start } from '../frameworks/support/processes.js';
import { accountSid, authToken, formOf, message, post } from '../frameworks/support/requests.js';
import { pause } from './support/engine.js';
import { type RedisServer, startRedis } from './support/redis-server.js';

const folder = join(root, 'examples/bullmq');
const publicUrl = 'https://public.example';
const LOCK_MS = 1_500;
const MESSAGES = 60;

let files: string;
let redis: RedisServer;
let emulator: Emulator;
let environment: Record<string, string>;
let ports: readonly number[];
const servers: Program[] = [];
const workers: Program[] = [];

const startServer = async (port: number) => {
  const server = start(process.execPath, [join(folder, 'server.js')], { ...environment, PORT: String(port) });
  await server.waitForPort(port);
  return server;
};
const startWorker = () => start(process.execPath, [join(folder, 'worker.js')], environment);

beforeAll(async () => {
  files = mkdtempSync(join(tmpdir(), 'ringback-bullmq-'));
  redis = await startRedis(files, 'always');
  emulator = createEmulator({ accountSid, authToken, numbers: { [message.To]: {} }, strict: false });
  const { url } = await emulator.listen();
  const own = {
    REDIS_URL: `redis://127.0.0.1:${redis.port}`,
    PUBLIC_URL: publicUrl,
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    LOCK_MS: String(LOCK_MS),
  };
  environment = preloadEnvironment(url, own) as Record<string, string>;
  ports = [await findPort(), await findPort()];
  servers.push(...(await Promise.all(ports.map(startServer))));
  workers.push(startWorker(), startWorker());
});
afterAll(async () => {
  await Promise.all([...servers, ...workers].map((program) => program.stop()));
  await redis.program.stop();
  await emulator.close();
  rmSync(files, { recursive: true, force: true });
});

/** Sends a message until it is answered, as Twilio does where it is told to try again, and once more. */
async function deliver(index: number): Promise<void> {
  const MessageSid = `SM${String(index).padStart(32, '0')}`;
  const form = formOf({ ...message, MessageSid, SmsSid: MessageSid, SmsMessageSid: MessageSid, Body: `message ${index}` });
  let answers = 0;
  for (let attempt = index; answers < 2; attempt += 1) {
    const answer = await post(`http://127.0.0.1:${ports[attempt % 2]}/sms`, form, { signedUrl: `${publicUrl}/sms` }).catch(() => undefined);
    if (answer?.status === 200) answers += 1;
    else await pause(100);
  }
}

/** What was sent by the REST API, by the text. */
async function countAnswers(): Promise<ReadonlyMap<string, number>> {
  const { messages } = twilio(accountSid, authToken, { httpClient: emulator.client as never });
  const counts = new Map<string, number>();
  for (const { body } of await messages.list()) counts.set(body, (counts.get(body) ?? 0) + 1);
  return counts;
}

test('every message is answered though processes are killed in the middle, and is answered twice only where a worker was', async () => {
  const delivering = Array.from({ length: MESSAGES }, async (_, index) => {
    await pause(index * 50);
    await deliver(index);
  });
  const kill = async (programs: Program[], index: number, again: () => Program | Promise<Program>) => {
    await programs[index]?.stop();
    programs[index] = await again();
  };
  await pause(600);
  await kill(workers, 0, startWorker);
  await pause(400);
  await kill(servers, 0, () => startServer(ports[0] ?? 0));
  await redis.program.stop();
  await pause(300);
  await redis.resume();
  await pause(300);
  await kill(workers, 1, startWorker);
  await kill(servers, 1, () => startServer(ports[1] ?? 0));
  await Promise.all(delivering);
  const texts = Array.from({ length: MESSAGES }, (_, index) => `You said message ${index}`);
  let counts = await countAnswers();
  for (const end = Date.now() + 60_000; counts.size < MESSAGES && Date.now() < end; await pause(200)) counts = await countAnswers();
  expect([...counts.keys()].sort()).toEqual(texts.sort());
  // A worker holds ten jobs at most, and three things were killed that cut jobs off.
  expect([...counts.values()].filter((count) => count > 1).length).toBeLessThanOrEqual(4 * 10);
});

test('what Twilio has not signed is no job', async () => {
  const form = formOf({ ...message, MessageSid: `SM${'f'.repeat(32)}`, Body: 'forged' });
  expect((await post(`http://127.0.0.1:${ports[0]}/sms`, form, { signedUrl: `${publicUrl}/other` })).status).toBe(403);
  await pause(1_000);
  expect([...(await countAnswers()).keys()]).not.toContain('You said forged');
});
