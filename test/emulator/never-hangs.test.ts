import { afterEach, describe, expect, test } from 'vitest';
import type { Emulator } from '../../src/emulator/index.js';
import { createEmulator } from '../../src/emulator/index.js';
import { emulate, kindsOf, NUMBER } from './app.js';

/** Timers and sockets that keep a process alive. */
function countHandles(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout' || name.startsWith('TCP')).length;
}

let open: Emulator | undefined;
afterEach(() => open?.close());

describe('the emulator never hangs', () => {
  test.each<[string, string]>([
    ['a circle of redirects', '<Redirect/>'],
    ['a verb that there is not', '<Frobnicate/>'],
    ['a document of seventy kilobytes', `<Say>${'x'.repeat(70_000)}</Say>`],
    ['an endless loop', '<Say loop="0">again</Say>'],
    ['a wait document that is empty', '<Enqueue waitUrl="/empty">q</Enqueue>'],
    ['a conference that nobody else comes to', '<Dial><Conference waitUrl="/empty">R</Conference></Dial>'],
    ['a wait document that waits for itself', '<Dial><Conference waitUrl="/circle">R</Conference></Dial>'],
  ])('over %s', async (_, document) => {
    open = emulate({ '/voice': document, '/empty': '', '/circle': '<Redirect/>' }, { strict: false });
    const call = await open.phone('+14155550100').call(NUMBER);
    await call.stay('10m');
    if (call.status === 'in-progress') await call.hangUp();
    await open.idle();
    expect(call.status).toBe('completed');
    expect(kindsOf(open).length).toBeLessThan(2000);
  });

  test('over an application that never answers: closing lets go of whoever waits', async () => {
    open = createEmulator({ app: { fetch: () => new Promise<Response>(() => undefined) }, numbers: { [NUMBER]: '/voice' } });
    const before = countHandles();
    const placed = open.phone('+14155550100').call(NUMBER);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await open.close();
    expect((await placed).status).toBe('ringing');
    expect(countHandles()).toBeLessThanOrEqual(before);
  });

  test('when it is closed in the middle of everything, and leaves nothing open', async () => {
    const before = countHandles();
    const twilio = emulate(
      {
        '/voice':
          '<Start><Transcription statusCallbackUrl="/t"/></Start><Dial record="true" action="/d"><Number url="/w">+12025550123</Number></Dial>',
        '/queue': '<Enqueue waitUrl="/w">q</Enqueue>',
        '/room': '<Dial><Conference waitUrl="/w">R</Conference></Dial>',
        '/agent': '<Dial><Queue>q</Queue></Dial>',
        '/gather': '<Gather input="dtmf speech" action="/g"><Say>Say or press</Say></Gather>',
        '/record': '<Record action="/r"/>',
        '/w': '<Say loop="0">Please wait</Say>',
      },
      {
        numbers: Object.fromEntries(
          ['voice', 'queue', 'room', 'agent', 'gather', 'record'].map((name, index) => [`+1555000111${index}`, `/${name}`]),
        ),
      },
    );
    twilio.phone('+12025550123');
    const calls = await Promise.all([0, 1, 2, 3, 4, 5].map((index) => twilio.phone(`+1415555010${index}`).call(`+1555000111${index}`)));
    const waiting = [
      ...calls.map((call) => call.hear('never')),
      twilio.idle(),
      twilio.advance('1h'),
      twilio.phone('+14155550199').incoming(),
      calls[4]?.say('half a sentence'),
    ].map((step) =>
      Promise.resolve(step).then(
        () => 'kept',
        () => 'refused',
      ),
    );
    await twilio.close();
    expect(await Promise.all(waiting.slice(0, 6))).toEqual(Array.from({ length: 6 }, () => 'refused'));
    await Promise.all(waiting);
    expect(countHandles()).toBeLessThanOrEqual(before);
    await expect(twilio.phone('+14155550100').call(NUMBER)).rejects.toMatchObject({ code: 'EMULATOR_CLOSED' });
  });
});
