import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWebhooks, steady } from '../../src/console/parts/diff/compare.js';
import { diffLines } from '../../src/console/parts/diff/diff-lines.js';
import type { WebhookDetail } from '../../src/emulator/control/protocol.js';

const asIs = (line: string) => line;

describe('two lists of lines', () => {
  test('are told apart by what has gone and what is new', () => {
    expect(diffLines(['a', 'b', 'c'], ['a', 'x', 'c', 'd'], asIs)).toEqual([
      { type: 'same', text: 'a' },
      { type: 'gone', text: 'b' },
      { type: 'new', text: 'x' },
      { type: 'same', text: 'c' },
      { type: 'new', text: 'd' },
    ]);
  });

  test('can be put together again from what is told, and keep all that they have in common', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const told = diffLines(before, after, asIs);
        const without = (type: string) => told.filter((line) => line.type !== type).map(({ text }) => text);
        expect(without('new')).toEqual(before);
        expect(without('gone')).toEqual(after);
        expect(told.filter(({ type }) => type === 'same')).toHaveLength(commonLength(before, after));
      }),
    );
  });

  test('of ten thousand lines take no time', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `line ${index}`);
    expect(diffLines(many, many, asIs).every(({ type }) => type === 'same')).toBe(true);
    expect(diffLines(many, [...many, 'one more'], asIs)).toHaveLength(20_001);
  });
});

/** The length of the longest common row, by trying all: an oracle for short ones. */
function commonLength([one, ...ones]: readonly string[], others: readonly string[]): number {
  if (one === undefined) return 0;
  const at = others.indexOf(one);
  const without = commonLength(ones, others);
  return at < 0 ? without : Math.max(without, 1 + commonLength(ones, others.slice(at + 1)));
}

describe('two webhooks', () => {
  const webhook = (
    parameters: Readonly<Record<string, string>>,
    body = '<Response><Say>Hi</Say></Response>',
    status = 200,
  ): WebhookDetail => ({
    ...{
      seq: 1,
      kind: 'voice.incoming',
      title: '',
      method: 'POST',
      url: 'https://a.example/voice',
      at: 0,
      causes: [],
      headers: {},
      body: '',
    },
    parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
    verdict: { signature: 'accepted' },
    answer: { status, headers: {}, body, isTwiml: true, verbs: [], findings: [] },
    limitMs: 15_000,
  });
  const [one, other] = [`CA${'1'.repeat(32)}`, `CA${'2'.repeat(32)}`];

  test('that differ by chance and time alone are the same', () => {
    const before = webhook(
      { CallSid: one, Timestamp: 'Mon, 30 Nov 2026 12:00:00 +0000', CallToken: 'x', From: '+1' },
      `<Response><Say>${one}</Say></Response>`,
    );
    const after = webhook(
      { CallSid: other, Timestamp: 'Mon, 30 Nov 2026 12:01:00 +0000', CallToken: 'y', From: '+1' },
      `<Response><Say>${other}</Say></Response>`,
    );
    expect(compareWebhooks(before, after)).toMatchObject({ parameters: [], chance: 3, isSame: true });
  });

  test('that differ in a parameter, the status and a verb say so', () => {
    const before = webhook({ Digits: '1', Old: 'x' });
    const after = webhook({ Digits: '2', New: '' }, '<Response><Say>Hi</Say><Hangup/></Response>', 500);
    const told = compareWebhooks(before, after);
    expect(told.parameters).toEqual([
      { name: 'Digits', before: '1', after: '2' },
      { name: 'Old', before: 'x' },
      { name: 'New', after: '' },
    ]);
    expect(told.status).toEqual(['200', '500']);
    expect(told.lines.filter(({ type }) => type !== 'same')).toEqual([{ type: 'new', text: '<Hangup/>' }]);
  });

  test('one of which has no answer are told apart', () => {
    const { answer: _, ...unanswered } = webhook({});
    expect(compareWebhooks(webhook({}), { ...unanswered, failure: 'refused' }).status).toEqual(['200', 'refused']);
  });

  test('SIDs keep their kind: another kind is a difference', () => {
    expect(steady(one)).toBe(steady(other));
    expect(steady(one)).not.toBe(steady(one.replace('CA', 'SM')));
  });
});
