import { describe, expect, expectTypeOf, test } from 'vitest';
import { createEmulator, type Emulator, EmulatorError } from '../../src/emulator/index.js';
import type { GatherResult } from '../../src/payloads/index.js';
import { emulate, kindsOf, NUMBER } from './app.js';

const MENU = { '/voice': '<Gather numDigits="1" action="/menu"><Say>Press one.</Say></Gather>', '/menu': '<Say>Thanks.</Say>' };

/** What a step of a test fails with. */
async function failureOf(step: Promise<unknown>): Promise<EmulatorError> {
  const failure = await step.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof EmulatorError) return failure;
  throw new Error(`expected an EmulatorError, got ${String(failure)}`);
}

describe('createEmulator', () => {
  test('narrows a webhook by its kind to a typed payload', async () => {
    const twilio = emulate(MENU);
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await call.press('1');
    await twilio.idle();
    const gather = twilio.webhooks.find((one) => one.kind === 'voice.gather');
    expect(gather?.payload.Digits).toBe('1');
    if (gather !== undefined) expectTypeOf(gather.payload).toEqualTypeOf<GatherResult>();
    expect(gather?.parameters).toMatchObject({ Digits: '1', FinishedOnKey: '' });
  });

  test('lists our numbers', () => {
    expect(emulate(MENU).numbers).toEqual({ [NUMBER]: { voiceUrl: '/voice', statusCallback: '/status' } });
  });

  test('begins anew by reset, and then runs as it did at first', async () => {
    const twilio = emulate(MENU, { now: 0 });
    const kinds: string[] = [];
    twilio.on(({ type }) => kinds.push(type));
    const run = async () => {
      const call = await twilio.phone('+14155550100').call(NUMBER);
      await call.press('1');
      await twilio.idle();
      return JSON.stringify(twilio.webhooks);
    };
    const first = await run();
    const before = kinds.length;
    const phone = twilio.phone('+14155550100');
    twilio.reset();
    expect([twilio.webhooks, twilio.events, twilio.findings]).toEqual([[], [], []]);
    expect((await failureOf(phone.call(NUMBER))).code).toBe('EMULATOR_CLOSED');
    expect(await run()).toBe(first);
    expect(kinds).toHaveLength(2 * before);
  });

  test('has nothing to wait for when a caller has hung up during a prompt', async () => {
    const twilio = emulate({ '/voice': '<Gather timeout="60"><Say>Press one for the opening hours.</Say></Gather>' });
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await call.stay('100ms');
    await call.hangUp();
    const { now } = twilio;
    await twilio.idle();
    expect(twilio.now - now).toBeLessThan(60_000);
    expect(call.heard.map(({ type }) => type)).toEqual(['say']);
  });

  test('keeps no more events than it is told', async () => {
    const twilio = emulate({ '/voice': '<Say>x</Say><Redirect/>' }, { keep: 50, strict: false });
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await call.stay('5m');
    expect(twilio.events.length).toBeLessThan(80);
    expect(twilio.events[0]?.seq).toBeGreaterThan(1);
    await twilio.close();
  });

  test('fails a step for what Twilio reports as an error, once', async () => {
    const twilio = emulate({ '/voice': 500 });
    const failure = await failureOf(twilio.phone('+14155550100').call(NUMBER));
    expect(failure.code).toBe('EMULATOR_FINDING');
    expect(failure.message).toContain('11200');
    await twilio.idle();
    expect(twilio.findings).toMatchObject([{ twilioCode: 11200, severity: 'error' }]);
  });

  test.each([200, 204])('takes an answer without a body (%s) for the end of the call', async (status) => {
    const twilio = emulate({ '/voice': status });
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await twilio.idle();
    expect(call.status).toBe('completed');
    expect(twilio.findings).toEqual([]);
    await twilio.close();
  });

  test('finds nothing wrong with an empty answer once REST has sent the call elsewhere', async () => {
    const account = 'AC0123456789abcdef0123456789abcdef';
    const headers = { authorization: `Basic ${btoa(`${account}:0123456789abcdef0123456789abcdef`)}` };
    const redirect = async (request: Request) => {
      const sid = new URLSearchParams(await request.text()).get('CallSid');
      const url = `https://api.twilio.com/2010-04-01/Accounts/${account}/Calls/${sid}.json`;
      const body = new URLSearchParams({ Twiml: '<Response><Say>Elsewhere</Say></Response>' });
      expect((await twilio.rest(new Request(url, { method: 'POST', headers, body }))).status).toBe(200);
      // Nothing but the first byte was promised, as by a server that answers in chunks.
      return new Response(null, { headers: { 'transfer-encoding': 'chunked', 'content-type': 'text/xml' } });
    };
    const menu = '<Response><Gather numDigits="1" action="/menu"/></Response>';
    const fetch = (request: Request) =>
      request.url.endsWith('/menu') ? redirect(request) : new Response(menu, { headers: { 'content-type': 'text/xml' } });
    const twilio = createEmulator({ app: { fetch }, numbers: { [NUMBER]: '/voice' } });
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await call.press('1');
    await call.hear('Elsewhere');
    await twilio.idle();
    expect(twilio.findings).toEqual([]);
    await twilio.close();
  });

  test('does not fail for warnings, and lists them', async () => {
    const twilio = emulate({ '/voice': '<say>x</say><Say>y</Say>' });
    await (await twilio.phone('+14155550100').call(NUMBER)).hear('y');
    expect(twilio.findings).toMatchObject([{ twilioCode: 12200, severity: 'warning' }]);
  });

  test('says what was signed when the application refuses the signature', async () => {
    const authToken = 'fedcba9876543210fedcba9876543210';
    const twilio = emulate({ '/voice': 403 }, { strict: false, authToken });
    await twilio.phone('+14155550100').call(NUMBER);
    await twilio.idle();
    const refusal = twilio.findings.find(({ message }) => message.includes('signature'));
    expect(refusal?.message).toContain('https://app.example/voice');
    expect(refusal?.message).toContain('the option authToken');
    expect(JSON.stringify(twilio.findings)).not.toContain(authToken);
  });
});

describe('a phone', () => {
  test('can have several calls at once', async () => {
    const twilio = emulate({ '/voice': '<Pause length="60"/>' });
    const ada = twilio.phone('+14155550100');
    const [one, other] = [await ada.call(NUMBER), await ada.call(NUMBER)];
    expect(ada.calls).toEqual([one, other]);
    expect([one.status, other.status]).toEqual(['in-progress', 'in-progress']);
    await twilio.close();
  });

  test.each(['busy', 'off'] as const)('cannot call while it is %s', async (is) => {
    const failure = await failureOf(emulate(MENU).phone('+14155550100', { is }).call(NUMBER));
    expect(failure.code).toBe('EMULATOR_BUSY_LINE');
  });

  test('is told the parameters that a <Client> hands over', async () => {
    const twilio = emulate({ '/voice': '<Dial><Client><Identity>joey</Identity><Parameter name="order" value="7"/></Client></Dial>' });
    const joey = twilio.phone('client:joey', { answersAfter: false });
    const placed = twilio.phone('+14155550100').call(NUMBER);
    const call = await joey.incoming();
    expect(call.parameters).toEqual({ order: '7' });
    await call.decline();
    await placed;
  });

  test('rings as long as nobody answers, and takes part in nothing when it declines', async () => {
    const twilio = emulate({ '/voice': '<Dial>+12025550123</Dial><Say>Nobody is there.</Say>' });
    const bob = twilio.phone('+12025550123', { answersAfter: false });
    const call = await twilio.phone('+14155550100').call(NUMBER);
    const ringing = await bob.incoming();
    await ringing.ignore();
    expect(ringing.status).toBe('ringing');
    await ringing.decline();
    expect((await call.hear('Nobody is there.')).type).toBe('say');
    expect(bob.calls).toEqual([ringing]);
  });

  test.each([
    ['no-answer', 'no-answer'],
    ['busy', 'busy'],
    ['unreachable', 'failed'],
    [{ answersAfter: '3s' }, 'completed'],
  ] as const)('that nobody made is %j', async (strangers, status) => {
    const twilio = emulate({ '/voice': '<Dial timeLimit="5" action="/d">+12025550123</Dial>' }, { strangers });
    await twilio.phone('+14155550100').call(NUMBER);
    await twilio.idle();
    expect(twilio.webhooks.find((one) => one.kind === 'voice.dial')?.payload.DialCallStatus).toBe(status);
  });
});

describe('Call.hear', () => {
  test('takes expressions with flags, and finds each thing once', async () => {
    const twilio = emulate({ '/voice': '<Say>PRESS one</Say><Say>press one</Say>' });
    const call = await twilio.phone('+14155550100').call(NUMBER);
    const pattern = /press ONE/giu;
    expect((await call.hear(pattern)).text).toBe('PRESS one');
    expect((await call.hear(pattern)).text).toBe('press one');
    expect(pattern.lastIndex).toBe(0);
    expect((await failureOf(call.hear(pattern))).code).toBe('EMULATOR_NOT_HEARD');
  });

  test('fails with all that helps to find the fault', async () => {
    const twilio = emulate({ ...MENU, '/menu': 500 }, { strict: false, now: 0, seed: 1 });
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await call.press('1');
    const { message } = await failureOf(call.hear('Welcome'));
    expect(message).toMatchInlineSnapshot(`
      "+14155550100 did not hear "Welcome": the call ended.
      Call CA76a4f839f4278d38935e7d0c813418e6 from +14155550100 to +15550001111 is completed.
      Heard:
         0.0 s  say "Press one."
         0.0 s  apology "We are sorry, an application error has occurred. Goodbye." (3.705 s)
         3.7 s  hangup
      Last webhook: voice.gather, POST https://app.example/menu
      Answer: 500 
      Findings:
        11200 voice.gather to https://app.example/menu: An answer has the status 200; found 500. Twilio does not read its body (11200)."
    `);
  });

  test('tells apart that time has passed from that the call has ended', async () => {
    const twilio = emulate({ '/voice': '<Say>Hello</Say><Pause length="600"/>' });
    const call = await twilio.phone('+14155550100').call(NUMBER);
    expect((await failureOf(call.hear('never', { within: '20s' }))).message).toContain('20 s passed');
    await call.hangUp();
    expect((await failureOf(call.hear('never'))).message).toContain('the call ended');
    expect((await failureOf(call.press('1'))).message).toContain('nobody is there to press keys');
  });

  test('says which numbers there are when one is misspelt', async () => {
    const failure = await failureOf(emulate(MENU).phone('+14155550100').call('+15550001112'));
    expect(failure).toMatchObject({ code: 'EMULATOR_UNKNOWN_NUMBER' });
    expect(failure.message).toBe(`+15550001112 is not one of the emulator's numbers; did you mean ${NUMBER}?`);
  });
});

describe('faults', () => {
  const EVENTS = ['initiated', 'ringing', 'answered', 'completed'].join(' ');
  const documents = {
    '/voice': `<Dial><Number statusCallback="/c" statusCallbackEvent="${EVENTS}">+12025550123</Number></Dial>`,
  };
  const run = async (faults: NonNullable<Parameters<typeof createEmulator>[0]['faults']>, seed = 1): Promise<Emulator> => {
    const twilio = emulate(documents, { faults, seed, strict: false, now: 0 });
    twilio.phone('+12025550123');
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await call.stay('30s');
    await call.hangUp();
    await twilio.idle();
    return twilio;
  };
  const sequence = ({ webhooks }: Emulator) =>
    webhooks.flatMap((one) => (one.kind === 'voice.status.dial' ? [one.payload.SequenceNumber] : []));

  test('are none unless asked for', async () => {
    expect(sequence(await run({}))).toEqual([0, 1, 2, 3]);
  });

  test('lose, repeat and shuffle callbacks', async () => {
    expect(sequence(await run({ gaps: 1 }))).toEqual([]);
    expect(sequence(await run({ repeats: 1 })).toSorted()).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
    const shuffled = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => run({ disorder: 0.5 }, seed)));
    expect(shuffled.map((one) => sequence(one).join())).toContain('1,0,2,3');
  });

  test('repeat a callback as Twilio repeats it: by its token it is known again', async () => {
    const { webhooks } = await run({ repeats: 1 });
    const tokens = webhooks.flatMap(({ kind, request }) =>
      kind === 'voice.status.dial' ? [request.headers['i-twilio-idempotency-token']] : [],
    );
    expect(tokens).toHaveLength(8);
    expect(new Set(tokens).size).toBe(4);
  });

  test('are the same for the same seed, and others for another', async () => {
    const faults = { gaps: 0.3, repeats: 0.3, disorder: 0.3, delayMs: 2000 };
    const [one, same] = [await run(faults, 7), await run(faults, 7)];
    expect(JSON.stringify(one.webhooks)).toBe(JSON.stringify(same.webhooks));
    const others = await Promise.all([8, 9, 10].map((seed) => run(faults, seed)));
    expect(others.some((other) => sequence(other).join() !== sequence(one).join())).toBe(true);
  });

  test('delay callbacks, and never the requests for documents', async () => {
    const twilio = await run({ delayMs: 5000 });
    const [incoming] = twilio.webhooks;
    expect(incoming).toMatchObject({ kind: 'voice.incoming', at: 0 });
    expect(sequence(twilio).toSorted()).toEqual([0, 1, 2, 3]);
  });

  test('of the application answer, delay or drop as they say', async () => {
    const app = (request: Request) => (request.url.endsWith('/voice') ? { status: 503 } : undefined);
    const twilio = emulate(
      { '/voice': '<Say>x</Say>', '/fb': '<Say>fallback</Say>' },
      {
        strict: false,
        faults: { app },
        numbers: { [NUMBER]: { voiceUrl: '/voice', voiceFallbackUrl: '/fb' } },
      },
    );
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await call.hear('fallback');
    await twilio.idle();
    expect(kindsOf(twilio)).toEqual(['voice.incoming', 'voice.fallback']);
    expect(twilio.webhooks[0]?.response?.status).toBe(503);
  });

  test.each([
    [{ drop: 'refused' }, 2, 11205],
    [{ drop: true }, 1, 11200],
    [{ delayMs: 16_000 }, 1, 11200],
  ] as const)('of the application: %j is tried %i times, and is reported as %i', async (app, tries, code) => {
    const twilio = emulate({ '/voice': '<Say>x</Say>' }, { strict: false, faults: { app }, numbers: { [NUMBER]: { voiceUrl: '/voice' } } });
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await call.hear('application error');
    expect(kindsOf(twilio)).toEqual(Array.from({ length: tries }, () => 'voice.incoming'));
    expect(twilio.findings[0]?.twilioCode).toBe(code);
  });

  test('report a host that no application is for as one that does not resolve', async () => {
    const twilio = emulate({}, { strict: false, numbers: { [NUMBER]: 'https://elsewhere.example/voice' } });
    await twilio.phone('+14155550100').call(NUMBER);
    await twilio.idle();
    expect(twilio.findings[0]).toMatchObject({
      twilioCode: 11210,
      message: expect.stringContaining('https://elsewhere.example is not this machine'),
    });
  });
});
