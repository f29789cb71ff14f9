import { createEmulator, type Emulator } from 'ringback/emulator';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApp, type VoiceMessage } from './app.ts';

const [OURS, ADA, GRACE] = ['+12015550123', '+14155550100', '+14155550199'];
const MONDAY_NOON = new Date('2026-11-30T12:00:00+01:00');
const SUNDAY = new Date('2026-11-29T12:00:00+01:00');

let now: Date;
let kept: VoiceMessage[];
let twilio: Emulator;
beforeEach(() => {
  now = MONDAY_NOON;
  kept = [];
  const app = createApp({
    salesNumber: GRACE,
    authToken: 'a-token-for-tests',
    publicUrl: 'https://workshop.example',
    keepMessage: async (message) => void kept.push(message),
    now: () => now,
  });
  twilio = createEmulator({
    app: { listener: app },
    authToken: 'a-token-for-tests',
    publicUrl: 'https://workshop.example',
    numbers: { [OURS]: '/voice' },
  });
});
afterEach(async () => {
  // Nothing in any test is what Twilio's debugger would complain of.
  expect(twilio.findings).toEqual([]);
  await twilio.close();
});

test('puts a caller through who presses 1', async () => {
  const grace = twilio.phone(GRACE, { answersAfter: false });
  const call = await twilio.phone(ADA).call(OURS);
  await call.hear('For sales, press 1');
  await call.press('1');
  const ringing = await grace.incoming();
  await ringing.answer();
  await ringing.say('Sales, this is Grace.');
  await call.hear('this is Grace');
  await ringing.hangUp();
  await twilio.idle();
  expect(call.status).toBe('completed');
});

test('takes a message when nobody is free', async () => {
  twilio.phone(GRACE, { is: 'busy' });
  const call = await twilio.phone(ADA).call(OURS);
  await call.say('sales, please');
  await call.hear('Nobody is free');
  await call.say('The bicycle is ready.');
  await call.press('#');
  await call.hear('We will call you back');
  await twilio.idle();
  expect(kept).toEqual([{ callSid: call.sid, recordingUrl: expect.stringMatching(/^https:/), seconds: expect.any(Number) }]);
});

test('tells the opening hours and asks again', async () => {
  const call = await twilio.phone(ADA).call(OURS);
  await call.press('2');
  await call.hear('from nine to five');
  await call.hear('For sales, press 1');
  await call.hangUp();
});

test('gives up with a caller who never chooses', async () => {
  const call = await twilio.phone(ADA).call(OURS);
  await call.hear('I did not understand');
  await call.press('9');
  await call.hear('I did not understand');
  await call.hear('Please call again');
  await twilio.idle();
  expect(call.status).toBe('completed');
});

test('goes straight to the mailbox when we are closed', async () => {
  now = SUNDAY;
  const call = await twilio.phone(ADA).call(OURS);
  await call.hear('We are closed');
  await call.hangUp();
});
