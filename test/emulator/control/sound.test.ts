import { afterEach, expect, test } from 'vitest';
import { decodeMuLaw } from '../../../src/emulator/audio/mu-law.js';
import { type Agent, type AgentOptions, type Frame, ofType, startAgent } from '../sockets/agent.js';
import { connect } from './client.js';

const NUMBER = '+15550001111';
const STREAM = '<Response><Connect><Stream url="wss://app.example/ms"/></Connect></Response>';
const SOUND = new Uint8Array(1600).fill(0x10);

let running: Agent | undefined;
afterEach(() => running?.twilio.close());

async function start(twiml = STREAM, options: AgentOptions = {}) {
  const agent = startAgent(twiml, { clock: 'steered', strict: false, ...options });
  running = agent;
  const server = await agent.twilio.listen();
  const call = await agent.ada.call(NUMBER);
  return { agent, server, call, console: connect(server) };
}

/** What an event stream has told, until it has told enough or ends. */
async function listen(
  { url, token }: { readonly url: string; readonly token: string },
  path: string,
  { isEnough = () => false, begun }: { readonly isEnough?: (text: string) => boolean; readonly begun?: () => void },
): Promise<string> {
  const end = new AbortController();
  const response = await fetch(`${url}${path}`, { signal: end.signal, headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) return String(response.status);
  begun?.();
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (isEnough(text)) break;
  }
  end.abort();
  return text;
}

const soundsOf = (agent: Agent) =>
  Buffer.concat(agent.frames.filter(ofType('media')).map(({ media }) => Buffer.from(media?.payload ?? '', 'base64')));

test('what a microphone hears goes into the stream, frame by frame, and is kept with the sound of the call', async () => {
  const { agent, console, call } = await start();
  const { calls } = await console.state();
  expect(calls[0]?.listens.sound).toBe(true);
  await agent.until(ofType('media'));
  await console.do({ do: 'stream', callSid: call.sid, base64: Buffer.from(SOUND).toString('base64') });
  await agent.until(({ media }) => Buffer.from(media?.payload ?? '', 'base64')[0] === 0x10);
  await agent.until(({ media }) => Buffer.from(media?.payload ?? '', 'base64')[0] === 0xff);
  expect(soundsOf(agent).filter((byte) => byte === 0x10)).toHaveLength(SOUND.length);
  await call.hangUp();
  const samples = new Int16Array(call.audio.slice(44).buffer);
  const spoken = samples.filter((sample, index) => index % 2 === 0 && sample !== 0);
  expect(spoken).toEqual(new Int16Array(SOUND.length).fill(decodeMuLaw(SOUND)[0] as number));
  await expect(
    console.do({ do: 'stream', callSid: call.sid, base64: '' }),
    'what is late at the end of a call is nobody’s mistake',
  ).resolves.toEqual({});
});

test('what the telephone hears of a stream is told as it comes, what is cut off too, and the end of the call', async () => {
  const { agent, server, call } = await start();
  const started = await agent.until(ofType('start'));
  const media = (frame: Frame, byte: number) => ({
    event: 'media',
    streamSid: frame.streamSid,
    media: { payload: Buffer.alloc(160, byte).toString('base64') },
  });
  const told = await listen(server, `/control/calls/${call.sid}/sound`, {
    begun: () => {
      for (const byte of [0x22, 0x33]) agent.send(media(started, byte));
      agent.send({ event: 'clear', streamSid: started.streamSid });
      agent.send(media(started, 0x44));
      void call.stay('200ms').then(() => call.hangUp());
    },
  });
  const of = (byte: number) => JSON.stringify({ base64: Buffer.alloc(160, byte).toString('base64') });
  const blocks = told.split('\n\n').filter((block) => block !== '' && !block.startsWith(':'));
  // What is cut off need not have been told.
  expect(blocks.slice(-3)).toEqual(['event: cut\ndata: {}', `data: ${of(0x44)}`, 'event: end\ndata: {}']);
  expect(await listen(server, `/control/calls/${call.sid}/sound`, {})).toBe('404');
});

test('where no stream listens, what a microphone hears goes nowhere and breaks nothing', async () => {
  const { agent, console, call } = await start('<Response><Pause length="5"/></Response>');
  const { calls } = await console.state();
  expect(calls[0]?.listens.sound).toBe(false);
  await console.do({ do: 'stream', callSid: call.sid, base64: Buffer.from(SOUND).toString('base64') });
  expect(agent.twilio.findings).toEqual([]);
  await expect(console.do({ do: 'stream', callSid: `CA${'0'.repeat(32)}`, base64: '' })).rejects.toThrow(/no call/);
  await expect(console.do({ do: 'stream', callSid: call.sid, base64: '?' } as never)).rejects.toThrow(/base64/);
});

test('a file that is played goes before the microphone', async () => {
  const { agent, console, call } = await start();
  await agent.until(ofType('media'));
  const played = Buffer.alloc(3200, 0x20);
  await console.do({ do: 'play', callSid: call.sid, base64: played.toString('base64') });
  await console.do({ do: 'stream', callSid: call.sid, base64: Buffer.from(SOUND).toString('base64') });
  await agent.until(({ media }) => Buffer.from(media?.payload ?? '', 'base64')[0] === 0x10);
  expect(soundsOf(agent).includes(played)).toBe(true);
});
