import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { samples } from '../../src/fixtures/samples/index.js';
import { makeIdentifier } from '../../src/payloads/identify.js';
import { identifyWebhook } from '../../src/payloads/index.js';

const sample = fc.constantFrom(...samples.filter(({ body }) => !Array.isArray(body)));
// The redirect of a Connect app has no name of its own: it is known by having nothing else.
const named = sample.filter(({ kind }) => kind !== 'account.connect.authorize');
const form = fc.constantFrom(...samples.filter(({ body }) => Object.values(body).every((value) => typeof value === 'string')));

describe('identifyWebhook', () => {
  test('says the same in whatever order the parameters come', () => {
    const shuffled = sample.chain(({ body }) =>
      fc
        .shuffledSubarray(Object.entries(body), { minLength: Object.keys(body).length })
        .map((entries) => [body, Object.fromEntries(entries)] as const),
    );
    fc.assert(
      fc.property(shuffled, ([body, other]) => {
        expect(identifyWebhook(other)).toBe(identifyWebhook(body));
      }),
      { numRuns: 1000 },
    );
  });

  test('says the same whatever else comes along', () => {
    const own = fc.dictionary(
      fc.string().map((name) => `own${name}`),
      fc.string(),
    );
    fc.assert(
      fc.property(named, own, ({ body }, more) => {
        expect(identifyWebhook({ ...more, ...body, ...more })).toBe(identifyWebhook(body));
      }),
    );
  });

  test('says the same of the raw text', () => {
    fc.assert(
      fc.property(form, ({ body }) => {
        expect(identifyWebhook(new URLSearchParams(body as Record<string, string>).toString())).toBe(identifyWebhook(body));
      }),
    );
  });
});

describe('makeIdentifier', () => {
  const identify = makeIdentifier([
    { kind: 'general', signs: [{ has: ['Id'] }] },
    { kind: 'special', parent: 'general', signs: [{ has: ['Id'], starts: { From: ['a:', 'b:'] } }] },
    { kind: 'demanding', signs: [{ has: ['Id', 'Other'], lacks: ['Not'], is: { Status: ['x', 'y'] } }] },
    { kind: 'by-value', signs: [{ is: { Event: 'made' } }, { is: { Event: ['sent', 'read'] }, has: ['Id'] }] },
  ]);

  test.each<[string | undefined, Record<string, string | string[]>]>([
    [undefined, {}],
    ['general', { Id: '' }],
    ['special', { Id: '1', From: 'b:x' }],
    ['general', { Id: '1', From: 'c:x' }],
    ['general', { Id: '1', From: ['a:x', 'a:y'] }],
    ['demanding', { Id: '1', Other: '', Status: 'y' }],
    ['general', { Id: '1', Other: '', Status: 'z' }],
    ['general', { Id: '1', Other: '', Status: 'x', Not: '' }],
    ['special', { Id: '1', Other: '', Status: 'x', From: 'a:' }],
    ['by-value', { Event: 'made' }],
    [undefined, { Event: 'read' }],
    ['by-value', { Event: 'read', Id: '1' }],
    [undefined, { toString: 'x', constructor: 'y' }],
  ])('says %s of %j', (kind, parameters) => {
    expect(identify(parameters)).toBe(kind);
  });

  test('wants a sign to name something that is there', () => {
    expect(() => makeIdentifier([{ kind: 'nothing', signs: [{ lacks: ['Id'] }] }])).toThrow(
      new TypeError('A sign of nothing names nothing that is there'),
    );
  });
});
