// The emulator's end of a socket: an application sends whatever it likes, a line of input a frame. `{sid}` is the SID of the stream.
import { ConversationRelayMessage, MediaStreamsMessage } from '../../../src/payloads/index.js';
import { relay as relayDocument, startAgent } from '../../emulator/sockets/agent.js';
import { hold, type Target } from '../target.js';
import { inTime } from './in-time.js';

const OURS = '+15550001111';

const streamDocument = '<Response><Connect action="/done"><Stream url="wss://app.example/stream"/></Connect></Response>';

/** The frames of an input, as many as a talk may have; those that are no UTF-8 go as bytes. */
function readFrames(input: Uint8Array): (string | Uint8Array)[] {
  const text = new TextDecoder().decode(input);
  if (text.includes('\uFFFD')) return [input];
  return text.split('\n').slice(0, 50);
}

/** How long what was sent has to take effect, in milliseconds: with an agent on the line time passes as in the world. */
const EFFECT_MS = 25;

/** Has a call with an agent that sends these frames, and looks at what comes back. */
async function talk(document: string, input: Uint8Array, isKnown: (frame: object) => boolean): Promise<string> {
  let hasSent: () => void = () => undefined;
  const sent = new Promise<void>((resolve) => {
    hasSent = resolve;
  });
  let isDone = false;
  const agent = startAgent(document, {
    strict: false,
    reply: ({ type, event, streamSid = '' }, send) => {
      if (isDone || (type !== 'setup' && event !== 'start')) return;
      isDone = true;
      for (const frame of readFrames(input)) send(typeof frame === 'string' ? frame.replaceAll('{sid}', streamSid) : (frame as never));
      hasSent();
    },
  });
  try {
    const call = await inTime(agent.ada.call(OURS), 'A call was not taken');
    await inTime(sent, 'The agent heard nothing');
    await new Promise((resolve) => setTimeout(resolve, EFFECT_MS));
    if (call.status === 'in-progress') await inTime(call.hangUp(), 'Nobody could hang up');
    await inTime(agent.twilio.idle(), 'It did not come to rest');
    hold(call.status === 'completed', `The call ended as ${call.status}`);
    hold(agent.frames.every(isKnown), 'It sent what its own schemas do not know');
    const codes = new Set(agent.twilio.findings.map(({ twilioCode, message }) => `${twilioCode ?? ''} ${message.slice(0, 30)}`));
    const came = new Set(agent.frames.map(({ type, event }) => type ?? event));
    return [...came, ...[...codes].slice(0, 5)].join();
  } finally {
    await agent.twilio.close();
  }
}

const common = ['\n', '{', '}', '"', 'null', '[]', '\\ud800', '"__proto__":', '1e999', '-1', '""'];

export const relay: Target = {
  name: 'relay',
  tokens: [
    ...common,
    '{"type":"text","token":"Hello","last":true}',
    '{"type":"end"}',
    '{"type":"sendDigits","digits":"1"}',
    '"language","ttsLanguage":"en-GB"',
    '"play","source":"https://a.example/b.mp3"',
    '"handoffData":',
    '"preemptible":',
    '"loop":',
    '"interruptible":',
  ],
  limitMs: 5_000,
  check: (input) =>
    talk(
      relayDocument('partialPrompts="true" dtmfDetection="true"'),
      input,
      (frame) => ConversationRelayMessage.parse(frame).type !== undefined,
    ),
};

export const stream: Target = {
  name: 'stream',
  tokens: [
    ...common,
    '{"event":"media","streamSid":"{sid}","media":{"payload":"////"}}',
    '{"event":"clear","streamSid":"{sid}"}',
    '"event":"mark","streamSid":"{sid}"',
    '"mark":{"name":"a"}',
    '"payload":"',
    'AAAA',
    '"streamSid":',
  ],
  limitMs: 5_000,
  check: (input) => talk(streamDocument, input, (frame) => MediaStreamsMessage.parse(frame).event !== undefined),
};
