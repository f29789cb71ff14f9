import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunningApplication, startApplication } from '../support/application.js';

const [number, agentPhone] = ['+15550001111', '+14155550199'];

let centre: RunningApplication;
beforeEach(async () => {
  centre = await startApplication({
    file: join(import.meta.dirname, 'app.cjs'),
    numbers: { [number]: { voiceUrl: '/ivr/welcome', voiceMethod: 'GET' }, '+15550002222': { voiceUrl: '/phone/call' } },
    env: { TWILIO_PHONE_NUMBER: number, AGENT_PHONE: agentPhone },
  });
});
afterEach(() => centre.stop());

test('a caller waits for an agent, and is joined with her', async () => {
  const { emulator } = centre;
  const grace = emulator.phone(agentPhone, { answersAfter: false });
  const call = await emulator.phone('+14155550100').call(number);
  await call.hear('For support press one');
  await call.press('1');
  await call.hear('Please wait for an agent');
  const offered = await grace.incoming();
  await offered.answer();
  await offered.say('How can I help you?');
  await call.hear('How can I help you?');
  await call.say('I have a question');
  expect(offered.transcript()).toContain('I have a question');
  await call.hangUp();
  expect(call.status).toBe('completed');
  expect(emulator.findings).toEqual([]);
});

test('a caller who presses nothing hears the menu again', async () => {
  const call = await centre.emulator.phone('+14155550100').call(number);
  await call.hear('You did not press a key');
  await call.hear('Welcome');
  await call.hangUp();
  expect(centre.emulator.findings).toEqual([]);
});

test('a caller leaves a wish to be called back', async () => {
  const { emulator } = centre;
  const call = await emulator.phone('+14155550100').call(number);
  await call.press('5');
  await call.hear('We will call you back');
  await emulator.idle();
  expect(call.status).toBe('completed');
  const assigned = emulator.webhooks.filter(({ kind }) => kind === 'taskrouter.assignment');
  expect(assigned.map(({ parameters }) => JSON.parse(String(parameters['TaskAttributes']))['type'])).toEqual(['callback']);
  expect(emulator.findings).toEqual([]);
});

test('an agent calls somebody out of her browser', async () => {
  const { emulator } = centre;
  const customer = emulator.phone('+14155550123', { answersAfter: false });
  const agent = await emulator.phone('client:grace').call('+15550002222', { parameters: { phone: customer.address } });
  const ringing = await customer.incoming();
  await ringing.answer();
  await agent.say('Good morning');
  await ringing.hear('Good morning');
  await ringing.hangUp();
  await emulator.idle();
  expect(agent.status).toBe('completed');
  expect(emulator.findings).toEqual([]);
});
