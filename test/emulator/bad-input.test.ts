import { describe, expect, test } from 'vitest';
import { type Call, createEmulator } from '../../src/emulator/index.js';
import { emulate, kindsOf, NUMBER } from './app.js';

describe('bad input', () => {
  test('a number that is not ours is named, with the nearest that is', async () => {
    const twilio = emulate({ '/voice': '' });
    await expect(twilio.phone('+14155550100').call('+15550001112')).rejects.toMatchObject({
      code: 'EMULATOR_UNKNOWN_NUMBER',
      message: expect.stringContaining(NUMBER),
    });
    await twilio.close();
  });

  test.each<[string, () => unknown, string]>([
    ['no options', () => createEmulator(undefined as never), 'createEmulator({ app'],
    ['a clock that there is not', () => emulate({}, { clock: 'fast' as never }), 'virtual, manual, real, steered; got "fast"'],
    ['a person that there is not', () => emulate({}).phone('+14155550100', { is: 'ghost' as never }), 'person, machine, busy'],
    ['a duration that is none', () => emulate({}).phone('+14155550100', { answersAfter: 'soon' as never }), "'6s' or '5m'; got \"soon\""],
  ])('%s is a TypeError that says what there is', (_, make, words) => {
    expect(make).toThrow(TypeError);
    expect(make).toThrow(words);
  });

  const acts: readonly [string, (call: Call) => Promise<unknown>][] = [
    ['press', (call) => call.press('1')],
    ['say', (call) => call.say('Hello')],
    ['interrupt', (call) => call.interrupt('Hello')],
    ['hangUp', (call) => call.hangUp()],
    ['answer', (call) => call.answer()],
    ['decline', (call) => call.decline()],
    ['refer', (call) => call.refer('sip:bob@example.com')],
    ['play', (call) => call.play(new Uint8Array(160))],
  ];

  test.each(acts)('%s() of a call that has ended is refused, with what was heard', async (_, act) => {
    const twilio = emulate({ '/voice': '<Say>Hello</Say>' });
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await twilio.idle();
    await expect(act(call)).rejects.toMatchObject({ code: 'EMULATOR_CALL_ENDED', message: expect.stringContaining('say "Hello"') });
    await twilio.close();
  });

  test.each([
    ['an unknown verb', '<Frobnicate/><Say>on</Say>', 12200],
    ['a document of seventy kilobytes', `<Say>${'x'.repeat(70_000)}</Say>`, 11750],
    ['a circle of redirects', '<Redirect/>', 11200],
    ['no XML', '<Say>', 12100],
  ])('%s is told by its number', async (_, document, code) => {
    const twilio = emulate({ '/voice': document }, { strict: false });
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await twilio.idle();
    expect(call.status).toBe('completed');
    expect(twilio.findings.map(({ twilioCode }) => twilioCode)).toContain(code);
    await twilio.close();
  });

  test.each([
    ['the action of <Gather>', '<Gather action="http://" numDigits="1" timeout="1" actionOnEmptyResult="true"/>', 11100],
    ['a <Redirect>', '<Redirect>ftp://example.com/voice</Redirect>', 11100],
    ['a relative <Redirect>', '<Redirect>//</Redirect>', 11100],
    ['a <Play>', '<Play>http://[</Play>', 11100],
    ['the statusCallback of <Number>', '<Dial timeout="5"><Number statusCallback="http://">+12025550123</Number></Dial>', 11100],
    ['the statusCallback of <Conference>', '<Dial timeLimit="5"><Conference statusCallback="http://">R</Conference></Dial>', 11100],
    ['the recordingStatusCallback of <Record>', '<Record maxLength="5" action="/after" recordingStatusCallback="http://"/>', 11100],
    ['the url of <Stream>', '<Start><Stream url="http://example.com/s"/></Start><Say>on</Say>', 31922],
  ])('%s that is no URL is a finding, and the emulator goes on', async (_, document, code) => {
    const twilio = emulate({ '/voice': document, '/after': '<Say>after</Say>' }, { strict: false });
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await call.say('Hello').catch(() => undefined);
    await twilio.idle();
    expect(call.status).toBe('completed');
    // The linter says so of the document; this is said of what became of it.
    expect(twilio.findings.filter(({ rule }) => rule === undefined).map(({ twilioCode }) => twilioCode)).toContain(code);
    expect(twilio.findings.filter(({ message }) => message.startsWith('The emulator failed'))).toEqual([]);
    await twilio.close();
  });

  test('a number whose URL is none leads to its fallback', async () => {
    const numbers = { [NUMBER]: { voiceUrl: 'http://', voiceFallbackUrl: '/fallback', statusCallback: 'http://' } };
    const twilio = emulate({ '/fallback': '<Say>This one works</Say>' }, { strict: false, numbers });
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await call.hear('This one works');
    await twilio.idle();
    expect(twilio.findings.map(({ twilioCode }) => twilioCode)).toEqual([11100, 11100]);
    await twilio.close();
  });

  test('two calls of one telephone at once do not disturb one another', async () => {
    const twilio = emulate({
      '/voice': '<Gather numDigits="1" action="/menu"><Say>Press one</Say></Gather>',
      '/menu': '<Pause length="30"/>',
    });
    const ada = twilio.phone('+14155550100');
    const [one, other] = await Promise.all([ada.call(NUMBER), ada.call(NUMBER)]);
    expect(ada.calls).toEqual([one, other]);
    await Promise.all([one.press('1'), other.press('2')]);
    await one.hangUp();
    expect([one.status, other.status]).toEqual(['completed', 'in-progress']);
    await other.hangUp();
    await twilio.idle();
    const digits = twilio.webhooks
      .filter(({ kind }) => kind === 'voice.gather')
      .map(({ parameters }) => [parameters.CallSid, parameters.Digits]);
    expect(digits).toEqual([
      [one.sid, '1'],
      [other.sid, '2'],
    ]);
    expect(kindsOf(twilio).filter((kind) => kind === 'voice.status.incoming')).toHaveLength(2);
    await twilio.close();
  });

  test('closing in the middle leaves no listener on the process', async () => {
    const count = () => process.eventNames().reduce((all, name) => all + process.listenerCount(name), 0);
    const before = count();
    const twilio = emulate({ '/voice': '<Say loop="0">again</Say>' });
    const call = await twilio.phone('+14155550100').call(NUMBER);
    const hearing = call.hear('never').catch((error: { readonly code?: string }) => error.code);
    await twilio.close();
    expect(await hearing).toMatch(/^EMULATOR_/);
    expect(count()).toBe(before);
  });
});
