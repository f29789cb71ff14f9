import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import * as conversationRelay from '../../src/payloads/conversation-relay/index.js';
import { ConversationRelayCommand, ConversationRelayMessage, writeFrame } from '../../src/payloads/conversation-relay/index.js';
import { type FormSample, loadSamples } from './samples.js';

const samples = loadSamples('conversation-relay');
const isCommand = ({ kind }: FormSample): boolean => kind.includes('.send-');

test.each(samples.filter((sample) => !isCommand(sample)))('$kind is read from text, and written back', ({ kind, body }) => {
  const message = ConversationRelayMessage.parse(JSON.stringify(body));
  expect(message).toEqual(body);
  expect(z.encode(ConversationRelayMessage, message)).toEqual(body);
  expect(ConversationRelayMessage.members.find((member) => member.kind === kind)?.parse(body)).toEqual(body);
});

test.each(samples.filter(isCommand))('$kind is written as text, and read again', ({ body }) => {
  const text = writeFrame(body as unknown as ConversationRelayCommand);
  expect(JSON.parse(text)).toEqual(body);
  expect(ConversationRelayCommand.parse(text)).toEqual(body);
});

test('every message and command belongs to a union', () => {
  const declared = Object.values(conversationRelay).flatMap((exported) => ('kind' in exported ? [exported.kind] : []));
  const joined = [...ConversationRelayMessage.members, ...ConversationRelayCommand.members].map(({ kind }) => kind);
  expect(joined.sort()).toEqual(declared.sort());
});

describe('a message', () => {
  test('is told by its type', () => {
    const message = ConversationRelayMessage.parse('{"type":"prompt","voicePrompt":"Hi","last":false}');
    if (message.type !== 'prompt') return expect.unreachable(String(message.type));
    expect(message.last).toBe(false);
    // @ts-expect-error a misspelt field does not compile
    expect(message.voiceprompt).toBeUndefined();
  });

  test('may say nothing of what was heard', () => {
    expect(ConversationRelayMessage.parse('{"type":"interrupt"}')).toEqual({ type: 'interrupt', utteranceUntilInterrupt: '' });
  });

  test('drops an optional field that does not fit', () => {
    const interrupt = { type: 'interrupt', utteranceUntilInterrupt: 'The', durationUntilInterruptMs: 'soon' };
    expect(ConversationRelayMessage.parse(interrupt)).toEqual({ ...interrupt, durationUntilInterruptMs: undefined });
  });

  test('has numbers, whether they come as text or not, and writes numbers as Twilio does', () => {
    const interrupt = { type: 'interrupt', utteranceUntilInterrupt: 'The', durationUntilInterruptMs: 460 };
    const read = ConversationRelayMessage.parse({ ...interrupt, durationUntilInterruptMs: '460' });
    expect(read).toEqual(interrupt);
    expect(z.encode(ConversationRelayMessage, read)).toEqual(interrupt);
  });

  test('tells of changed settings, in text or as an object', () => {
    for (const value of ['on', { partialPrompts: true }]) {
      expect(ConversationRelayMessage.parse({ type: 'info', name: 'configUpdated', value })).toEqual({
        type: 'info',
        name: 'configUpdated',
        value,
      });
    }
  });

  test('that is new, or does not fit, is handed over as it is', () => {
    expect(ConversationRelayMessage.parse('{"type":"telepathy"}')).toEqual({ type: undefined, frame: { type: 'telepathy' } });
    expect(ConversationRelayMessage.parse('{"type":"prompt"}')).toEqual({ type: undefined, frame: { type: 'prompt' } });
    expect(ConversationRelayMessage.parse('pong')).toEqual({ type: undefined, frame: 'pong' });
  });
});

describe('what was read as unknown', () => {
  test.each<[string, unknown]>([
    ['a command that is new', { type: 'telepathy', level: 1 }],
    ['a command that does not fit', { type: 'text' }],
    ['an object without a name', { frame: 1 }],
    ['text that is no JSON', 'pong'],
    ['a list', [1, 2]],
    ['null', null],
  ])('is written back as it came: %s', (_, frame) => {
    const text = typeof frame === 'string' ? frame : JSON.stringify(frame);
    const read = ConversationRelayCommand.parse(text);
    if (read.type !== undefined) return expect.unreachable(read.type);
    expect(writeFrame(read)).toBe(text);
    expect(writeFrame({ frame: read.frame })).toBe(text);
    expect(z.encode(ConversationRelayCommand, read)).toEqual(frame);
  });

  test('is never written as nothing: by a name that is not known it is refused', () => {
    const stranger = { type: 'telepathy', level: 1 } as never;
    expect(z.safeEncode(ConversationRelayCommand, stranger)).toMatchObject({ success: false, error: { issues: [{ message: /frame/ }] } });
    expect(() => ConversationRelayCommand.encode(stranger)).toThrow(/its type names none/);
    expect(() => writeFrame(stranger)).toThrow(/its type names none/);
  });

  test('must be something that can be written', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    let deep: unknown = [];
    for (let level = 0; level < 50_000; level += 1) deep = [deep];
    for (const frame of [undefined, () => 1, 1n, cycle, deep]) expect(() => writeFrame({ frame })).toThrow(TypeError);
    // @ts-expect-error a command that is known is checked, and needs no frame
    expect(() => writeFrame({ type: 'text', frame: {} })).toThrow(/token/);
  });
});

describe('a command', () => {
  test('may change settings and hints, in any way that JSON has for them', () => {
    const config = { type: 'config' as const, partialPrompts: true, speechTimeout: 800, interruptible: 'dtmf', eotThreshold: 0.7 };
    expect(writeFrame(config)).toBe(JSON.stringify(config));
    const nested = { type: 'config' as const, settings: { partialPrompts: true } };
    expect(JSON.parse(writeFrame(nested))).toEqual(nested);
    expect(JSON.parse(writeFrame({ type: 'hints', hints: ['Ahoy', 'Twilio'] }))).toEqual({ type: 'hints', hints: ['Ahoy', 'Twilio'] });
    const language = { type: 'language' as const, ttsLanguage: 'da-DK', voice: 'Naja', speechModel: 'nova-3', ttsTextNormalization: 'on' };
    expect(JSON.parse(writeFrame(language))).toEqual(language);
  });

  test.each<[string, object, RegExp]>([
    ['no token', { type: 'text' }, /token/],
    ['a token that is null', { type: 'text', token: null }, /token/],
    ['an option that is no flag', { type: 'text', token: 'a', last: 'yes' }, /last/],
    ['keys that no phone has', { type: 'sendDigits', digits: '1W' }, /digits/],
    ['no keys', { type: 'sendDigits', digits: '' }, /digits/],
    ['no language', { type: 'language' }, /ttsLanguage/],
    ['a number of times that is none', { type: 'play', source: 'https://example.com/a.mp3', loop: -1 }, /loop/],
    ['data that is no text', { type: 'end', handoffData: {} }, /handoffData/],
    ['another type', { type: 'prompt', voicePrompt: 'Hi' }, /type/],
    ['a setting that is neither a flag nor text', { type: 'config', partialPrompts: {} }, /partialPrompts/],
    ['hints that are no words', { type: 'hints', hints: 7 }, /hints/],
  ])('with %s is refused', (_, command, message) => {
    expect(() => writeFrame(command as never)).toThrow(TypeError);
    expect(() => writeFrame(command as never)).toThrow(message);
    expect(ConversationRelayCommand.parse(command)).toEqual({ type: undefined, frame: command });
  });

  test('may be empty, leave options undefined, and carry what is new', () => {
    expect(writeFrame({ type: 'text', token: '', last: undefined })).toBe('{"type":"text","token":""}');
    expect(writeFrame({ type: 'end' })).toBe('{"type":"end"}');
    const mood = { type: 'text' as const, token: 'Hi', mood: 'glad' };
    expect(writeFrame(mood)).toBe(JSON.stringify(mood));
  });

  test('must be spelt right to compile', () => {
    // @ts-expect-error `lsat` is no field
    expect(writeFrame({ type: 'text', token: 'a', lsat: true })).toContain('lsat');
  });
});
