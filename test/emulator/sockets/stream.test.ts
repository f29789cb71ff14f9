import { afterEach, describe, expect, test } from 'vitest';
import { MediaStreamsMessage } from '../../../src/payloads/media-streams/index.js';
import { type Agent, type AgentOptions, type Frame, ofType, startAgent } from './agent.js';

const NUMBER = '+15550001111';
const CONNECT =
  '<Response><Connect><Stream url="wss://app.example/ms" statusCallback="/st"><Parameter name="order" value="7"/></Stream></Connect><Say>Back again</Say></Response>';
const START =
  '<Response><Start><Stream name="spy" url="wss://app.example/ms" track="both_tracks"/></Start><Say>Hello listener</Say><Pause length="3"/></Response>';

let running: Agent | undefined;
afterEach(() => running?.twilio.close());

function start(twiml = CONNECT, options?: AgentOptions): Agent {
  running = startAgent(twiml, options);
  return running;
}

/** So many milliseconds of a byte, for a stream. */
function media({ streamSid }: Frame, ms: number, byte = 0x55): object {
  return { event: 'media', streamSid, media: { payload: Buffer.alloc(ms * 8, byte).toString('base64') } };
}

const mark = ({ streamSid }: Frame, name: string): object => ({ event: 'mark', streamSid, mark: { name } });
const marks = ({ frames }: Agent) => frames.filter(ofType('mark')).map((frame) => frame.mark?.name);

describe('a media stream', () => {
  test('sends connected, start, and a frame each 20 ms whose numbers have no gap, all of them readable', async () => {
    const agent = start();
    const call = await agent.ada.call(NUMBER);
    await call.stay('500ms');
    await call.press('4');
    await call.hangUp();
    await agent.twilio.idle();
    const [connected, started, ...others] = agent.frames;
    expect(connected).toEqual({ event: 'connected', protocol: 'Call', version: '1.0.0' });
    expect(started).toMatchObject({
      event: 'start',
      sequenceNumber: '1',
      start: { callSid: call.sid, tracks: ['inbound'], customParameters: { order: '7' } },
    });
    expect(others.map(({ sequenceNumber }) => Number(sequenceNumber))).toEqual(others.map((_, index) => index + 2));
    const sounds = agent.frames.filter(ofType('media')).map(({ media }) => media);
    expect(sounds.map((sound) => Number(sound?.chunk))).toEqual(sounds.map((_, index) => index + 1));
    expect(sounds.map((sound) => Number(sound?.timestamp))).toEqual(sounds.map((_, index) => 20 * (index + 1)));
    expect(sounds.length).toBeGreaterThanOrEqual(24);
    expect(new Set(sounds.map((sound) => Buffer.from(sound?.payload ?? '', 'base64').length))).toEqual(new Set([160]));
    expect(agent.frames.filter(ofType('dtmf'))).toMatchObject([{ dtmf: { track: 'inbound_track', digit: '4' } }]);
    expect(others.at(-1)).toMatchObject({ event: 'stop', stop: { callSid: call.sid } });
    expect(agent.frames.map((frame) => MediaStreamsMessage.parse(frame as never).event)).not.toContain(undefined);
    expect(agent.requests.map(({ StreamEvent }) => StreamEvent)).toEqual(['stream-started', 'stream-stopped']);
    expect(agent.ends).toEqual([1000]);
  });

  test('carries what the person plays, byte for byte', async () => {
    const agent = start();
    const call = await agent.ada.call(NUMBER);
    await agent.until(ofType('media'));
    const sound = Uint8Array.from({ length: 800 }, (_, index) => index % 256);
    await call.play(sound);
    await call.stay('100ms');
    const sent = Buffer.concat(agent.frames.filter(ofType('media')).map((frame) => Buffer.from(frame.media?.payload ?? '', 'base64')));
    expect(sent.indexOf(Buffer.from(sound))).toBeGreaterThanOrEqual(160);
  });

  test('goes on with the document when the application closes it', async () => {
    const agent = start(CONNECT, { reply: ({ event }) => event === 'media' && running?.close() });
    const call = await agent.ada.call(NUMBER);
    await call.hear('Back again');
    expect(agent.upgrades).toHaveLength(1);
    expect(agent.twilio.findings).toEqual([]);
  });

  test('is found wanting when the application closes it because of an error', async () => {
    const agent = start();
    const call = await agent.ada.call(NUMBER);
    await agent.until(ofType('media'));
    agent.close(1011);
    await call.hear('Back again');
    expect(agent.twilio.findings).toMatchObject([{ twilioCode: 31921, severity: 'warning' }]);
  });
});

describe('what an application sends on a stream', () => {
  test('is played at real time, and its marks come when what precedes them was heard', async () => {
    const agent = start();
    const call = await agent.ada.call(NUMBER);
    const started = await agent.until(ofType('start'));
    agent.send(mark(started, 'empty'));
    await agent.until(ofType('mark'));
    const begun = performance.now();
    for (const frame of [media(started, 300), mark(started, 'a'), media(started, 300), mark(started, 'b')]) agent.send(frame);
    await agent.until(({ mark }) => mark?.name === 'b');
    expect(performance.now() - begun).toBeGreaterThan(500);
    expect(marks(agent)).toEqual(['empty', 'a', 'b']);
    await call.stay('100ms');
    expect(call.heard).toMatchObject([{ type: 'speech', seconds: 0.6 }]);
  });

  test('is dropped by clear, and all marks come back at once', async () => {
    const agent = start();
    const call = await agent.ada.call(NUMBER);
    const started = await agent.until(ofType('start'));
    for (const frame of [media(started, 8000), mark(started, 'x'), media(started, 8000), mark(started, 'y')]) agent.send(frame);
    await call.stay('200ms');
    agent.send({ event: 'clear', streamSid: started.streamSid });
    await agent.until(({ mark }) => mark?.name === 'y');
    expect(marks(agent)).toEqual(['x', 'y']);
    expect(call.heard[0]).toMatchObject({ cut: true });
    expect(call.heard[0]?.seconds).toBeLessThan(2);
  });

  test('can be heard again afterwards: both sides in one WAV', async () => {
    const agent = start();
    const call = await agent.ada.call(NUMBER);
    const started = await agent.until(ofType('start'));
    await call.play(new Uint8Array(1600).fill(0x10));
    agent.send(media(started, 200, 0x90));
    await call.stay('400ms');
    await call.hangUp();
    const view = new DataView(call.audio.buffer, call.audio.byteOffset);
    expect([view.getUint16(22, true), view.getUint32(24, true), view.getUint16(34, true)]).toEqual([2, 8000, 16]);
    const samples = Array.from({ length: (call.audio.length - 44) / 4 }, (_, index) => [
      view.getInt16(44 + index * 4, true),
      view.getInt16(46 + index * 4, true),
    ]);
    expect(samples.filter(([left]) => left === -15_996)).toHaveLength(1600);
    expect(samples.filter(([, right]) => right === 15_996)).toHaveLength(1600);
    expect(samples.findIndex(([, right]) => right !== 0)).toBeGreaterThan(samples.findIndex(([left]) => left !== 0));
  });

  test.each<[string, (started: Frame) => object | string | Uint8Array, number | undefined, RegExp]>([
    ['bytes', () => new Uint8Array([0, 1, 2]), 31950, /bytes/],
    ['what is no base64', ({ streamSid }) => ({ event: 'media', streamSid, media: { payload: '***' } }), 31950, /base64/],
    ['an unknown event', ({ streamSid }) => ({ event: 'hello', streamSid }), 31951, /do not know/],
    ['no JSON', () => '{', 31951, /do not know/],
    ['another streamSid', () => mark({ streamSid: `MZ${'9'.repeat(32)}` }, 'lost'), 31951, /another stream/],
    [
      'a WAV',
      ({ streamSid }) => ({ event: 'media', streamSid, media: { payload: Buffer.from('RIFF\0\0\0\0WAVEfmt ').toString('base64') } }),
      undefined,
      /WAV/,
    ],
    [
      'samples of 16 bits',
      ({ streamSid }) => ({
        event: 'media',
        streamSid,
        media: {
          payload: Buffer.from(Int16Array.from({ length: 400 }, (_, i) => Math.round(700 * Math.sin(i / 5))).buffer).toString('base64'),
        },
      }),
      undefined,
      /16 bits/,
    ],
    ['clear with nothing to clear', ({ streamSid }) => ({ event: 'clear', streamSid }), undefined, /clear/],
    ['more than anybody would listen to', (started) => media(started, 61_000), undefined, /wait to be played/],
  ])('is looked at: %s is told once, and the stream lives', async (_, frame, code, message) => {
    const agent = start();
    const call = await agent.ada.call(NUMBER);
    const started = await agent.until(ofType('start'));
    for (let count = 0; count < 3; count += 1) agent.send(frame(started));
    agent.send({ event: 'clear', streamSid: started.streamSid });
    agent.send(mark(started, 'alive'));
    await agent.until(({ mark }) => mark?.name === 'alive');
    await call.stay('20ms');
    const told = agent.twilio.findings.filter((finding) => message.test(finding.message));
    expect(told).toHaveLength(1);
    expect(told[0]?.twilioCode).toBe(code);
    expect(marks(agent)).not.toContain('lost');
  });

  test('is found wanting when it comes long after the caller has spoken, and its latency is told', async () => {
    const agent = start();
    const call = await agent.ada.call(NUMBER);
    const started = await agent.until(ofType('start'));
    await call.say('hello there', { seconds: 0.2 });
    await call.stay('1100ms');
    agent.send(media(started, 100, 0x10));
    await call.stay('200ms');
    expect(call.heard.find(({ type }) => type === 'speech')?.latencyMs).toBeGreaterThan(800);
    expect(agent.twilio.findings).toMatchObject([{ severity: 'info', message: expect.stringContaining('felt as a pause') }]);
  });
});

describe('a stream beside a call', () => {
  test('has both tracks, and lets the document go on', async () => {
    const agent = start(START);
    const call = await agent.ada.call(NUMBER);
    await call.hear('Hello listener');
    await agent.until(({ media }) => media?.track === 'outbound');
    await agent.until(({ media }) => media?.track === 'inbound');
    expect(agent.frames[1]).toMatchObject({ start: { tracks: ['inbound', 'outbound'] } });
  });

  test('takes nothing', async () => {
    const agent = start(START, { reply: (frame, send) => frame.event === 'start' && send(media(frame, 100)) });
    const call = await agent.ada.call(NUMBER);
    await call.hear('Hello listener');
    expect(agent.twilio.findings).toMatchObject([{ twilioCode: 31924 }]);
    expect(call.heard.map(({ type }) => type)).not.toContain('speech');
  });

  test('ends by its name while the call goes on', async () => {
    const agent = start(START.replace('<Say>', '<Pause length="1"/><Stop><Stream name="spy"/></Stop><Say>'));
    const call = await agent.ada.call(NUMBER);
    await call.hear('Hello listener');
    expect(agent.frames.at(-1)).toMatchObject({ event: 'stop' });
    expect(call.status).toBe('in-progress');
  });

  test('has a name that no other stream of the call has, and a URL with nothing behind it', async () => {
    const agent = start(START.replace('</Start>', '<Stream name="spy" url="ws://app.example/ms?a=1"/></Start>'), { strict: false });
    const call = await agent.ada.call(NUMBER);
    await call.hear('Hello listener');
    expect(agent.upgrades).toHaveLength(2);
    const messages = agent.twilio.findings.map(({ twilioCode, message }) => `${twilioCode} ${message}`).join('\n');
    for (const told of [/stream named spy/, /31922/, /query/]) expect(messages).toMatch(told);
  });

  test('leaves its sound out of the events', async () => {
    const agent = start();
    const call = await agent.ada.call(NUMBER);
    agent.send(media(await agent.until(ofType('start')), 20));
    await call.stay('200ms');
    const frames = agent.twilio.events.flatMap((event) => (event.type === 'frame' ? [(event.frame as Frame).event] : []));
    expect(frames).toEqual(['connected', 'start']);
  });

  test('that cannot connect leaves the call alone', async () => {
    const agent = start(START.replace('name="spy"', 'statusCallback="/st"'), {
      strict: false,
      faults: { app: (request) => (request.url.endsWith('/ms') ? { status: 500 } : undefined) },
    });
    const call = await agent.ada.call(NUMBER);
    await call.hear('Hello listener');
    await agent.twilio.idle();
    expect(agent.requests).toMatchObject([{ StreamEvent: 'stream-error', StreamError: expect.stringContaining('500') }]);
    expect(agent.twilio.findings).toMatchObject([{ twilioCode: 31920, severity: 'error' }]);
  });
});

describe('faults of sockets', () => {
  test('lose frames, by seed, with a gap in the timestamps alone', async () => {
    const lost = async () => {
      const agent = start(CONNECT, { faults: { sockets: { loss: 0.2 } } });
      const call = await agent.ada.call(NUMBER);
      await agent.twilio.advance('2s');
      await call.hangUp();
      const sounds = agent.frames.filter(ofType('media')).map(({ media }) => media);
      expect(sounds.map((sound) => Number(sound?.chunk))).toEqual(sounds.map((_, index) => index + 1));
      await agent.twilio.close();
      return sounds.map((sound) => Number(sound?.timestamp)).filter((timestamp) => timestamp <= 2000);
    };
    const [one, other] = [await lost(), await lost()];
    expect(one.length).toBeLessThan(95);
    expect(one.length).toBeGreaterThan(60);
    expect(other).toEqual(one);
  });

  test('hold messages up, and keep their order', async () => {
    const agent = start(CONNECT, { faults: { sockets: { jitterMs: 60, stalls: 0.05, stallMs: 200 } } });
    const call = await agent.ada.call(NUMBER);
    await call.stay('1s');
    await call.hangUp();
    await agent.twilio.idle();
    const numbers = agent.frames.slice(1).map(({ sequenceNumber }) => Number(sequenceNumber));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(agent.frames.at(-1)).toMatchObject({ event: 'stop' });
  });
});
