import { describe, expect, test } from 'vitest';
import { compile } from './compile.js';

/** Typical documents, and how many types the compiler may instantiate for each. A raise needs a reason in its commit. */
const documents = [
  {
    what: 'an IVR document',
    ceiling: 2_500,
    source: `voiceResponse()
      .gather({ numDigits: 1, action: '/menu' }, (gather) =>
        gather.say({ voice: 'Polly.Joanna', language: 'en-GB' }, 'Press one for sales.').say('Press two for support.').pause({ length: 1 }),
      )
      .say((say) => say.text('We heard ').emphasis({ level: 'strong' }, 'nothing').break({ time: '500ms' }).text('.'))
      .redirect({ method: 'POST' }, '/voice');`,
  },
  {
    what: 'a document that dials and connects',
    ceiling: 2_200,
    source: `voiceResponse()
      .dial({ callerId: '+15550001111', record: 'record-from-answer-dual', action: '/done' }, (dial) =>
        dial.number({ statusCallbackEvent: ['initiated', 'answered'] }, '+15552223333').client('joey').conference({ beep: 'onEnter' }, 'Room'),
      )
      .connect((connect) => connect.stream({ url: 'wss://example.com' }, (stream) => stream.parameter({ name: 'a', value: 'b' })))
      .start((start) => start.transcription({ track: 'both_tracks' }))
      .hangup();`,
  },
  {
    what: 'a reply to a message',
    ceiling: 250,
    source: `messagingResponse()
      .message({ to: '+15550001111', statusCallback: '/status' }, (message) => message.body('Hello').media('https://example.com/a.png'))
      .message('Goodbye.');`,
  },
];

describe('The compiler has little to do for', () => {
  test.each(documents)(
    '$what',
    ({ source, ceiling }) => {
      const { program, file } = compile(`import { messagingResponse, voiceResponse } from '../../src/twiml/index.js';\n${source}`);
      expect(program.getSemanticDiagnostics(file).map(({ messageText }) => messageText)).toEqual([]);
      expect(program.getInstantiationCount()).toBeLessThanOrEqual(ceiling);
    },
    60_000,
  );
});
