import { afterEach, describe, expect, test } from 'vitest';
import { createEmulator, type Emulator, type EmulatorOptions, type Heard } from '../../src/emulator/index.js';

const open: Emulator[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** An application that dials a number, and says how it went. */
function emulate(strangers: EmulatorOptions['strangers']): Emulator {
  const twilio = createEmulator({
    app: {
      fetch: async (request) => {
        const { DialCallStatus } = Object.fromEntries(new URLSearchParams(await request.text()));
        const verbs =
          DialCallStatus === undefined ? '<Dial action="/after" timeout="20">+14155550199</Dial>' : `<Say>It was ${DialCallStatus}.</Say>`;
        return new Response(`<Response>${verbs}</Response>`, { headers: { 'content-type': 'text/xml' } });
      },
    },
    numbers: { '+15550001111': '/voice' },
    strangers,
  });
  open.push(twilio);
  return twilio;
}

describe('calls to numbers that nobody made a phone for', () => {
  test.each([
    [undefined, 'no-answer'],
    ['busy' as const, 'busy'],
    ['unreachable' as const, 'failed'],
    [() => ({ is: 'declining' as const }), 'busy'],
    [(address: string) => ({ is: address === '+14155550199' ? ('busy' as const) : ('person' as const) }), 'busy'],
  ])('%o: %s', async (strangers, status) => {
    const call = await emulate(strangers).phone('+14155550100').call('+15550001111');
    await call.hear(`It was ${status}.`);
  });

  test('come to the phones that a function makes', async () => {
    const twilio = emulate(() => ({ answersAfter: '3s' }));
    const call = await twilio.phone('+14155550100').call('+15550001111');
    const theirs = await twilio.phone('+14155550199').incoming();
    await call.stay('5s');
    await theirs.hangUp();
    await call.hear('It was completed.');
  });
});

describe('listening to a call', () => {
  test('tells of each sound when it begins, and once more when it ends', async () => {
    const twilio = emulate('busy');
    const phone = twilio.phone('+14155550100');
    const calling = phone.call('+15550001111');
    const told: (readonly [Heard['type'], boolean])[] = [];
    const stop = phone.calls[0]?.listen(({ type, seconds }) => told.push([type, seconds !== undefined]));
    await (await calling).hear('It was busy.');
    stop?.();
    await twilio.idle();
    expect(told).toEqual([
      ['ringback', false],
      ['ringback', true],
      ['say', false],
      ['say', true],
    ]);
  });
});
