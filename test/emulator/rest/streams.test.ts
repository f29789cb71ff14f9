import { afterEach, describe, expect, test } from 'vitest';
import { ACCOUNT, ask, TOKEN } from '../setup.js';
import { type Agent, type AgentOptions, ofType, startAgent } from '../sockets/agent.js';

const NUMBER = '+15550001111';
const PAUSE = '<Response><Pause length="60"/></Response>';
const START = '<Response><Start><Stream name="mine" url="wss://app.example/ms"/></Start><Pause length="60"/></Response>';
const STREAM = { Url: 'wss://app.example/ms', Name: 'spy', StatusCallback: 'https://app.example/st' };

let agent: Agent | undefined;
afterEach(() => agent?.twilio.close());

/** A call, and its streams by REST. */
async function call(twiml = PAUSE, options: AgentOptions = {}) {
  agent = startAgent(twiml, { accountSid: ACCOUNT, authToken: TOKEN, done: '', ...options });
  const { twilio, ada, frames, requests, ends } = agent;
  const person = await ada.call(NUMBER);
  const streams = (form: Record<string, string>, id = '') =>
    ask(twilio, 'POST', `/Calls/${person.sid}/Streams${id === '' ? '' : `/${id}`}.json`, form);
  return { twilio, ada, person, frames, requests, ends, streams };
}

const stopped = { Status: 'stopped' };

describe('a stream that is started by REST', () => {
  test.each(['its SID', 'its name'])('sends sound, is stopped by %s, and the application is told of both', async (by) => {
    const { twilio, person, frames, requests, ends, streams } = await call();
    const { status, body } = await streams({ ...STREAM, Track: 'both_tracks', 'Parameter1.Name': 'order', 'Parameter1.Value': '7' });
    expect([status, body]).toEqual([
      201,
      {
        account_sid: ACCOUNT,
        call_sid: person.sid,
        date_updated: expect.stringMatching(/ \+0000$/),
        name: 'spy',
        sid: expect.stringMatching(/^MZ[0-9a-f]{32}$/),
        status: 'in-progress',
        uri: `/2010-04-01/Accounts/${ACCOUNT}/Calls/${person.sid}/Streams/${body.sid}.json`,
      },
    ]);
    await person.stay('200ms');
    expect(frames.find(ofType('start'))).toMatchObject({
      streamSid: body.sid,
      start: { streamSid: body.sid, callSid: person.sid, tracks: ['inbound', 'outbound'], customParameters: { order: '7' } },
    });
    const end = await streams(stopped, by === 'its SID' ? String(body.sid) : 'spy');
    expect([end.status, end.body]).toEqual([200, { ...body, status: 'stopped', date_updated: expect.any(String) }]);
    await twilio.advance('1s');
    expect(frames.at(-1)).toMatchObject({ event: 'stop', streamSid: body.sid });
    expect(ends).toEqual([1000]);
    expect(requests.map(({ StreamEvent, StreamSid, StreamName, CallSid }) => [StreamEvent, StreamSid, StreamName, CallSid])).toEqual(
      ['stream-started', 'stream-stopped'].map((event) => [event, body.sid, 'spy', person.sid]),
    );
    expect(person.status).toBe('in-progress');
  });

  test('is stopped by <Stop> too, and by the end of the call', async () => {
    for (const end of ['stop', 'hang up']) {
      const { twilio, person, requests, streams } = await call();
      await streams(STREAM);
      if (end === 'hang up') await person.hangUp();
      else {
        const Twiml = '<Response><Stop><Stream name="spy"/></Stop><Pause length="60"/></Response>';
        expect((await ask(twilio, 'POST', `/Calls/${person.sid}.json`, { Twiml })).status).toBe(200);
      }
      await twilio.advance('1s');
      expect(requests.map(({ StreamEvent }) => StreamEvent)).toEqual(['stream-started', 'stream-stopped']);
      await twilio.close();
    }
  });

  test('that cannot connect is told by the callback, and the call goes on', async () => {
    const { twilio, person, requests, streams } = await call(PAUSE, { strict: false });
    const { status, body } = await streams({ ...STREAM, Url: 'wss://elsewhere.example/ms' });
    await twilio.advance('1s');
    expect(status).toBe(201);
    expect(requests).toMatchObject([{ StreamEvent: 'stream-error', StreamSid: body.sid, StreamError: expect.any(String) }]);
    expect(person.status).toBe('in-progress');
  });
});

describe('a stream that <Start> began', () => {
  test.each(['its SID', 'its name'])('is stopped by REST, by %s', async (by) => {
    const { twilio, person, frames, streams } = await call(START);
    await person.stay('200ms');
    const { streamSid = '' } = frames.find(ofType('start')) ?? {};
    const { status, body } = await streams(stopped, by === 'its SID' ? streamSid : 'mine');
    expect([status, body]).toMatchObject([200, { sid: streamSid, name: 'mine', status: 'stopped' }]);
    await twilio.advance('1s');
    expect(frames.at(-1)).toMatchObject({ event: 'stop' });
  });
});

describe('what is refused', () => {
  test('is a stream without a URL, or of a call that is over', async () => {
    const { person, streams } = await call();
    expect(await streams({ Name: 'spy' })).toMatchObject({ status: 400, body: { code: 21205 } });
    await person.hangUp();
    expect(await streams(STREAM)).toMatchObject({ status: 400, body: { code: 21220 } });
  });

  test('is a status other than stopped', async () => {
    const { streams } = await call();
    await streams(STREAM);
    for (const form of [{}, { Status: 'in-progress' }])
      expect(await streams(form, 'spy')).toMatchObject({ status: 400, body: { code: 20001 } });
  });

  test('is a name that no stream has, a stream of another call, and what is no stream', async () => {
    const { twilio, ada, person, streams } = await call();
    const { body } = await streams(STREAM);
    const other = await ada.call(NUMBER);
    const transcription = await ask(twilio, 'POST', `/Calls/${person.sid}/Transcriptions.json`, { Name: 'notes' });
    const at = (sid: string, id: unknown) => ask(twilio, 'POST', `/Calls/${sid}/Streams/${id}.json`, stopped);
    for (const answer of [
      await at(person.sid, 'nobody'),
      await at(other.sid, body.sid),
      await at(other.sid, 'spy'),
      await at(person.sid, 'notes'),
      await at(person.sid, transcription.body.sid),
      await at(`CA${'0'.repeat(32)}`, body.sid),
    ])
      expect(answer).toMatchObject({ status: 404, body: { code: 20404 } });
    expect((await at(person.sid, body.sid)).status).toBe(200);
  });
});
