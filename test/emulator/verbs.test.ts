import { describe, expect, test } from 'vitest';
import { emulate, NUMBER } from './app.js';
import { ask, startEmulator } from './setup.js';

const ADA = '+14155550100';

describe('what runs beside a call', () => {
  test.each([
    ['Transcription', 'statusCallbackUrl', 'TranscriptionEvent', ['transcription-started', 'transcription-stopped']],
    ['Siprec', 'statusCallback', 'SiprecEvent', ['siprec-started', 'siprec-stopped']],
  ])('a <%s> that was stopped is not told as stopped again when the call ends', async (tag, attribute, parameter, events) => {
    const start = `<Start><${tag} name="it" connectorName="c" ${attribute}="/told"/></Start>`;
    const twilio = emulate(
      { '/voice': `${start}<Pause length="2"/><Stop><${tag} name="it"/></Stop><Pause length="2"/>` },
      { strict: false },
    );
    await twilio.phone(ADA).call(NUMBER);
    await twilio.idle();
    const told = twilio.webhooks.filter(({ url }) => url.endsWith('/told'));
    expect(told.map(({ parameters }) => parameters[parameter])).toEqual(events);
    await twilio.close();
  });

  test('a transcription that REST starts tells how it was set up', async () => {
    const emulator = startEmulator({ '/voice': '<Response><Pause length="5"/></Response>' });
    const call = await emulator.phone(ADA).call(NUMBER);
    const form = { StatusCallbackUrl: 'https://app.example/told', SpeechModel: 'telephony', Hints: 'Ada', InboundTrackLabel: 'caller' };
    expect((await ask(emulator, 'POST', `/Calls/${call.sid}/Transcriptions.json`, form)).status).toBe(201);
    await emulator.idle();
    const [started] = emulator.got.filter(({ path }) => path === '/told');
    expect(started?.parameters.get('InboundTrackLabel')).toBe('caller');
    expect(JSON.parse(started?.parameters.get('ProviderConfiguration') ?? '')).toMatchObject({ speechModel: 'telephony', hints: 'Ada' });
    await emulator.close();
  });
});

describe('callbacks', () => {
  test.each([
    '<Dial timeout="5"><Number statusCallback="">+12025550123</Number></Dial>',
    '<Start><Stream url="wss://app.example/s" statusCallback=""/></Start><Pause length="2"/>',
    '<Record maxLength="2" action="/after" recordingStatusCallback="" transcribe="true" transcribeCallback=""/>',
  ])('that are empty tell nobody: %s', async (document) => {
    const twilio = emulate({ '/voice': document }, { strict: false });
    await twilio.phone(ADA).call(NUMBER);
    await twilio.idle();
    expect(twilio.webhooks.map(({ kind }) => kind).filter((kind) => !/incoming|record$/.test(kind))).toEqual([]);
    await twilio.close();
  });

  test.each([
    '<Start><Stream url="/s" statusCallback="/told"/></Start>',
    '<Start><Stream url="wss://app.example/s" statusCallback="/told"/></Start>',
    '<Start><Transcription statusCallbackUrl="/told"/></Start>',
    '<Start><Recording recordingStatusCallback="/told"/></Start>',
    '<Dial timeLimit="2"><Conference statusCallback="/told" statusCallbackEvent="join">R</Conference></Dial>',
  ])('that have no address are a finding, and the call goes on: %s', async (twiml) => {
    const emulator = startEmulator({}, { strict: false });
    const phone = emulator.phone(ADA);
    const form = { From: NUMBER, To: ADA, Twiml: `<Response>${twiml}<Say>And on</Say></Response>` };
    expect((await ask(emulator, 'POST', '/Calls.json', form)).status).toBe(201);
    const call = await phone.incoming();
    await call.answer();
    await call.hear('And on');
    await emulator.idle();
    const told = emulator.findings.filter(({ message }) => message.includes('given inline'));
    expect(new Set(told.map(({ twilioCode }) => twilioCode))).toEqual(new Set([11100]));
    await emulator.close();
  });

  test('a relative url of <Stream> begins where its document does', async () => {
    const upgrades: string[] = [];
    const fetch = () =>
      new Response('<Response><Start><Stream url="../s"/></Start><Say>On</Say></Response>', { headers: { 'content-type': 'text/xml' } });
    const app = { fetch, socket: (_socket: unknown, { url }: Request) => void upgrades.push(url) };
    const twilio = emulate({}, { app, numbers: { [NUMBER]: '/calls/voice' } });
    await twilio.phone(ADA).call(NUMBER);
    await twilio.idle();
    expect(upgrades).toEqual(['https://app.example/s']);
    expect(twilio.findings).toEqual([]);
    await twilio.close();
  });
});

describe('<Sms>', () => {
  test('sends the text to the caller, or to whom it names', async () => {
    const twilio = emulate(
      { '/voice': '<Sms>One</Sms><Sms to="+14155550102" statusCallback="/told">Two</Sms><Say>Done</Say>' },
      { strict: false },
    );
    const [ada, grace] = [twilio.phone(ADA), twilio.phone('+14155550102')];
    await ada.call(NUMBER);
    await twilio.idle();
    expect([ada, grace].map(({ messages }) => messages.map(({ from, body, status }) => [from, body, status]))).toEqual([
      [[NUMBER, 'One', 'delivered']],
      [[NUMBER, 'Two', 'delivered']],
    ]);
    const told = twilio.webhooks.filter(({ kind }) => kind === 'voice.sms.status');
    expect(told.map(({ parameters }) => [parameters.SmsSid, parameters.SmsStatus])).toEqual([[grace.messages[0]?.sid, 'sent']]);
    await twilio.close();
  });
});

describe('<Dial>', () => {
  test.each(['<Number>abc</Number>', '<Number/>', '<Client></Client>', '<Sip>bob</Sip>'])(
    '%s reaches nobody: failed, and soon',
    async (noun) => {
      const twilio = emulate({ '/voice': `<Dial action="/after">${noun}</Dial>`, '/after': '<Say>After</Say>' }, { strict: false });
      const call = await twilio.phone(ADA).call(NUMBER);
      await call.hear('After');
      expect(call.duration).toBeLessThan(5);
      expect(twilio.webhooks.find(({ kind }) => kind.startsWith('voice.dial'))?.parameters.DialCallStatus).toBe('failed');
      await twilio.close();
    },
  );

  test('whoever hangs up while it rings has declined: busy', async () => {
    const twilio = emulate({ '/voice': '<Dial action="/after">+12025550123</Dial>', '/after': '<Say>After</Say>' });
    const bob = twilio.phone('+12025550123', { answersAfter: false });
    const call = await twilio.phone(ADA).call(NUMBER);
    await (await bob.incoming()).hangUp();
    await call.hear('After');
    expect(twilio.webhooks.find(({ kind }) => kind === 'voice.dial')?.parameters.DialCallStatus).toBe('busy');
    await twilio.close();
  });
});

test('<Pause length="0"> is none: it lasts a second, as without a length, and a warning says so', async () => {
  const twilio = emulate({ '/voice': '<Pause length="0"/><Say>Hello</Say>' });
  const call = await twilio.phone(ADA).call(NUMBER);
  await call.hear('Hello');
  expect(call.heard[0]).toMatchObject({ type: 'silence', seconds: 1 });
  expect(twilio.findings).toMatchObject([{ twilioCode: 13910, severity: 'warning' }]);
  await twilio.close();
});

describe('<Conference>', () => {
  const room =
    '<Dial><Conference waitUrl="/tune" statusCallback="/told" statusCallbackEvent="start join leave">R</Conference></Dial><Say>After</Say>';
  const told = ({ webhooks }: ReturnType<typeof emulate>) =>
    webhooks
      .filter(({ url }) => url.endsWith('/told'))
      .map(({ parameters }) => parameters.ReasonParticipantLeft ?? parameters.StatusCallbackEvent);

  test('whoever cannot be given anything to hear has never joined', async () => {
    const twilio = emulate({ '/voice': room, '/tune': 500 }, { strict: false });
    const call = await twilio.phone(ADA).call(NUMBER);
    await call.hear('After');
    await twilio.idle();
    expect(told(twilio)).toEqual(['participant_add_failed']);
    await twilio.close();
  });

  test('whoever waits for what they will hear is in by the time that it starts', async () => {
    const app = (request: Request) => (request.url.endsWith('/tune') ? { delayMs: 6000 } : undefined);
    const twilio = emulate({ '/voice': room, '/tune': '<Say>La la la</Say>' }, { faults: { app } });
    await twilio.phone(ADA).call(NUMBER);
    await twilio.advance('2s');
    expect(told(twilio)).toEqual([]);
    await twilio.phone('+14155550101').call(NUMBER);
    await twilio.advance('1s');
    expect(told(twilio)).toEqual(['participant-join', 'participant-join', 'conference-start']);
    await twilio.close();
  });
});

describe('<Gather>', () => {
  test('lets the caller hear nothing from their first key until it is complete', async () => {
    const twilio = emulate({
      '/voice': '<Gather timeout="3" action="/after"><Say>Press some keys</Say></Gather>',
      '/after': '<Say>After</Say>',
    });
    const call = await twilio.phone(ADA).call(NUMBER);
    await call.press('1', { atOnce: true });
    await call.hear('After');
    expect(call.heard.map(({ type, seconds, cut }) => [type, cut === true ? 'cut' : type === 'silence' ? seconds : ''])).toEqual([
      ['say', 'cut'],
      ['silence', 3],
      ['say', ''],
    ]);
    await twilio.close();
  });
});

describe('<Record>', () => {
  test('asks its action also when the caller hangs up during the beep', async () => {
    const twilio = emulate({ '/voice': '<Record action="/after"/>', '/after': '<Say>In vain</Say>' });
    const call = await twilio.phone(ADA).call(NUMBER);
    await twilio.advance('100ms');
    await call.hangUp();
    await twilio.idle();
    const asked = twilio.webhooks.find(({ kind }) => kind === 'voice.record');
    expect(asked?.parameters).toMatchObject({ Digits: 'hangup', CallStatus: 'completed', RecordingDuration: '0' });
    expect(call.transcript()).not.toContain('In vain');
    await twilio.close();
  });
});
