import { describe, expect, test } from 'vitest';
import { findShapeProblems } from '../../conformance/emulator/shapes.js';
import { ACCOUNT, ADA, ask, OURS, startEmulator, TOKEN } from '../setup.js';

describe('The REST API', () => {
  test('an operation that is not emulated fails the next step, by product and operation', async () => {
    const emulator = startEmulator();
    const { status, body } = await ask(emulator, 'GET', 'studio.twilio.com/v2/Flows');
    expect([status, body.code]).toEqual([404, 20404]);
    expect(emulator.findings[0]?.message).toBe('The emulator cannot list Flows of Studio (GET studio.twilio.com/v2/Flows).');
    await expect(emulator.idle()).rejects.toMatchObject({ code: 'EMULATOR_FINDING' });
  });

  test.each([
    [{}, 21604],
    [{ To: ADA }, 21603],
    [{ To: ADA, From: OURS }, 21602],
    [{ To: ADA, From: OURS, Body: 'x', StatusCallback: 'nowhere' }, 21609],
    [{ To: `whatsapp:${ADA}`, From: OURS, Body: 'x' }, 21910],
    [{ To: `whatsapp:${ADA}`, From: `whatsapp:${OURS}`, Body: 'x' }, 63007],
    [{ To: OURS, From: OURS, Body: 'x' }, 21266],
    [{ To: ADA, From: OURS, ContentSid: 'HX1' }, 21655],
    [{ To: ADA, From: OURS, ContentSid: `HX${'1'.repeat(32)}`, ContentVariables: '[' }, 21656],
    [{ To: ADA, From: OURS, MediaUrl: 'cat.jpg' }, 21620],
    [{ To: ADA, MessagingServiceSid: `MG${'0'.repeat(32)}`, Body: 'x' }, 21701],
    [{ To: ADA, From: OURS, Body: 'x', ScheduleType: 'fixed', SendAt: '2026-11-30T13:00:00Z' }, 35118],
  ])('a message of %j is refused with %i', async (form, code) => {
    const { status, body } = await ask(startEmulator(), 'POST', '/Messages.json', form as Record<string, string>);
    expect([status, body.code, body.more_info]).toEqual([400, code, `https://www.twilio.com/docs/errors/${code}`]);
  });

  test('names of parameters that objects have already do no harm', async () => {
    const emulator = startEmulator();
    const form = { To: ADA, From: OURS, Body: 'x', ['__proto__']: 'y', constructor: 'z' };
    const created = await ask(emulator, 'POST', '/Messages.json', form);
    expect(created.status).toBe(201);
    const listed = await ask(emulator, 'GET', '/Messages.json?__proto__=1&constructor=2&PageSize=1');
    expect(listed.body.messages).toHaveLength(1);
    expect(({} as { readonly To?: string }).To).toBeUndefined();
  });

  test('a number whose VoiceUrl is changed by REST rings elsewhere', async () => {
    const emulator = startEmulator({ '/voice': '<Response/>', '/new': '<Response><Say>New</Say></Response>' });
    const { body } = await ask(emulator, 'GET', '/IncomingPhoneNumbers.json');
    const [{ sid }] = body.incoming_phone_numbers as [{ readonly sid: string }];
    await ask(emulator, 'POST', `/IncomingPhoneNumbers/${sid}.json`, { VoiceUrl: 'https://app.example/new' });
    expect(emulator.numbers[OURS]).toMatchObject({ voiceUrl: 'https://app.example/new', smsUrl: '/sms' });
    const call = await emulator.phone(ADA).call(OURS);
    await call.hear('New');
  });

  test('a number that was searched for can be bought, and not twice', async () => {
    const emulator = startEmulator();
    const found = await ask(emulator, 'GET', '/AvailablePhoneNumbers/US/Local.json?AreaCode=212&Contains=555***1');
    const [{ phone_number: PhoneNumber }] = found.body.available_phone_numbers as [{ readonly phone_number: string }];
    expect(PhoneNumber).toMatch(/^\+1212555\d\d\d1$/);
    expect((await ask(emulator, 'POST', '/IncomingPhoneNumbers.json', { PhoneNumber })).status).toBe(201);
    expect((await ask(emulator, 'POST', '/IncomingPhoneNumbers.json', { PhoneNumber })).body.code).toBe(21422);
  });

  test('a key that is deleted opens nothing any more', async () => {
    const emulator = startEmulator();
    const { body: key } = await ask(emulator, 'POST', '/Keys.json', { FriendlyName: 'ci' });
    const authorization = `Basic ${btoa(`${key.sid}:${key.secret}`)}`;
    expect((await ask(emulator, 'GET', '/Messages.json', undefined, { authorization })).status).toBe(200);
    await ask(emulator, 'DELETE', `/Keys/${key.sid}.json`);
    expect((await ask(emulator, 'GET', '/Messages.json', undefined, { authorization })).status).toBe(401);
  });

  test('a subaccount signs in by its own token', async () => {
    const emulator = startEmulator();
    const created = await emulator.rest(
      new Request('https://api.twilio.com/2010-04-01/Accounts.json', {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${ACCOUNT}:${TOKEN}`)}` },
        body: new URLSearchParams({ FriendlyName: 'Branch' }),
      }),
    );
    const { sid, auth_token: token } = (await created.json()) as { readonly sid: string; readonly auth_token: string };
    const authorization = `Basic ${btoa(`${sid}:${token}`)}`;
    const { status } = await ask(emulator, 'GET', `api.twilio.com/2010-04-01/Accounts/${sid}/Messages.json`, undefined, { authorization });
    expect(status).toBe(200);
  });

  test('a call is recorded by REST, and its sound lasts as long', async () => {
    const emulator = startEmulator({ '/voice': '<Response><Pause length="60"/></Response>' });
    const call = await emulator.phone(ADA).call(OURS);
    const started = await ask(emulator, 'POST', `/Calls/${call.sid}/Recordings.json`, {
      RecordingChannels: 'dual',
      RecordingStatusCallback: 'https://app.example/recorded',
    });
    expect([started.status, started.body.status]).toEqual([201, 'in-progress']);
    await call.stay('10s');
    const paused = await ask(emulator, 'POST', `/Calls/${call.sid}/Recordings/Twilio.CURRENT.json`, { Status: 'paused' });
    expect(paused.body.status).toBe('paused');
    await call.stay('5s');
    await ask(emulator, 'POST', `/Calls/${call.sid}/Recordings/Twilio.CURRENT.json`, { Status: 'in-progress' });
    await call.stay('2s');
    await call.hangUp();
    await emulator.idle();
    const { sid } = started.body;
    expect((await ask(emulator, 'GET', `/Recordings/${sid}.json`)).body).toMatchObject({
      duration: '12',
      status: 'completed',
      channels: 2,
    });
    const url = `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/Recordings/${sid}`;
    const wav = new Uint8Array(await (await emulator.rest(new Request(url))).arrayBuffer());
    expect(wav).toHaveLength(44 + 12 * 8000 * 2 * 2);
    const mp3 = await emulator.rest(new Request(`${url}.mp3`));
    expect(mp3.headers.get('content-type')).toBe('audio/mpeg');
    expect(emulator.got.at(-1)).toMatchObject({ path: '/recorded' });
    expect((await ask(emulator, 'DELETE', `/Recordings/${sid}.json`)).status).toBe(204);
    expect((await emulator.rest(new Request(url))).status).toBe(404);
  });

  test('a transcription of a call is started and stopped by REST', async () => {
    const emulator = startEmulator({ '/voice': '<Response><Pause length="60"/></Response>' });
    const call = await emulator.phone(ADA).call(OURS);
    const started = await ask(emulator, 'POST', `/Calls/${call.sid}/Transcriptions.json`, {
      Name: 'notes',
      StatusCallbackUrl: 'https://app.example/transcribed',
    });
    expect(started.body).toMatchObject({ status: 'in-progress', name: 'notes' });
    const stopped = await ask(emulator, 'POST', `/Calls/${call.sid}/Transcriptions/notes.json`, { Status: 'stopped' });
    expect(stopped.body).toMatchObject({ status: 'stopped', sid: started.body.sid });
    await emulator.advance('1s');
    const told = emulator.got.filter(({ path }) => path === '/transcribed').map(({ parameters }) => parameters);
    expect(told.map((parameters) => [parameters.get('TranscriptionEvent'), parameters.get('TranscriptionSid')])).toEqual([
      ['transcription-started', started.body.sid],
      ['transcription-stopped', started.body.sid],
    ]);
  });

  test('somebody is invited into a conference by its name', async () => {
    const emulator = startEmulator({ '/voice': '<Response><Dial><Conference>Standup</Conference></Dial></Response>' });
    const ben = emulator.phone('+14155550101');
    const ada = await emulator.phone(ADA).call(OURS);
    const invited = await ask(emulator, 'POST', '/Conferences/Standup/Participants.json', { From: OURS, To: ben.address, Label: 'ben' });
    expect([invited.status, invited.body.status]).toEqual([201, 'queued']);
    const call = await ben.incoming();
    await call.answer();
    await call.stay('1s');
    const shown = await ask(emulator, 'GET', '/Conferences/Standup/Participants/ben.json');
    expect(shown.body).toMatchObject({ call_sid: call.sid, status: 'connected', label: 'ben' });
    await call.say('Good morning');
    await ada.hear('Good morning');
  });

  test('the file of a message is behind a redirect to another host', async () => {
    const emulator = startEmulator({ '/sms': '<Response/>' });
    const content = new Uint8Array([1, 2, 3]);
    const sent = await emulator.phone(ADA).text(OURS, 'look', { media: [{ contentType: 'image/png', content }] });
    const url = sent.media[0]?.url ?? '';
    expect((await emulator.rest(new Request(url))).status).toBe(401);
    const redirect = await ask(emulator, 'GET', url.replace('https://', ''));
    const location = redirect.headers.get('location') ?? '';
    expect(new URL(location).host).not.toBe(new URL(url).host);
    const file = await emulator.rest(new Request(location));
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(content);
    expect(emulator.findings).toEqual([]);
    await ask(emulator, 'GET', location.replace('https://', ''));
    expect(emulator.findings[0]?.message).toContain('Credentials were sent to mms.twiliocdn.com');
  });

  test('a template is filled, and its buttons come along', async () => {
    const emulator = startEmulator({}, { numbers: { [`whatsapp:${OURS}`]: { smsUrl: '/sms' } } });
    const created = await emulator.rest(
      new Request('https://content.twilio.com/v1/Content', {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${ACCOUNT}:${TOKEN}`)}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          language: 'en',
          variables: { 1: 'friend' },
          types: { 'twilio/quick-reply': { body: 'Hi {{1}}, order {{2}}?', actions: [{ title: 'Yes', id: 'yes-{{2}}' }] } },
        }),
      }),
    );
    const { sid } = (await created.json()) as { readonly sid: string };
    await ask(emulator, 'POST', '/Messages.json', {
      From: `whatsapp:${OURS}`,
      To: `whatsapp:${ADA}`,
      ContentSid: sid,
      ContentVariables: '{"2":"42"}',
    });
    const got = await emulator.phone(ADA).receive();
    expect([got.body, got.buttons]).toEqual(['Hi friend, order 42?', [{ title: 'Yes', id: 'yes-42' }]]);
  });

  test('what the debugger complains of is listed as notifications', async () => {
    const emulator = startEmulator({ '/sms': '<Response><Message>cut off' }, { strict: false });
    await emulator.phone(ADA).text(OURS, 'hi');
    const url = `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/Notifications`;
    const list = await ask(emulator, 'GET', '/Notifications.json?Log=0');
    const [first] = list.body.notifications as [{ readonly sid: string }];
    expect(first).toMatchObject({ error_code: '12100', request_url: 'https://app.example/sms' });
    const one = await ask(emulator, 'GET', `/Notifications/${first.sid}.json`);
    expect(one.body.response_body).toBe('<Response><Message>cut off');
    const problems = [list, one].flatMap(({ status, body }, index) =>
      findShapeProblems('GET', index === 0 ? `${url}.json` : `${url}/${first.sid}.json`, status, body),
    );
    expect(problems).toEqual([]);
  });

  test('nothing is read of a body that is too large', async () => {
    const { status } = await ask(startEmulator(), 'POST', '/Messages.json', { Body: 'x'.repeat(1_100_000) });
    expect(status).toBe(413);
  });
});
