import fc from 'fast-check';
import {
  ConversationRelayCommand,
  ConversationRelayMessage,
  MediaStreamsCommand,
  MediaStreamsMessage,
  writeFrame,
} from '../../../src/payloads/index.js';
import { conversationRelay, mediaStream } from '../../../src/webhook/index.js';
import { hold, type Target } from '../target.js';

/** A command that was read goes out, and is read the same. */
function checkCommand(schema: typeof ConversationRelayCommand | typeof MediaStreamsCommand, input: Uint8Array): string {
  const command = schema.parse(input);
  let text: string;
  try {
    text = writeFrame(command as Parameters<typeof writeFrame>[0]);
  } catch (error) {
    hold(error instanceof TypeError, `writeFrame() threw ${String(error)}`);
    return 'unwritten';
  }
  hold(JSON.stringify(schema.parse(text)) === JSON.stringify(command), 'Written and read again it is another');
  return String(Object.values(command)[0]).slice(0, 12);
}

/** A socket that nothing comes from and nothing goes to. */
function makeSocket() {
  return { readyState: 1, send: () => undefined, close: () => undefined, addEventListener: () => undefined };
}

export const frames: Target = {
  name: 'frames',
  tokens: [
    '{',
    '}',
    '"event":',
    '"type":',
    '"media"',
    '"start"',
    '"setup"',
    '"prompt"',
    '"text"',
    '"streamSid":"MZ0"',
    '"payload":""',
    '"token":',
    '"last":true',
    'null',
    '[]',
    '\\ud800',
    '"__proto__":',
    '1e999',
    '"frame":',
    'undefined',
  ],
  inputs: fc.json({ maxDepth: 4 }),
  limitMs: 1_000,
  check(input) {
    const [{ type }, { event }] = [ConversationRelayMessage.parse(input), MediaStreamsMessage.parse(input)];
    let thrown: unknown;
    const onError = (error: unknown) => {
      thrown = error;
    };
    const heard: string[] = [];
    const sockets = [
      conversationRelay(makeSocket(), { onError }).on('unknown', () => heard.push('relay')),
      mediaStream(makeSocket(), { onError }).on('unknown', () => heard.push('stream')),
    ];
    for (const socket of sockets) {
      socket.receive(input);
      socket.end();
    }
    hold(thrown === undefined, `A socket threw ${String(thrown)}`);
    hold(heard.length === Number(type === undefined) + Number(event === undefined), 'A message that is not known went by unheard');
    return `${type} ${event} ${checkCommand(ConversationRelayCommand, input)} ${checkCommand(MediaStreamsCommand, input)}`;
  },
};
