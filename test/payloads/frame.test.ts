import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  ConversationRelayMessage,
  ConversationRelaySendLanguage,
  ConversationRelaySetup,
  identifyWebhook,
  MediaStreamsMessage,
  MediaStreamsStop,
  webhookKinds,
  writeFrame,
} from '../../src/payloads/index.js';
import { loadSamples } from './samples.js';

const frames = [...loadSamples('media-streams'), ...loadSamples('conversation-relay')];
const stop = { event: 'stop', streamSid: 'MZ0', stop: { callSid: 'CA0', accountSid: 'AC0' } };
const bytes = new TextEncoder().encode(JSON.stringify(stop));

describe('what a socket hands over', () => {
  const padded = new Uint8Array([0, ...bytes, 0]);
  test.each<[string, unknown]>([
    ['text', JSON.stringify(stop)],
    ['a Buffer', Buffer.from(bytes)],
    ['a Uint8Array', bytes],
    ['a view of a part', padded.subarray(1, padded.length - 1)],
    ['a DataView', new DataView(bytes.buffer)],
    ['an ArrayBuffer', bytes.buffer],
    ['the pieces of a message', [Buffer.from(bytes.slice(0, 20)), Buffer.from(bytes.slice(20))]],
    ['an object', stop],
  ])('may be %s', (_, input) => {
    expect(MediaStreamsMessage.parse(input)).toEqual(stop);
    expect(MediaStreamsStop.parse(input)).toEqual(stop);
  });

  test.each(['nonsense', '"a text"', '"0"', '0', 'null', '[]', '{}'])('goes out as it came where it is unknown: %s', (text) => {
    const { frame } = MediaStreamsMessage.parse(text) as { readonly frame: unknown };
    expect(writeFrame({ frame })).toBe(text);
  });

  test('may be cut within a character', () => {
    const split = new TextEncoder().encode('{"type":"prompt","voicePrompt":"é"}');
    const at = split.indexOf(0xc3) + 1;
    expect(ConversationRelayMessage.parse([split.slice(0, at), split.slice(at)])).toMatchObject({ voicePrompt: 'é' });
  });

  test.each([
    undefined,
    null,
    7,
    '',
    '{',
    'null',
    '[]',
    [],
    [null],
    '{"event":null}',
    '{"event":{"toString":1}}',
    '{"event":"__proto__"}',
    '{"event":"constructor"}',
  ])('is never refused: %s', (input) => {
    expect(MediaStreamsMessage.parse(input)).toMatchObject({ event: undefined });
    expect(ConversationRelayMessage.parse(input)).toMatchObject({ type: undefined });
  });

  const names = fc.constantFrom('event', 'type', 'start', 'media', 'stop', 'streamSid', '__proto__', 'customParameters', 'prompt');
  const values = fc.constantFrom('start', 'media', 'prompt', 'setup', 'MZ0', '', null, 1, '__proto__');
  const json = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, values, fc.array(tie('value')), fc.dictionary(names, tie('value'))),
  })).value;

  test('is read whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.uint8Array(),
          fc.anything(),
          json,
          json.map((value) => JSON.stringify(value)),
        ),
        (input) => {
          expect('event' in MediaStreamsMessage.parse(input)).toBe(true);
          expect('type' in ConversationRelayMessage.parse(input)).toBe(true);
        },
      ),
    );
  });

  test('never reaches a prototype', () => {
    for (const name of ['__proto__', '\\u005f_proto__']) {
      const message = MediaStreamsMessage.parse(
        `{"event":"stop","streamSid":"MZ0","${name}":{"admin":true},"stop":{"${name}":{"admin":true}}}`,
      );
      expect(message.event).toBe('stop');
      expect('admin' in message).toBe(false);
      expect(message.event === 'stop' && message.stop && 'admin' in message.stop).toBe(false);
    }
  });

  test('may be nested deeper than a stack', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(MediaStreamsMessage.parse(`{"event":"stop","streamSid":"MZ0","x":${deep}}`).event).toBe('stop');
  });
});

describe('a schema of a message', () => {
  test('keeps its kind when it is refined', () => {
    const refined = ConversationRelaySetup.refine(() => true).meta({ description: 'mine' });
    expect(refined.kind).toBe('conversation-relay.setup');
    expect(ConversationRelaySendLanguage.kind).toBe('conversation-relay.send-language');
  });

  test('has a JSON Schema', () => {
    expect(z.toJSONSchema(MediaStreamsStop, { io: 'input' })).toMatchObject({ properties: { event: { enum: ['stop'] } } });
    expect(z.toJSONSchema(MediaStreamsMessage, { io: 'input' }).anyOf).toHaveLength(6);
  });

  test('is none of a webhook', () => {
    expect(webhookKinds.filter((kind) => /^(?:media-streams|conversation-relay)\./.test(kind))).toEqual([]);
    for (const { body } of frames) expect(identifyWebhook(body)).toBeUndefined();
  });
});

test('one function writes the commands of both protocols', () => {
  expect(writeFrame({ event: 'clear', streamSid: 'MZ0' })).toBe('{"event":"clear","streamSid":"MZ0"}');
  expect(writeFrame({ type: 'text', token: 'Hi' })).toBe('{"type":"text","token":"Hi"}');
  // @ts-expect-error a misspelt field does not compile
  expect(() => writeFrame({ type: 'text', tokne: 'Hi' })).toThrow(TypeError);
});
