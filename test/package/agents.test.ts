// The voice agents of the examples, called by the emulator as Twilio would call them.
import type { Server } from 'node:http';
import { createEmulator, type Emulator } from 'ringback/emulator';
import { afterEach, describe, expect, test } from 'vitest';
import { createApp as createRelay } from '../../examples/agent-relay/app.js';
import { model } from '../../examples/agent-relay/model.js';
import { createApp as createStream } from '../../examples/agent-stream/app.js';
import { parrot } from '../../examples/agent-stream/speech.js';

const NUMBER = '+15550001111';
const settings = { authToken: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', publicUrl: 'https://agent.example' };

let twilio: Emulator | undefined;
let server: Server | undefined;
afterEach(async () => {
  await twilio?.close();
  server?.closeAllConnections();
  server?.close();
});

function emulate(app: Server): Emulator {
  server = app;
  twilio = createEmulator({ app: { server: app }, ...settings, numbers: { [NUMBER]: { voiceUrl: '/voice' } } });
  return twilio;
}

describe('the agent in text', () => {
  test('greets, answers, stops when it is interrupted, and hands over to a human', async () => {
    const told: string[] = [];
    const emulator = emulate(
      createRelay({
        ...settings,
        async *model(history, signal) {
          told.push(history.at(-2)?.content ?? '');
          yield* model(history, signal);
        },
      }),
    );
    const human = emulator.phone('+15550002222');
    const call = await emulator.phone('+14155550100').call(NUMBER);
    await call.hear('What can I do for you?');
    await call.say('When are you open?');
    await call.hear('from nine');
    await call.interrupt('On Sunday?');
    await call.hear('You said: On Sunday?');
    expect(told[1]).toMatch(/^We are open from nine /);
    expect(told[1]).not.toContain('Sunday');
    await call.say('I want a human');
    await call.hear('One moment');
    await (await human.incoming()).hangUp();
    expect(emulator.findings).toEqual([]);
  });
});

describe('the agent in sound', () => {
  test('answers when the caller has finished, and is silent when the caller speaks over it', async () => {
    const events: string[] = [];
    const emulator = emulate(createStream({ ...settings, agent: parrot, report: (event) => events.push(event) }));
    const call = await emulator.phone('+14155550100').call(NUMBER);
    await call.play(new Uint8Array(4000).fill(0x10));
    await call.stay('1500ms');
    expect(events).toEqual(['played']);
    await call.play(new Uint8Array(8000).fill(0x10));
    await call.stay('600ms');
    await call.play(new Uint8Array(1600).fill(0x10));
    await call.stay('1s');
    expect(events).toEqual(['played', 'interrupted', 'cleared', 'played']);
    expect(call.heard.filter(({ type }) => type === 'speech').map(({ cut }) => cut === true)).toEqual([false, true, false]);
    await call.press('0');
    await call.hear('Good bye');
    expect(emulator.findings).toEqual([]);
  });
});
