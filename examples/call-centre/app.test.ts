import type { FastifyInstance } from 'fastify';
import { createEmulator, type Emulator } from 'ringback/emulator';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { Desk } from './desk.ts';

const [CUSTOMERS, AGENTS] = ['+12015550123', '+12015550124'];
const [ADA, BOB, GRACE] = ['+14155550100', '+14155550101', '+14155550199'];

let desk: Desk;
let app: FastifyInstance;
let twilio: Emulator;
beforeEach(async () => {
  desk = new Desk(new Map([[GRACE, 'Grace']]));
  app = createApp({ customerNumber: CUSTOMERS, authToken: 'a-token-for-tests', publicUrl: 'https://support.example', desk });
  await app.ready();
  twilio = createEmulator({
    app: { server: app.server },
    authToken: 'a-token-for-tests',
    publicUrl: 'https://support.example',
    numbers: { [CUSTOMERS]: '/voice', [AGENTS]: '/agent' },
  });
});
afterEach(async () => {
  // Nothing in any test is what Twilio's debugger would complain of.
  expect(twilio.findings).toEqual([]);
  await twilio.close();
  await app.close();
});

test('an agent takes one customer after the other', async () => {
  const ada = await twilio.phone(ADA).call(CUSTOMERS);
  await ada.hear('You are number 1');
  const bob = await twilio.phone(BOB).call(CUSTOMERS);
  await bob.hear('You are number 2');

  const grace = await twilio.phone(GRACE).call(AGENTS);
  await ada.hear('You are being connected');
  await grace.say('How can I help you?');
  await ada.hear('How can I help you?');
  await ada.hangUp();

  await bob.hear('You are being connected');
  await grace.say('And how can I help you?');
  await bob.hear('And how can I help you?');
  await bob.hangUp();
  await grace.hear('Nobody is waiting');
  await grace.hangUp();
  expect(desk.visits.map(({ from, result }) => [from, result])).toEqual([
    [ADA, 'bridged'],
    [BOB, 'bridged'],
  ]);
});

test('a customer who does not want to wait is called back', async () => {
  const phone = twilio.phone(ADA);
  const first = await phone.call(CUSTOMERS);
  await first.hear('Press 1 to be called back');
  await first.press('1');
  await first.hear('We will call you back');
  await twilio.idle();

  const grace = await twilio.phone(GRACE).call(AGENTS);
  const second = await phone.incoming();
  expect(second.from).toBe(CUSTOMERS);
  await second.answer();
  await second.say('That was fast.');
  await grace.hear('That was fast');
  await second.hangUp();
  await grace.hear('Nobody is waiting');
  await grace.hangUp();
});

test('a customer who waits long hears where they are in the queue, again and again', async () => {
  const ada = await twilio.phone(ADA).call(CUSTOMERS);
  await ada.hear('You are number 1');
  await ada.stay('5m');
  expect(ada.transcript().match(/You are number 1/g)?.length).toBeGreaterThan(5);
  await ada.hangUp();
  await twilio.idle();
  expect(desk.visits).toEqual([{ callSid: ada.sid, from: ADA, result: 'hangup', seconds: expect.any(Number) }]);
});

test('nobody else takes calls', async () => {
  const stranger = await twilio.phone(BOB).call(AGENTS);
  expect(stranger.answered).toBe(false);
});
