import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createEmulator, DEVIATIONS, type Deviations, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js';
import { emulate, kindsOf, NUMBER } from './app.js';
import { base, loudSeconds, parametersOf, payByRest, routeInVain } from './deviation-runs.js';
import { ACCOUNT, ask as askAccount, TOKEN } from './setup.js';
import { type AgentOptions, relay, startAgent } from './sockets/agent.js';

/** Something that happens, and shows how one deviation is set. */
type Story = (deviations: Partial<Deviations>) => Promise<unknown>;

/** Somebody calls, does something, and everything comes to its end. */
async function runCall(
  documents: Readonly<Record<string, string | number>>,
  deviations: Partial<Deviations>,
  act: (emulator: Emulator) => Promise<unknown> = async () => undefined,
  options: Partial<EmulatorOptions> = {},
): Promise<Emulator> {
  const twilio = emulate(documents, { ...base, deviations, ...options });
  const placed = twilio.phone('+14155550100').call(NUMBER);
  await act(twilio);
  await placed;
  await twilio.idle();
  await twilio.close();
  return twilio;
}

const ofCaller = (twilio: Emulator) => twilio.phone('+14155550100').calls[0];
const hangUp = async (twilio: Emulator) => {
  await twilio.advance('8s');
  await ofCaller(twilio)?.hangUp();
};

const SERVICE = `MG${'1'.repeat(32)}`;
/** A Messaging Service with our number. */
const SERVICES = { messagingServices: { [SERVICE]: { senders: [NUMBER] } } };

const WAITING = '<Dial action="/d">+12025550123</Dial>';

const stories: Readonly<Record<keyof Deviations, Story>> = {
  silentRecord: async (deviations) => kindsOf(await runCall({ '/voice': '<Record timeout="2" action="/r"/>' }, deviations)),
  callerGivesUp: async (deviations) => {
    const twilio = await runCall({ '/voice': WAITING }, deviations, hangUp);
    return parametersOf(twilio, 'voice.dial')?.DialCallStatus;
  },
  httpRedirects: async (deviations) => {
    const twilio = createEmulator({
      ...base,
      app: { fetch: () => new Response(null, { status: 302, headers: { location: '/next' } }) },
      numbers: { [NUMBER]: '/voice' },
      deviations,
    });
    await twilio.phone('+14155550100').call(NUMBER);
    await twilio.idle();
    return kindsOf(twilio).length;
  },
  redirectParameters: async (deviations) => {
    const answers = [
      new Response(null, { status: 302, headers: { location: '/next' } }),
      new Response('<Response/>', { headers: { 'content-type': 'text/xml' } }),
    ];
    const fetch = () => answers.shift() ?? new Response(null, { status: 204 });
    const twilio = createEmulator({ ...base, app: { fetch }, numbers: { [NUMBER]: '/voice' }, deviations });
    await twilio.phone('+14155550100').call(NUMBER);
    await twilio.idle();
    return new URL(twilio.webhooks[1]?.url ?? '').searchParams.has('CallSid');
  },
  unknownVerb: async (deviations) => ofCaller(await runCall({ '/voice': '<say>x</say><Say>y</Say>' }, deviations))?.transcript(),
  payAttempts: async (deviations) =>
    ofCaller(await runCall({ '/voice': '<Pay maxAttempts="1" action="https://app.example/p"/>' }, deviations))?.heard.length,
  payGivesUp: async (deviations) =>
    kindsOf(await runCall({ '/voice': '<Pay action="https://app.example/p"/><Say>next</Say>' }, deviations)),
  incompletePayment: (deviations) => payByRest('complete', deviations),
  canceledPayment: (deviations) => payByRest('cancel', deviations),
  refusedRefer: async (deviations) => {
    const twilio = emulate(
      { '/voice': '<Refer action="/rf"><Sip>sip:a@example.com</Sip></Refer>' },
      { ...base, deviations, sipDomains: { 'r.sip.twilio.com': { voiceUrl: '/voice' } } },
    );
    await twilio.phone('sip:ada@example.org', { refer: { response: 405 } }).call('sip:desk@r.sip.twilio.com');
    await twilio.idle();
    return parametersOf(twilio, 'voice.refer')?.ReferCallStatus;
  },
  queueSize: async (deviations) => {
    const twilio = await runCall({ '/voice': '<Enqueue waitUrl="/w">q</Enqueue>', '/w': '<Pause length="20"/>' }, deviations, hangUp);
    return parametersOf(twilio, 'voice.enqueue.wait')?.MaxQueueSize;
  },
  gatherTimeoutAuto: async (deviations) => ofCaller(await runCall({ '/voice': '<Gather timeout="auto"/>' }, deviations))?.duration,
  conferenceMethod: async (deviations) => {
    const documents = { '/voice': '<Dial><Conference statusCallback="/c" statusCallbackEvent="join" waitUrl="">R</Conference></Dial>' };
    const twilio = await runCall(documents, deviations, hangUp);
    return twilio.webhooks.find(({ kind }) => kind === 'voice.conference.participant-join')?.method;
  },
  answeredCallback: async (deviations) => {
    const twilio = emulate({ '/voice': '<Pause length="5"/>' }, { ...base, deviations });
    twilio.phone('+14155550100');
    await createCall(twilio, { StatusCallback: 'https://app.example/status', StatusCallbackEvent: 'answered' });
    await twilio.idle();
    return kindsOf(twilio);
  },
  rejectReport: async (deviations) => kindsOf(await runCall({ '/voice': '<Reject reason="busy"/>' }, deviations)),
  rejectedByOurs: async (deviations) => {
    const numbers = { [NUMBER]: '/voice', '+15550002222': '/other' };
    const documents = { '/voice': '<Dial action="/d">+15550002222</Dial>', '/other': '<Reject/>' };
    return parametersOf(await runCall(documents, deviations, undefined, { numbers }), 'voice.dial')?.DialCallStatus;
  },
  declined: async (deviations) => {
    const twilio = await runCall({ '/voice': WAITING }, deviations, async (emulator) => {
      emulator.phone('+12025550123', { is: 'declining' });
    });
    return parametersOf(twilio, 'voice.dial')?.DialCallStatus;
  },
  gatherHangUp: async (deviations) => {
    const twilio = await runCall({ '/voice': '<Gather numDigits="4" timeout="20" action="/g"/>' }, deviations, async (emulator) => {
      await emulator.advance('2s');
      await ofCaller(emulator)?.press('12');
      await ofCaller(emulator)?.hangUp();
    });
    return parametersOf(twilio, 'voice.gather')?.Digits;
  },
  beepHangUp: async (deviations) => {
    const twilio = await runCall({ '/voice': '<Record action="/r"/>' }, deviations, async (emulator) => {
      await emulator.advance('200ms');
      await ofCaller(emulator)?.hangUp();
    });
    return parametersOf(twilio, 'voice.record')?.Digits;
  },
  interruptedAction: async (deviations) => kindsOf(await runCall({ '/voice': WAITING, '/other': '<Hangup/>' }, deviations, redirect)),
  enqueueRedirected: async (deviations) =>
    kindsOf(await runCall({ '/voice': '<Enqueue waitUrl="" action="/q">q</Enqueue>', '/other': '<Hangup/>' }, deviations, redirect)),
  unstartedConference: async (deviations) =>
    kindsOf(await runCall({ '/voice': '<Dial><Conference statusCallback="/c" waitUrl="">R</Conference></Dial>' }, deviations, hangUp)),
  conferenceStart: async (deviations) => {
    const documents = {
      '/voice': '<Dial><Conference statusCallback="/c" statusCallbackEvent="start join" waitUrl="">R</Conference></Dial>',
    };
    const twilio = await runCall(documents, deviations, async (emulator) => {
      await emulator.phone('+14155550101').call(NUMBER);
      await emulator.advance('5s');
      for (const address of ['+14155550100', '+14155550101']) await emulator.phone(address).calls[0]?.hangUp();
    });
    return kindsOf(twilio).filter((kind) => kind.startsWith('voice.conference'));
  },
  holdMusic: async (deviations) => {
    const document = '<Dial><Conference record="record-from-start" waitUrl="" endConferenceOnExit="true">R</Conference></Dial>';
    const options = { ...base, deviations, accountSid: ACCOUNT, authToken: TOKEN };
    const twilio = emulate({ '/voice': document }, options);
    const [ada, ben] = [await twilio.phone('+14155550100').call(NUMBER), await twilio.phone('+14155550101').call(NUMBER)];
    await twilio.advance('2s');
    const { body } = await askAccount(twilio, 'GET', '/Conferences.json');
    const [conference] = body.conferences as { readonly sid: string }[];
    const hold = (Hold: string) => askAccount(twilio, 'POST', `/Conferences/${conference?.sid}/Participants/${ben.sid}.json`, { Hold });
    await hold('true');
    await twilio.advance('3s');
    await hold('false');
    await twilio.advance('1s');
    await ada.hangUp();
    await twilio.idle();
    return loudSeconds(twilio);
  },
  callerRefers: async (deviations) => {
    const twilio = emulate(
      { '/voice': '<Dial referUrl="/rf">+12025550123</Dial>', '/rf': '<Hangup/>' },
      { ...base, deviations, sipDomains: { 'r.sip.twilio.com': { voiceUrl: '/voice' } } },
    );
    twilio.phone('+12025550123');
    const call = await twilio.phone('sip:ada@example.org').call('sip:desk@r.sip.twilio.com');
    await twilio.advance('20s');
    await call.refer('sip:bob@example.com');
    await twilio.idle();
    return parametersOf(twilio, 'voice.dial.refer')?.CallSid;
  },
  inboundSipResponse: async (deviations) =>
    parametersOf(await runCall({ '/voice': '<Hangup/>' }, deviations), 'voice.status.incoming')?.SipResponseCode,
  unansweredDial: async (deviations) => {
    const document = '<Dial answerOnBridge="true" timeout="5" action="/d">+12025550123</Dial>';
    return parametersOf(await runCall({ '/voice': document }, deviations), 'voice.dial')?.CallStatus;
  },
  failedLegs: async (deviations) => {
    const document = '<Dial timeout="5" action="/d"><Number>+12025550123</Number><Number>+12025550124</Number></Dial>';
    const twilio = await runCall({ '/voice': document }, deviations, async (emulator) => {
      emulator.phone('+12025550124', { is: 'unreachable' });
    });
    return parametersOf(twilio, 'voice.dial')?.DialCallStatus;
  },
  brokenSound: async (deviations) =>
    ofCaller(await runCall({ '/voice': '<Play>/none.wav</Play><Say>on</Say>', '/none.wav': 404 }, deviations))?.transcript(),
  typeAhead: async (deviations) => {
    const documents = { '/voice': '<Pause length="5"/><Gather numDigits="1" action="/g"/>' };
    const twilio = await runCall(documents, deviations, async (emulator) => {
      await emulator.advance('2s');
      await ofCaller(emulator)?.press('7', { atOnce: true });
    });
    return parametersOf(twilio, 'voice.gather')?.Digits;
  },
  whisperFallback: async (deviations) =>
    kindsOf(
      await runCall(
        { '/voice': '<Dial><Number url="/w">+12025550123</Number></Dial>', '/w': 500, '/fb': '<Hangup/>' },
        deviations,
        async (emulator) => {
          emulator.phone('+12025550123');
        },
        { numbers: { [NUMBER]: { voiceUrl: '/voice', voiceFallbackUrl: '/fb' } } },
      ),
    ),
  whisperAnsweredBy: async (deviations) => {
    const documents = { '/voice': '<Dial><Number url="/w" machineDetection="Enable">+12025550123</Number></Dial>', '/w': '<Hangup/>' };
    const twilio = await runCall(documents, deviations, async (emulator) => {
      emulator.phone('+12025550123');
    });
    return parametersOf(twilio, 'voice.dial.whisper')?.AnsweredBy;
  },
  mostDocuments: async (deviations) => kindsOf(await runCall({ '/voice': '<Redirect/>' }, deviations)).length,
  cookies: async (deviations) => {
    const seen: (string | null)[] = [];
    const fetch = (request: Request) => {
      seen.push(request.headers.get('cookie'));
      return new Response('<Response/>', { headers: { 'content-type': 'text/xml', 'set-cookie': 'a=1' } });
    };
    const twilio = createEmulator({ ...base, app: { fetch }, numbers: { [NUMBER]: '/voice' }, deviations });
    await twilio.phone('+14155550100').call(NUMBER);
    await twilio.phone('+14155550101').call(NUMBER);
    await twilio.idle();
    return seen;
  },
  lastTarget: routeInVain,
  sendingCallback: async (deviations) => statusesOf(await sendMessage(deviations)),
  scheduledPath: async (deviations) => {
    const sendAt = { MessagingServiceSid: SERVICE, ScheduleType: 'fixed', SendAt: '2026-11-30T13:00:00Z' };
    return statusesOf(await sendMessage(deviations, sendAt, { now: '2026-11-30T12:00:00Z', ...SERVICES }));
  },
  closedWindow: async (deviations) => {
    const [ours, theirs] = [`whatsapp:${NUMBER}`, 'whatsapp:+14155550100'];
    return statusesOf(await sendMessage(deviations, { From: ours, To: theirs }, { numbers: { [ours]: {} } }));
  },
  optedOutByService: async (deviations) => {
    const twilio = emulate({}, { ...base, deviations, ...SERVICES });
    await twilio.phone('+14155550100').text(NUMBER, 'STOP');
    const form = { To: '+14155550100', MessagingServiceSid: SERVICE, Body: 'Hello' };
    const { status } = await ask(twilio, 'Messages', form);
    await twilio.idle();
    return status;
  },
  keywordWebhook: async (deviations) => {
    const twilio = emulate({ '/sms': '' }, { ...base, deviations, numbers: { [NUMBER]: { smsUrl: '/sms' } } });
    await twilio.phone('+14155550100').text(NUMBER, 'STOP');
    await twilio.idle();
    return kindsOf(twilio);
  },
  messageAction: async (deviations) => {
    const documents = { '/sms': '<Message action="/sent">Hello</Message>', '/sent': '' };
    const twilio = emulate(documents, { ...base, deviations, numbers: { [NUMBER]: { smsUrl: '/sms' } } });
    await twilio.phone('+14155550100').text(NUMBER, 'Hello');
    await twilio.idle();
    return Object.keys(parametersOf(twilio, 'messaging.twiml.message_action') ?? {});
  },
  places: async (deviations) => parametersOf(await runCall({ '/voice': '' }, deviations), 'voice.incoming')?.FromState,
  relayUnreachable: async (deviations) => {
    const elsewhere = relay().replace('app.example', 'elsewhere.example');
    return (await runAgent(deviations, elsewhere)).requests.map(({ ErrorCode }) => ErrorCode);
  },
  relayProvider: async (deviations) => {
    const agent = await runAgent(deviations, relay('ttsProvider="Nobody"'), { reply: ({ type }, send) => type === 'setup' && send(END) });
    return agent.requests.map(({ SessionStatus, ErrorCode }) => [SessionStatus, ErrorCode]);
  },
  relayEnd: async (deviations) => {
    const agent = await runAgent(deviations, relay(), {
      reply: ({ type }, send) => type === 'setup' && [{ type: 'text', token: 'Goodbye then' }, END].forEach(send),
    });
    return [ofCaller(agent.twilio)?.heard[0]?.text, agent.requests.map(({ HandoffData }) => HandoffData)];
  },
  ignoredBackchannel: async (deviations) => {
    const agent = startAgent(relay('ignoreBackchannel="true" welcomeGreeting="Welcome to us all"'), { ...base, deviations });
    const call = await agent.ada.call(NUMBER);
    await call.interrupt('yes', { seconds: 0.1 });
    await call.hear('all');
    await agent.twilio.close();
    return agent.frames.map(({ type }) => type);
  },
  relayPlayMs: async (deviations) => {
    const agent = await runAgent(deviations, relay(), {
      reply: ({ type }, send) => type === 'setup' && send({ type: 'play', source: 'https://app.example/bell.mp3' }),
      stay: '5s',
    });
    return ofCaller(agent.twilio)?.heard[0]?.seconds;
  },
  letterMs: async (deviations) => [
    ofCaller(await runCall({ '/voice': '<Say>Hello out there</Say>' }, deviations))?.duration,
    ofCaller((await runAgent(deviations, relay('welcomeGreeting="Hello"'), { stay: '5s' })).twilio)?.heard[0]?.seconds,
  ],
};

const END = { type: 'end', handoffData: '{}' };

/** Somebody calls an agent, and everything comes to its end. */
async function runAgent(
  deviations: Partial<Deviations>,
  twiml: string,
  { stay = '2s', ...options }: AgentOptions & { stay?: `${number}s` } = {},
) {
  const agent = startAgent(twiml, { ...base, deviations, ...options });
  const call = await agent.ada.call(NUMBER);
  await agent.twilio.advance(stay);
  if (call.status === 'in-progress') await call.hangUp();
  await agent.twilio.idle();
  await agent.twilio.close();
  return agent;
}

async function redirect(twilio: Emulator): Promise<void> {
  await twilio.advance('3s');
  await post(twilio, `Calls/${ofCaller(twilio)?.sid}`, { Url: 'https://app.example/other' });
}

async function createCall(twilio: Emulator, parameters: Readonly<Record<string, string>>): Promise<void> {
  await post(twilio, 'Calls', { To: '+14155550100', From: NUMBER, Url: 'https://app.example/voice', ...parameters });
}

/** A message by REST, which comes to its end. */
async function sendMessage(
  deviations: Partial<Deviations>,
  parameters: Readonly<Record<string, string>> = {},
  options: Partial<EmulatorOptions> = {},
): Promise<Emulator> {
  const twilio = emulate({}, { ...base, deviations, ...options });
  const sender = 'MessagingServiceSid' in parameters ? {} : { From: NUMBER };
  const form = { To: '+14155550100', Body: 'Hello', StatusCallback: 'https://app.example/status', ...sender, ...parameters };
  await post(twilio, 'Messages', form);
  await twilio.idle();
  return twilio;
}

function statusesOf({ webhooks }: Emulator): readonly unknown[] {
  return webhooks.map(({ parameters }) => parameters.MessageStatus);
}

async function post(twilio: Emulator, path: string, parameters: Readonly<Record<string, string>>): Promise<void> {
  expect((await ask(twilio, path, parameters)).status).toBeLessThan(300);
}

function ask(twilio: Emulator, path: string, parameters: Readonly<Record<string, string>>): Promise<Response> {
  const account = 'AC0123456789abcdef0123456789abcdef';
  const authorization = `Basic ${btoa(`${account}:0123456789abcdef0123456789abcdef`)}`;
  const url = `https://api.twilio.com/2010-04-01/Accounts/${account}/${path}.json`;
  return twilio.rest(new Request(url, { method: 'POST', headers: { authorization }, body: new URLSearchParams(parameters) }));
}

describe('deviations', () => {
  const names = Object.keys(DEVIATIONS) as readonly (keyof Deviations)[];

  test.each(names)('%s changes what happens, and its first value is what happens without it', async (name) => {
    const story = stories[name];
    const [usual, other] = DEVIATIONS[name].values;
    const plain = await story({});
    expect(await story({ [name]: usual })).toEqual(plain);
    expect(await story({ [name]: other })).not.toEqual(plain);
  });

  test.each(names)('%s says what is not known, and where that comes from', (name) => {
    const { question, source, values } = DEVIATIONS[name];
    expect(question).toMatch(/[.?]$/);
    expect(source).toMatch(/^https:|[.]$/);
    expect(values.length).toBeGreaterThan(1);
  });

  test('are all in the guide, with their values', () => {
    const page = readFileSync(new URL('../../docs/emulator.md', import.meta.url), 'utf8');
    const rows = page.split('\n').filter((line) => line.startsWith('| `') && line.includes(' | '));
    for (const name of names) {
      const { question, values, certainty } = DEVIATIONS[name];
      const row = rows.find((line) => line.startsWith(`| \`${name}\` `))?.replaceAll(/ +/g, ' ');
      expect(row).toContain(`| ${question} | ${values.map((value) => `\`${value}\``).join(', ')} | ${certainty} |`);
    }
  });

  test('that there are not are refused', () => {
    expect(() => emulate({}, { deviations: { silentRecords: 'action' } as never })).toThrow('did you mean silentRecord?');
    expect(() => emulate({}, { deviations: { places: 'nowhere' } as never })).toThrow(
      'deviations.places is one of "by-area-code", "empty"; got "nowhere"',
    );
  });
});
