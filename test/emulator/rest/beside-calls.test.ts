import { describe, expect, test } from 'vitest';
import { findShapeProblems } from '../../conformance/emulator/shapes.js';
import { ACCOUNT, ADA, ask, OURS, startEmulator } from '../setup.js';

const API = `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}`;

/** Asks, and looks at the shape of the answer. */
async function visit(emulator: ReturnType<typeof startEmulator>, method: string, path: string, form?: Readonly<Record<string, string>>) {
  const answer = await ask(emulator, method, path, form);
  expect(findShapeProblems(method, API + path, answer.status, answer.status === 204 ? undefined : answer.body)).toEqual([]);
  return answer;
}

describe('Transcriptions of recordings', () => {
  const record = '<Response><Record transcribe="true" timeout="3" action="/done"/></Response>';

  test('are listed with the account and the recording, fetched and deleted', async () => {
    const emulator = startEmulator({ '/voice': record, '/done': '<Response><Hangup/></Response>' });
    for (const words of ['Please call me back', 'It is me again']) {
      const call = await emulator.phone(ADA).call(OURS);
      await call.say(words, { seconds: 3 });
      await emulator.idle();
    }
    const { body: all } = await visit(emulator, 'GET', '/Transcriptions.json?PageSize=1');
    const [newest] = all.transcriptions as { readonly sid: string; readonly recording_sid: string }[];
    expect(newest).toMatchObject({ status: 'completed', transcription_text: 'It is me again', type: 'fast' });
    const next = await ask(emulator, 'GET', `api.twilio.com${all.next_page_uri}`);
    expect(next.body.transcriptions).toMatchObject([{ transcription_text: 'Please call me back' }]);
    const ofRecording = `/Recordings/${newest?.recording_sid}/Transcriptions`;
    expect((await visit(emulator, 'GET', `${ofRecording}.json`)).body.transcriptions).toHaveLength(1);
    expect((await visit(emulator, 'GET', `${ofRecording}/${newest?.sid}.json`)).body.sid).toBe(newest?.sid);
    expect((await visit(emulator, 'GET', `/Transcriptions/${newest?.sid}.json`)).body.sid).toBe(newest?.sid);
    expect((await visit(emulator, 'DELETE', `${ofRecording}/${newest?.sid}.json`)).status).toBe(204);
    expect((await visit(emulator, 'DELETE', `/Transcriptions/${newest?.sid}.json`)).body.code).toBe(20404);
    expect((await visit(emulator, 'GET', `/Recordings/RE${'0'.repeat(32)}/Transcriptions.json`)).status).toBe(404);
  });

  test('are there while they are made, without a text', async () => {
    const emulator = startEmulator({ '/voice': record, '/done': '<Response><Pause length="60"/></Response>' });
    const call = await emulator.phone(ADA).call(OURS);
    await call.say('Hello there', { seconds: 2 });
    await call.stay('4s');
    const { body } = await ask(emulator, 'GET', '/Transcriptions.json');
    expect(body.transcriptions).toMatchObject([{ status: 'in-progress', transcription_text: null }]);
  });

  test('whose callback has no address are a finding, and the emulator lives', async () => {
    const emulator = startEmulator({}, { strict: false });
    const phone = emulator.phone(ADA);
    const sent = await ask(emulator, 'POST', '/Calls.json', {
      From: OURS,
      To: ADA,
      Twiml: '<Response><Record transcribe="true" transcribeCallback="later" action="https://app.example/done" timeout="2"/></Response>',
    });
    expect(sent.status).toBe(201);
    const call = await phone.incoming();
    await call.answer();
    await call.say('Hello there', { seconds: 4 });
    await emulator.idle();
    expect(emulator.findings.map(({ twilioCode }) => twilioCode)).toContain(11100);
  });
});

describe('Tokens', () => {
  test('have servers, a name and a password, for as long as was asked', async () => {
    const emulator = startEmulator();
    const usual = await visit(emulator, 'POST', '/Tokens.json', {});
    expect([usual.status, usual.body.ttl]).toEqual([201, '86400']);
    const short = await visit(emulator, 'POST', '/Tokens.json', { Ttl: '60' });
    expect(short.body).toMatchObject({
      ttl: '60',
      ice_servers: expect.arrayContaining([expect.objectContaining({ username: short.body.username })]),
    });
    expect(short.body.username).not.toBe(usual.body.username);
    expect((await visit(emulator, 'POST', '/Tokens.json', { Ttl: 'long' })).status).toBe(400);
  });
});

describe('User-defined messages', () => {
  async function callFromDevice() {
    const emulator = startEmulator(
      { '/client': '<Response><Pause length="60"/></Response>' },
      { applications: { [`AP${'1'.repeat(32)}`]: { voiceUrl: '/client' } } },
    );
    const call = await emulator.phone('client:ada').call(`AP${'1'.repeat(32)}`);
    return { emulator, call, path: `/Calls/${call.sid}` };
  }

  test('reach the device, once for one idempotency key', async () => {
    const { emulator, call, path } = await callFromDevice();
    const form = { Content: '{"hold":true}', IdempotencyKey: 'k' };
    const sent = await visit(emulator, 'POST', `${path}/UserDefinedMessages.json`, form);
    expect([sent.status, (await visit(emulator, 'POST', `${path}/UserDefinedMessages.json`, form)).body.sid]).toEqual([201, sent.body.sid]);
    expect(call.received).toEqual([{ hold: true }]);
    expect((await visit(emulator, 'POST', `${path}/UserDefinedMessages.json`, { Content: 'hold' })).status).toBe(400);
    expect((await visit(emulator, 'POST', `/Calls/CA0/UserDefinedMessages.json`, form)).status).toBe(404);
  });

  test('of the device reach whoever has subscribed, in order, until they leave', async () => {
    const { emulator, call, path } = await callFromDevice();
    await call.send({ lost: 1 });
    const subscribed = await ask(emulator, 'POST', `${path}/UserDefinedMessageSubscriptions.json`, {
      Callback: 'https://app.example/said',
    });
    expect([subscribed.status, subscribed.body.sid]).toEqual([201, expect.stringMatching(/^ZY[0-9a-f]{32}$/)]);
    await call.send({ ahoy: 'there' });
    await call.send([2]);
    await emulator.advance('1s');
    const told = () =>
      emulator.got.filter(({ path: at }) => at === '/said').map(({ parameters }) => [parameters.get('Content'), parameters.get('CallSid')]);
    expect(told()).toEqual([
      ['{"ahoy":"there"}', call.sid],
      ['[2]', call.sid],
    ]);
    const one = `${path}/UserDefinedMessageSubscriptions/${subscribed.body.sid}.json`;
    expect([(await ask(emulator, 'DELETE', one)).status, (await ask(emulator, 'DELETE', one)).status]).toEqual([204, 404]);
    await call.send({ unheard: true });
    await emulator.advance('1s');
    expect(told()).toHaveLength(2);
    await call.hangUp();
    expect(
      (await ask(emulator, 'POST', `${path}/UserDefinedMessageSubscriptions.json`, { Callback: 'https://app.example/said' })).status,
    ).toBe(400);
  });
});
