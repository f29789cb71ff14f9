import type { Server } from 'node:http';
import { createEmulator, type Emulator } from 'ringback/emulator';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createApp } from './app.ts';
import { model, parrot } from './stand-ins.ts';

const [IN_TEXT, IN_SOUND, ADA, HUMAN] = ['+12015550123', '+12015550124', '+14155550100', '+14155550199'];

/** What the model has been told that it said last, each time that it was asked. */
let told: string[];
let events: string[];
let app: Server;
let twilio: Emulator;
beforeEach(() => {
  told = [];
  events = [];
  app = createApp({
    authToken: 'a-token-for-tests',
    publicUrl: 'https://agent.example',
    humanNumber: HUMAN,
    async *model(history, signal) {
      told.push(history.at(-2)?.content ?? '');
      yield* model(history, signal);
    },
    ear: parrot,
    report: (event) => events.push(event),
  });
  twilio = createEmulator({
    app: { server: app },
    authToken: 'a-token-for-tests',
    publicUrl: 'https://agent.example',
    numbers: { [IN_TEXT]: '/voice', [IN_SOUND]: '/voice-in-sound' },
  });
});
afterEach(async () => {
  // Nothing in any test is what Twilio's debugger would complain of. A machine that is too busy for sound is only told of.
  expect(twilio.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  await twilio.close();
  app.closeAllConnections();
  app.close();
});

describe('the agent in text', () => {
  test('greets, answers, and stops when it is interrupted', async () => {
    const call = await twilio.phone(ADA).call(IN_TEXT);
    await call.hear('What can I do for you?');
    await call.say('When are you open?');
    await call.hear('from nine');
    await call.interrupt('On Sunday?');
    await call.hear('You said: On Sunday?');
    // The model knows that the caller has not heard the end of the sentence.
    expect(told[1]).toMatch(/^We are open from nine /);
    expect(told[1]).not.toContain('Sunday');
    await call.hangUp();
  });

  test('hands over to a human', async () => {
    const human = twilio.phone(HUMAN);
    const call = await twilio.phone(ADA).call(IN_TEXT);
    await call.hear('What can I do for you?');
    await call.say('I want a human');
    await call.hear('One moment');
    const ringing = await human.incoming();
    await ringing.say('This is Grace.');
    await call.hear('This is Grace.');
    await ringing.hangUp();
  });

  test('talks to nobody but Twilio', async () => {
    const call = await twilio.phone(ADA).call(IN_TEXT);
    const { port } = app.address() as { readonly port: number };
    const stranger = new WebSocket(`ws://127.0.0.1:${port}/text`);
    const error = await new Promise<Error>((refused) => stranger.once('error', refused));
    expect(error.message).toContain('403');
    await call.hangUp();
  });
});

describe('the agent in sound', () => {
  test('answers when the caller has finished, and is silent when the caller speaks over it', async () => {
    const loud = (seconds: number) => new Uint8Array(8000 * seconds).fill(0x10);
    const call = await twilio.phone(ADA).call(IN_SOUND);
    await call.play(loud(0.5));
    await call.stay('1500ms');
    expect(events).toEqual(['played']);
    await call.play(loud(1));
    await call.stay('600ms');
    await call.play(loud(0.2));
    await call.stay('1s');
    expect(events).toEqual(['played', 'interrupted', 'cleared', 'played']);
    expect(call.heard.filter(({ type }) => type === 'speech').map(({ cut }) => cut === true)).toEqual([false, true, false]);
    await call.press('0');
    await call.hear('Goodbye');
  });
});
