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

  const SERVICE = `MG${'1'.repeat(32)}`;
  const make = (options: object) => () => emulate({}, options);
  const ada = () => emulate({ '/voice': '<Pause length="60"/>' }).phone('+14155550100');
  const onCall = (act: (call: Call) => unknown) => async () => {
    const call = await ada().call(NUMBER);
    act(call);
  };

  test.each<[string, () => unknown, string]>([
    ['an option', make({ number: {} }), 'createEmulator() has no option "number"; did you mean "numbers"?'],
    [
      'a number',
      make({ numbers: { [NUMBER]: { voiceURI: '/' } } }),
      `numbers["${NUMBER}"] has no option "voiceURI"; did you mean "voiceUrl"?`,
    ],
    ['an application', make({ applications: { AP: { url: '/' } } }), 'applications["AP"] has no option "url"; there are voiceUrl, '],
    ['a SIP domain', make({ sipDomains: { d: { statusCallback: '/' } } }), 'sipDomains["d"] has no option "statusCallback"'],
    ['a service', make({ messagingServices: { [SERVICE]: { sender: [] } } }), 'has no option "sender"; did you mean "senders"?'],
    ['keywords', make({ messagingServices: { [SERVICE]: { advancedOptOut: { Stop: {} } } } }), 'did you mean "stop"?'],
    [
      'a keyword',
      make({ messagingServices: { [SERVICE]: { advancedOptOut: { stop: { keyword: [] } } } } }),
      'advancedOptOut.stop has no option "keyword"; did you mean "keywords"?',
    ],
    ['a queue', make({ queues: { q: { size: 3 } } }), 'queues["q"] has no option "size"; there are maxSize'],
    ['faults', make({ faults: { delay: 3 } }), 'faults has no option "delay"; there are repeats, '],
    ['faults of the application', make({ faults: { app: { stauts: 3 } } }), 'faults.app has no option "stauts"; did you mean "status"?'],
    ['faults of sockets', make({ faults: { sockets: { jitter: 3 } } }), 'faults.sockets has no option "jitter"'],
    ['strangers', make({ strangers: { answerAfter: '2s' } }), 'strangers has no option "answerAfter"; did you mean "answersAfter"?'],
    ['a phone', () => emulate({}).phone('+1', { isA: 'person' } as never), 'phone() has no option "isA"'],
    [
      'deliveries',
      () => Object.assign(ada(), { delivery: { outcom: 'failed' } }),
      'delivery has no option "outcom"; did you mean "outcome"?',
    ],
    [
      'phone.call()',
      () => ada().call(NUMBER, { displayname: 'A' } as never),
      'phone.call() has no option "displayname"; did you mean "displayName"?',
    ],
    ['phone.text()', () => ada().text(NUMBER, '', { medias: [] } as never), 'phone.text() has no option "medias"; did you mean "media"?'],
    ['listen()', () => emulate({}).listen({ ports: 1 } as never), 'listen() has no option "ports"; did you mean "port"?'],
    [
      'call.hear()',
      onCall((call) => call.hear('x', { withn: '1s' } as never)),
      'call.hear() has no option "withn"; did you mean "within"?',
    ],
    ['call.press()', onCall((call) => call.press('1', { once: true } as never)), 'call.press() has no option "once"; there are atOnce'],
    ['call.say()', onCall((call) => call.say('x', { second: 1 } as never)), 'call.say() has no option "second"; did you mean "seconds"?'],
    ['call.interrupt()', onCall((call) => call.interrupt('x', { speed: 1 } as never)), 'call.interrupt() has no option "speed"'],
  ])('an unknown name among those of %s is a TypeError that names the one that was meant', async (_, act, words) => {
    const outcome = await Promise.resolve()
      .then(act)
      .catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(TypeError);
    expect((outcome as Error).message).toContain(words);
  });

  test('what a resource of Twilio has beside what counts here is passed over, and so is what is undefined', () => {
    const number = {
      sid: 'PN1',
      accountSid: 'AC1',
      phoneNumber: NUMBER,
      capabilities: { voice: true },
      trunkSid: null,
      voiceUrl: '/voice',
    };
    const service = { sid: SERVICE, links: {}, mmsConverter: true, senders: [NUMBER] };
    const options = { numbers: { [NUMBER]: number }, messagingServices: { [SERVICE]: service }, smsUrl: undefined };
    expect(make(options)).not.toThrow();
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
