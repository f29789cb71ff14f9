import { afterEach, describe, expect, test, vi } from 'vitest';
import { createEmulator } from '../../src/emulator/index.js';
import { readSteps } from '../../src/emulator/session/test/read-steps.js';
import { ACCOUNT, ADA, ask, OURS, startEmulator, TOKEN } from './setup.js';

/** Another number of the emulator. */
const OTHER = '+15550002222';
const NUMBERS = {
  [OURS]: { voiceUrl: '/voice', statusCallback: '/status', smsUrl: '/sms' },
  [OTHER]: { voiceUrl: '/other', statusCallback: '/other-status', smsUrl: '/other-sms' },
};

const twiml = (verbs: string) => `<Response>${verbs}</Response>`;
const open: ReturnType<typeof startEmulator>[] = [];

function start(documents: Readonly<Record<string, string>>, options: Parameters<typeof startEmulator>[1] = {}) {
  const answers = Object.fromEntries(Object.entries(documents).map(([path, verbs]) => [path, twiml(verbs)]));
  const emulator = startEmulator(answers, { numbers: NUMBERS, ...options });
  open.push(emulator);
  return emulator;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((emulator) => emulator.close()));
});

type Started = ReturnType<typeof start>;
type CallResource = Readonly<Record<'sid' | 'to' | 'from' | 'direction' | 'status' | 'parent_call_sid', string>>;

const calls = async (twilio: Started) => (await ask(twilio, 'GET', '/Calls.json')).body.calls as readonly CallResource[];
const webhook = (twilio: Started, path: string) => twilio.webhooks.find(({ url }) => new URL(url).pathname === path);
const call = async (twilio: Started, form: Readonly<Record<string, string>> = {}) =>
  (await ask(twilio, 'POST', '/Calls.json', { To: OTHER, From: OURS, Url: 'https://app.example/out', ...form })).body as CallResource;

describe('<Dial> to another number of the emulator', () => {
  test('asks what answers there, in a call of its own, and joins the two', async () => {
    const twilio = start({
      '/voice': `<Dial action="/after"><Number statusCallback="/leg">${OTHER}</Number></Dial>`,
      '/other': '<Say voice="alice">Welcome there</Say><Gather action="/keys"/>',
      '/keys': '<Play digits="5"/><Hangup/>',
      '/after': '<Say>Back again</Say>',
    });
    const ada = await twilio.phone(ADA).call(OURS);
    const heard = await ada.hear('Welcome there');
    expect([heard.type, heard.voice]).toEqual(['say', 'alice']);
    await ada.press('12#');
    await ada.hear('Back again');
    await twilio.idle();

    const asked = webhook(twilio, '/other');
    const child = (await calls(twilio)).find(({ direction }) => direction === 'outbound-dial');
    expect(asked).toMatchObject({
      kind: 'voice.incoming',
      parameters: { From: ADA, To: OTHER, Direction: 'inbound', CallStatus: 'ringing' },
    });
    expect(asked?.parameters).not.toHaveProperty('ParentCallSid');
    expect([child?.sid, ada.sid]).not.toContain(asked?.parameters.CallSid);
    expect(webhook(twilio, '/keys')?.parameters).toMatchObject({ CallSid: asked?.parameters.CallSid, Digits: '12' });
    expect(webhook(twilio, '/after')?.parameters).toMatchObject({
      DialCallStatus: 'completed',
      DialBridged: 'true',
      DialCallSid: child?.sid,
    });
    expect(webhook(twilio, '/other-status')?.parameters).toMatchObject({ CallSid: asked?.parameters.CallSid, CallStatus: 'completed' });
    expect(webhook(twilio, '/leg')?.parameters).toMatchObject({ CallSid: child?.sid, CallStatus: 'completed' });
    expect(ada.heard).toContainEqual(expect.objectContaining({ type: 'tones', digits: '5' }));
    expect(twilio.findings).toEqual([]);
  });

  test('three calls are resources, and REST ends both sides at the one that it ends', async () => {
    const twilio = start({ '/voice': `<Dial>${OTHER}</Dial><Say>Alone again</Say>`, '/other': '<Say>Hold on</Say><Pause length="600"/>' });
    const ada = await twilio.phone(ADA).call(OURS);
    await ada.hear('Hold on');
    const during = await calls(twilio);
    expect(during.map(({ direction, status }) => `${direction} ${status}`).sort()).toEqual([
      'inbound in-progress',
      'inbound in-progress',
      'outbound-dial in-progress',
    ]);
    const there = during.find(({ to, direction }) => to === OTHER && direction === 'inbound');
    await ask(twilio, 'POST', `/Calls/${there?.sid}.json`, { Status: 'completed' });
    await ada.hear('Alone again');
    await twilio.idle();
    expect((await calls(twilio)).map(({ status }) => status)).toEqual(['completed', 'completed', 'completed']);
  });

  test('what the caller says is recognised there, as surely as it was said', async () => {
    const twilio = start({
      '/voice': `<Dial>${OTHER}</Dial>`,
      '/other': '<Gather input="speech" action="/said"/>',
      '/said': '<Say>Thanks</Say>',
    });
    const ada = await twilio.phone(ADA).call(OURS);
    await ada.say('Two pizzas', { confidence: 0.4 });
    await ada.hear('Thanks');
    expect(webhook(twilio, '/said')?.parameters).toMatchObject({ SpeechResult: 'Two pizzas', Confidence: '0.4' });
  });

  test('a person waits with a key until somebody listens there', async () => {
    const twilio = start({
      '/voice': `<Dial>${OTHER}</Dial>`,
      '/other': '<Say>Welcome</Say><Pause length="3"/><Gather numDigits="1" action="/keys"/>',
      '/keys': '<Say>Sales</Say>',
    });
    const ada = await twilio.phone(ADA).call(OURS);
    await ada.hear('Welcome');
    await ada.press('1');
    await ada.hear('Sales');
    expect(webhook(twilio, '/keys')?.parameters.Digits).toBe('1');
  });

  test('a person whom that number dials talks with the caller', async () => {
    const twilio = start({ '/voice': `<Dial>${OTHER}</Dial>`, '/other': '<Dial>+12025550123</Dial>' });
    const bob = twilio.phone('+12025550123', { answersAfter: false });
    const ada = await twilio.phone(ADA).call(OURS);
    const rings = await bob.incoming();
    await rings.answer();
    await rings.say('Bob here');
    expect(await ada.hear('Bob here')).toMatchObject({ type: 'speech' });
    await ada.say('Ada here');
    await rings.hear('Ada here');
    await rings.press('7');
    expect(ada.heard).toContainEqual(expect.objectContaining({ type: 'tones', digits: '7' }));
    await ada.hangUp();
    expect(rings.status).toBe('completed');
  });

  test('the caller who hangs up ends the call there too, whose verbs still ask', async () => {
    const twilio = start({ '/voice': `<Dial>${OTHER}</Dial>`, '/other': '<Say>Speak</Say><Record action="/recorded"/>' });
    const ada = await twilio.phone(ADA).call(OURS);
    await ada.hear('Speak');
    await ada.say('Hello from Ada');
    await ada.hangUp();
    await twilio.idle();
    expect(webhook(twilio, '/recorded')?.parameters).toMatchObject({ Digits: 'hangup', CallStatus: 'completed', To: OTHER });
    expect(webhook(twilio, '/other-status')?.parameters.CallStatus).toBe('completed');
  });

  test.each([
    ['<Reject reason="busy"/>', 'busy'],
    ['<Reject/>', 'no-answer'],
    ['<Dial answerOnBridge="true" timeout="5"><Number>+12025550123</Number></Dial>', 'no-answer'],
  ])('%s there is %s here', async (document, status) => {
    const twilio = start({ '/voice': `<Dial action="/after">${OTHER}</Dial>`, '/other': document, '/after': '<Say>After</Say>' });
    const ada = await twilio.phone(ADA).call(OURS);
    await ada.hear('After');
    await twilio.idle();
    expect(webhook(twilio, '/after')?.parameters).toMatchObject({ DialCallStatus: status, DialBridged: 'false' });
    const there = (await calls(twilio)).filter(({ to }) => to === OTHER);
    expect(there.map((one) => one.status)).toEqual([status, status]);
  });

  test('the caller who gives up while it rings there gives up there too', async () => {
    const twilio = start({
      '/voice': `<Dial action="/after">${OTHER}</Dial>`,
      '/other': '<Dial answerOnBridge="true">+12025550123</Dial>',
    });
    const ada = await twilio.phone(ADA).call(OURS);
    await twilio.advance('8s');
    await ada.hangUp();
    await twilio.idle();
    expect(webhook(twilio, '/after')?.parameters.DialCallStatus).toBe('canceled');
    expect(webhook(twilio, '/other-status')?.parameters.CallStatus).toBe('no-answer');
  });

  test.each(['', 'answerOnBridge="true" timeout="600"'])('numbers that dial one another in a circle (%s) come to an end', async (how) => {
    const documents = { '/voice': `<Dial ${how}>${OTHER}</Dial>`, '/other': `<Dial ${how}>${OURS}</Dial>` };
    const twilio = start(documents, { strict: false });
    const ada = await twilio.phone(ADA).call(OURS);
    await twilio.idle();
    expect([ada.status, twilio.findings.length]).toEqual([how === '' ? 'completed' : 'no-answer', 1]);
    expect(twilio.findings[0]?.message).toContain('round in a circle');
    expect((await calls(twilio)).every(({ status }) => status !== 'in-progress')).toBe(true);
  });

  test('a TwiML application answers where the number names one', async () => {
    const sid = `AP${'1'.repeat(32)}`;
    const twilio = start(
      { '/voice': `<Dial>${OTHER}</Dial>`, '/app': '<Say>Application</Say>' },
      { numbers: { ...NUMBERS, [OTHER]: { voiceApplicationSid: sid } }, applications: { [sid]: { voiceUrl: '/app' } } },
    );
    await (await twilio.phone(ADA).call(OURS)).hear('Application');
    expect(webhook(twilio, '/app')?.parameters).toMatchObject({ To: OTHER, ApplicationSid: sid });
  });

  test('a telephone that a test makes of the number goes before, whoever strangers are', async () => {
    const twilio = start({ '/voice': `<Dial>${OTHER}</Dial>`, '/other': '<Say>Never</Say>' });
    const there = twilio.phone(OTHER, { answersAfter: '2s' });
    const ada = await twilio.phone(ADA).call(OURS);
    await (await there.incoming()).stay('10s');
    await there.calls[0]?.say('A person');
    await ada.hear('A person');
    expect(webhook(twilio, '/other')).toBeUndefined();
  });

  test('a number that has nothing to answer with rings, and a warning says why', async () => {
    const twilio = start(
      { '/voice': `<Dial timeout="5" action="/after">${OTHER}</Dial>` },
      { numbers: { ...NUMBERS, [OTHER]: { smsUrl: '/sms' } } },
    );
    await twilio.phone(ADA).call(OURS);
    await twilio.idle();
    expect(twilio.findings.map(({ severity, message }) => [severity, message.split(':')[0]])).toEqual([
      ['warning', `${OTHER} is a number of this emulator that has no voiceUrl`],
    ]);
    expect(webhook(twilio, '/after')?.parameters.DialCallStatus).toBe('no-answer');
  });
});

describe('a call that REST makes to a number of the emulator', () => {
  test('has two ends that talk with one another', async () => {
    const twilio = start({
      '/out': '<Gather input="speech" action="/understood"/>',
      '/other': '<Say>Please order</Say><Gather input="speech dtmf" finishOnKey="#" action="/ordered"/>',
      '/understood': '<Say>A margherita</Say><Pause length="5"/><Hangup/>',
      '/ordered': '<Say>Thank you</Say><Pause length="60"/>',
    });
    const made = await call(twilio, { StatusCallback: 'https://app.example/progress', StatusCallbackEvent: 'answered' });
    await twilio.idle();
    const incoming = webhook(twilio, '/other')?.parameters;
    expect(incoming).toMatchObject({ From: OURS, To: OTHER, Direction: 'inbound' });
    expect(incoming?.CallSid).not.toBe(made.sid);
    expect(webhook(twilio, '/out')?.parameters).toMatchObject({ CallSid: made.sid, Direction: 'outbound-api', CallStatus: 'in-progress' });
    expect(webhook(twilio, '/understood')?.parameters).toMatchObject({ CallSid: made.sid, SpeechResult: 'Please order' });
    expect(webhook(twilio, '/ordered')?.parameters).toMatchObject({ CallSid: incoming?.CallSid, SpeechResult: 'A margherita' });
    expect(webhook(twilio, '/other-status')?.parameters).toMatchObject({ CallSid: incoming?.CallSid, CallStatus: 'completed' });
    expect((await calls(twilio)).map(({ status }) => status)).toEqual(['completed', 'completed']);
    expect(twilio.findings).toEqual([]);
  });

  test('sends the digits that it is told to, and they are keys there', async () => {
    const twilio = start({ '/out': '<Hangup/>', '/other': '<Gather numDigits="3" action="/keys"/>', '/keys': '<Pause/>' });
    await call(twilio, { SendDigits: 'ww123' });
    await twilio.idle();
    expect(webhook(twilio, '/keys')?.parameters.Digits).toBe('123');
  });

  test('ends as canceled on both sides where REST calls it off before it is answered', async () => {
    const twilio = start({ '/other': '<Dial answerOnBridge="true">+12025550123</Dial>' });
    const { sid } = await call(twilio);
    await twilio.advance('5s');
    await ask(twilio, 'POST', `/Calls/${sid}.json`, { Status: 'canceled' });
    await twilio.idle();
    expect((await calls(twilio)).map(({ direction, status }) => `${direction} ${status}`).sort()).toEqual([
      'inbound no-answer',
      'outbound-api canceled',
      'outbound-dial canceled',
    ]);
  });

  test('plays into a recording there, which is not silent then', async () => {
    const tune = '<Play>https://cdn.example/tune.mp3</Play>';
    const twilio = start({ '/out': `<Pause length="3"/>${tune}${tune}`, '/other': '<Record timeout="4" action="/recorded"/>' });
    await call(twilio);
    await twilio.idle();
    expect(webhook(twilio, '/recorded')?.parameters).toMatchObject({ Digits: 'hangup', RecordingDuration: '9' });
  });

  test('in one conference with both ends somebody hears themselves from each, and not for ever', async () => {
    const room = '<Dial><Conference>Room</Conference></Dial>';
    const twilio = start({ '/voice': room, '/out': room, '/other': room });
    const ada = await twilio.phone(ADA).call(OURS);
    await call(twilio);
    await twilio.advance('20s');
    await ada.say('Is anybody there?');
    await ada.stay('5s');
    expect(ada.heard.filter(({ text }) => text === 'Is anybody there?')).toHaveLength(2);
    await ada.hangUp();
  });

  test('one end takes the other out of a queue', async () => {
    const twilio = start({ '/out': '<Dial><Queue>line</Queue></Dial>', '/other': '<Enqueue>line</Enqueue>' });
    await call(twilio);
    await twilio.advance('30s');
    expect((await calls(twilio)).map(({ status }) => status)).toEqual(['in-progress', 'in-progress']);
  });
});

describe('agents on sockets at a number of the emulator', () => {
  /** What frames came on a socket, and what sends on it. */
  interface Agent {
    readonly frames: readonly Readonly<Record<string, unknown>>[];
    send(frame: object): void;
  }

  /** An emulator whose agents are told apart by the paths of their sockets. */
  function startAgents(documents: Readonly<Record<string, string>>) {
    const agents = new Map<string, Agent>();
    const emulator = createEmulator({
      accountSid: ACCOUNT,
      authToken: TOKEN,
      numbers: NUMBERS,
      app: {
        fetch: (request) =>
          new Response(twiml(documents[new URL(request.url).pathname] ?? ''), { headers: { 'content-type': 'text/xml' } }),
        socket: (socket, request) => {
          const frames: Readonly<Record<string, unknown>>[] = [];
          socket.addEventListener('message', ({ data }) => frames.push(JSON.parse(data)));
          agents.set(new URL(request.url).pathname, { frames, send: (frame) => socket.send(JSON.stringify(frame)) });
        },
      },
    });
    const twilio = Object.assign(emulator, { got: [] });
    open.push(twilio);
    const agent = (path: string) => vi.waitUntil(() => agents.get(path), { timeout: 20_000 });
    return { twilio, agent };
  }

  test('of ConversationRelay talk with whoever comes by way of another number', async () => {
    const { twilio, agent } = startAgents({
      '/voice': `<Dial>${OTHER}</Dial>`,
      '/other': '<Connect><ConversationRelay url="wss://app.example/relay"/></Connect>',
    });
    const ada = await twilio.phone(ADA).call(OURS);
    await ada.say('Is it open?');
    const { frames, send } = await agent('/relay');
    await vi.waitUntil(() => frames.some(({ type }) => type === 'prompt'), { timeout: 20_000 });
    expect(frames).toContainEqual(expect.objectContaining({ type: 'prompt', voicePrompt: 'Is it open?' }));
    send({ type: 'text', token: 'Open until ', last: false });
    send({ type: 'text', token: 'five', last: true });
    expect(await ada.hear('Open until five')).toMatchObject({ type: 'say' });
  });

  test('of media streams hear what is played by way of another number, and are heard there', async () => {
    const { twilio, agent } = startAgents({
      '/voice': `<Dial>${OTHER}</Dial>`,
      '/other': '<Connect><Stream url="wss://app.example/stream"/></Connect>',
    });
    const ada = await twilio.phone(ADA).call(OURS);
    const sound = new Uint8Array(480).fill(0x55);
    await ada.play(sound);
    const { frames, send } = await agent('/stream');
    const loud = Buffer.alloc(160, 0x55).toString('base64');
    const came = () => frames.filter(({ media }) => (media as { readonly payload?: string } | undefined)?.payload === loud).length;
    await vi.waitUntil(() => came() === 3, { timeout: 20_000 });
    const { streamSid } = frames.find(({ event }) => event === 'start') as { readonly streamSid: string };
    send({ event: 'media', streamSid, media: { payload: Buffer.alloc(1600, 0x2a).toString('base64') } });
    await ada.stay('1s');
    expect(ada.heard.map(({ type }) => type)).toContain('speech');
    expect(new Int16Array(ada.audio.slice(44).buffer).some((sample, index) => index % 2 === 1 && sample !== 0)).toBe(true);
    expect(came()).toBe(3);
  });

  test('of media streams hear one another, each frame once', async () => {
    const stream = (path: string) => `<Connect><Stream url="wss://app.example${path}"/></Connect>`;
    const { twilio, agent } = startAgents({ '/out': stream('/one'), '/other': stream('/two') });
    await call(twilio);
    await twilio.advance('5s');
    const [one, two] = [await agent('/one'), await agent('/two')];
    const { streamSid } = one.frames.find(({ event }) => event === 'start') as { readonly streamSid: string };
    one.send({ event: 'media', streamSid, media: { payload: Buffer.alloc(480, 0x55).toString('base64') } });
    await twilio.advance('2s');
    const sounds = two.frames.flatMap(({ event, media }) => (event === 'media' ? [(media as { readonly payload: string }).payload] : []));
    await vi.waitUntil(() => two.frames.length > 100, { timeout: 20_000 });
    const loud = Buffer.alloc(160, 0x55).toString('base64');
    expect(sounds.filter((payload) => payload === loud)).toHaveLength(3);
    expect(one.frames.filter(({ media }) => (media as { readonly payload?: string } | undefined)?.payload === loud)).toEqual([]);
  });
});

test('a text from one number to another comes in there', async () => {
  const twilio = start({ '/other-sms': '<Message>Got it</Message>' });
  await ask(twilio, 'POST', '/Messages.json', { To: OTHER, From: OURS, Body: 'Hello' });
  await twilio.idle();
  expect(webhook(twilio, '/other-sms')?.parameters).toMatchObject({ From: OURS, To: OTHER, Body: 'Hello', AccountSid: ACCOUNT });
  expect(webhook(twilio, '/sms')?.parameters).toMatchObject({ From: OTHER, To: OURS, Body: 'Got it' });
  const { messages } = (await ask(twilio, 'GET', '/Messages.json')).body as {
    readonly messages: readonly Readonly<Record<string, string>>[];
  };
  expect(messages.map(({ direction }) => direction).sort()).toEqual(['inbound', 'inbound', 'outbound-api', 'outbound-reply']);
});

test('a test that is written of it has the people, and not the calls between numbers', async () => {
  const twilio = start({ '/voice': `<Dial>${OTHER}</Dial>`, '/other': '<Say>Welcome</Say><Gather action="/keys"/>', '/keys': '<Hangup/>' });
  const ada = await twilio.phone(ADA).call(OURS);
  await ada.hear('Welcome');
  await ada.press('1#');
  await twilio.idle();
  const settings = { numbers: twilio.numbers, phones: {} };
  const steps = readSteps({ events: twilio.events, settings } as unknown as Parameters<typeof readSteps>[0]);
  expect(steps.map(({ does }) => does)).toEqual(['call', 'reach', 'hear', 'press', 'expect-status']);
});
