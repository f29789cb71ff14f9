import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { EmulatorOptions } from '../../../src/emulator/index.js';
import { findPort, type Program, start } from '../../frameworks/support/processes.js';
import { type RunningApplication, startApplication } from '../support/application.js';

const [number, ada] = ['+15550001111', '+14155550100'];

let redis: Program;
let redisUrl: string;
beforeAll(async () => {
  const port = await findPort();
  const options = ['--save', '', '--appendonly', 'no', '--daemonize', 'no'];
  redis = start('redis-server', ['--bind', '127.0.0.1', '--port', String(port), ...options]);
  await redis.waitFor(/Ready to accept connections/);
  redisUrl = `redis://127.0.0.1:${port}`;
});
afterAll(() => redis.stop());

let service: RunningApplication;
async function startService(options: EmulatorOptions = {}): Promise<RunningApplication> {
  service = await startApplication({
    file: join(import.meta.dirname, 'app.mjs'),
    numbers: { [number]: { smsUrl: '/sms' } },
    env: { TWILIO_PHONE_NUMBER: number, REDIS_URL: redisUrl },
    options,
  });
  return service;
}
afterEach(() => service.stop());

async function ask(path: string, value?: object): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(service.url + path, value === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(value) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test('answers texts, and sends until somebody says stop', async () => {
  const { emulator } = await startService();
  const phone = emulator.phone(ada);
  await phone.text(number, 'Hello & goodbye');
  await phone.receive('Thank you for "Hello & goodbye".');
  const { body } = await ask('/send', { to: ada, body: 'Your parcel is here' });
  await phone.receive('Your parcel is here');
  await emulator.idle();
  expect((await ask(`/messages/${body['sid']}`)).body).toMatchObject({ status: 'delivered' });
  await phone.text(number, 'STOP');
  expect(await ask('/send', { to: ada, body: 'Another' })).toEqual({ status: 409, body: { error: 'opted out' } });
  await phone.text(number, 'START');
  await phone.receive('Welcome back.');
  expect((await ask('/send', { to: ada, body: 'Again' })).status).toBe(201);
  await phone.receive('Again');
  expect(emulator.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('keeps the last status when callbacks are repeated and out of order', async () => {
  const { emulator } = await startService({ faults: { repeats: 1, disorder: 1 }, seed: 7 });
  const { body } = await ask('/send', { to: ada, body: 'Hello' });
  await emulator.phone(ada).receive('Hello');
  await emulator.idle();
  const kept = (await ask(`/messages/${body['sid']}`)).body;
  expect(kept).toMatchObject({ status: 'delivered' });
  expect((kept['history'] as readonly string[]).length).toBeGreaterThan(3);
});

test('keeps why a text was not delivered', async () => {
  const { emulator } = await startService();
  emulator.phone('+14155550155', { is: 'off' });
  const { body } = await ask('/send', { to: '+14155550155', body: 'Hello' });
  await emulator.idle();
  expect((await ask(`/messages/${body['sid']}`)).body).toMatchObject({ status: 'undelivered', errorCode: '30003' });
});

test('hands on what Twilio refuses', async () => {
  await startService();
  expect(await ask('/send', { to: '12', body: 'Hello' })).toEqual({ status: 502, body: { status: 400, code: 21211 } });
});
