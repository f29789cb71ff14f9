import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { compile } from './compile.js';

/** What people forget or mix up, a line each, and what the compiler must name. */
const slips: readonly (readonly [line: string, named: string])[] = [
  ['webhook(IncomingCall, () => {});', "'Awaitable<VoiceReply>'"],
  ['webhook(IncomingMessage, () => {});', "'Awaitable<MessagingReply>'"],
  ['webhook(IncomingCall, () => messagingResponse());', "'Awaitable<VoiceReply>'"],
  ['webhook(IncomingCall, () => {});', "parameter of type 'PayloadHandler<IncomingCall, VoiceReply, PlatformParts>'"],
  ['webhook(CallStatusCallback, () => messagingResponse());', "'Awaitable<NoReply>'"],
  ["webhook(TaskAssignment, () => ({ instruction: 'dance' }));", "'Awaitable<JsonReply<AssignmentInstruction>>'"],
];

let found: readonly string[];

beforeAll(() => {
  const imports = [
    "import { CallStatusCallback, IncomingCall, IncomingMessage, TaskAssignment } from '../../src/payloads/index.js';",
    "import { messagingResponse } from '../../src/twiml/index.js';",
    "import { webhook } from '../../src/webhook/index.js';",
  ].join(' ');
  const { program, file } = compile([imports, ...slips.map(([line]) => line)].join('\n'));
  const messages = program
    .getSemanticDiagnostics(file)
    .map(({ start = 0, messageText }) => [
      file.getLineAndCharacterOfPosition(start).line,
      ts.flattenDiagnosticMessageText(messageText, '\n'),
    ]);
  found = slips.map((_, index) => messages.flatMap(([line, text]) => (line === index + 1 ? text : [])).join('\n'));
}, 120_000);

describe('The compiler names what to return', () => {
  test.each(slips.map(([line, named], index) => ({ line, named, index })))('in $line', ({ named, index }) => {
    expect(found[index]).toContain(named);
  });
});
