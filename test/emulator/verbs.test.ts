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
