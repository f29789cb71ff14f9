import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunningApplication, startApplication } from '../support/application.js';

const [number, team] = ['+15550001111', '+14155550199'];

let project: RunningApplication;
beforeEach(async () => {
  project = await startApplication({
    file: join(import.meta.dirname, 'server.cjs'),
    numbers: { [number]: { voiceUrl: '/incoming' } },
    env: { TWILIO_PHONE_NUMBER: number, TEAM_PHONE: team },
  });
});
afterEach(() => project.stop());

test('a caller who waits asks to be called back', async () => {
  const { emulator } = project;
  const call = await emulator.phone('+14155550100').call(number);
  await call.hear('There are 1 callers');
  await call.hear('There are 1 callers');
  await call.press('*');
  await call.hear('To be called back press one');
  await call.press('1');
  await call.hear('Goodbye');
  await emulator.phone(team).receive('Call +14155550100 back');
  await emulator.idle();
  expect(call.status).toBe('completed');
});

test('a caller who waits is taken out of the queue over REST, and leaves a message', async () => {
  const { emulator } = project;
  const call = await emulator.phone('+14155550100').call(number);
  await call.hear('There are 1 callers');
  await call.press('*');
  await call.press('2');
  await call.hear('Leave a message');
  await call.say('Please call me');
  await call.press('#');
  await call.hear('Thank you');
  await emulator.phone(team).receive(/^\+14155550100 left RE[0-9a-f]{32}$/);
  await emulator.idle();
  expect(call.status).toBe('completed');
});
