import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { PayloadError } from '../../src/errors.js';
import { identifyWebhook, parseForm, parseWebhook, schemaFor, webhookKinds } from '../../src/payloads/index.js';
import { parsePayload } from '../../src/payloads/parse-payload.js';
import type { PayloadSchema } from '../../src/payloads/schema/schema.js';
import { CallStatusCallback, IncomingCall } from '../../src/payloads/voice/index.js';
import { anyText } from './any-text.js';
import { loadSamples } from './samples.js';

const samples = loadSamples('voice-calls');
const call = samples.find(({ kind }) => kind === 'voice.incoming')?.body ?? {};
const schemas = webhookKinds.map((kind) => [kind, schemaFor(kind) as unknown as PayloadSchema<object>] as const);

/** Values as an attacker would choose them, and some that fit. */
const value = fc.oneof(
  anyText,
  fc.constantFrom('', 'CA1', 'AC1', '7', '-1', '1e9', 'true', '2021-03-12', '{"a":[1]}', '{"a":', '[]', 'null', '\0', '__proto__'),
  fc.array(anyText, { maxLength: 3 }),
);

/** Names that would reach into an object's prototype. */
const inherited = Object.getOwnPropertyNames(Object.prototype);

/** The parameters that a schema demands, with values that fit. */
function demandedBy({ shape }: PayloadSchema<object>): Record<string, unknown> {
  const demanded = Object.entries(shape).filter(([, field]) => field._zod.optin === undefined);
  return Object.fromEntries(
    demanded.map(([name, field]) => {
      const candidates = [...(field._zod.values ?? []), 'CA1', '7', 'true', '2021-03-12', 7, true, {}, []];
      return [name, candidates.find((candidate) => field.safeParse(candidate).success)];
    }),
  );
}

/** What a schema demands, or not, with hostile values for some of its parameters, strangers, and names that every object has. */
function formFor(schema: PayloadSchema<object>): fc.Arbitrary<Record<string, unknown>> {
  const own = fc.constantFrom(...Object.keys(schema.shape), 'SipHeader_X', 'Param_Y', 'MediaUrl0', 'MediaUrl1');
  const name = fc.oneof({ weight: 8, arbitrary: own }, fc.constantFrom(...inherited), anyText);
  const pairs = fc.array(fc.tuple(name, value), { maxLength: 20 });
  const demanded = Object.entries(demandedBy(schema));
  return fc.tuple(pairs, fc.constantFrom<'before' | 'after' | 'without'>('before', 'after', 'without')).map(([hostile, where]) => {
    const before = where === 'before' ? demanded : [];
    return Object.fromEntries([...before, ...hostile, ...(where === 'after' ? demanded : [])]);
  });
}

describe('hostile parameters', () => {
  test.each(schemas)('are read or refused by %s, and what was read is written and read the same', (_, schema) => {
    fc.assert(
      fc.property(formFor(schema), (parameters) => {
        const { data, error } = schema.safeParse(parameters);
        expect(data === undefined).toBe(error !== undefined);
        if (data === undefined) return;
        expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
        const written = z.encode(schema, data);
        expect(z.encode(schema, schema.parse(written))).toEqual(written);
      }),
      { numRuns: 15 },
    );
  });

  test('may be ten thousand', () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`SipHeader_X-${index}`, 'x']));
    const own = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`Own${index}`, 'x']));
    const payload = IncomingCall.parse({ ...call, ...many, ...own });
    expect(Object.keys(payload.SipHeaders)).toHaveLength(10_000);
    expect(payload).toHaveProperty('Own9999', 'x');
    expect(z.encode(IncomingCall, payload)).toEqual({ ...call, ...many, ...own });
    expect(identifyWebhook({ ...own, ...call })).toBe('voice.incoming');
  });

  test('may be named as what every object has, and stay properties', () => {
    const names = inherited.filter((name) => name !== '__proto__');
    const named = Object.fromEntries(names.map((name) => [name, `value of ${name}`]));
    const payload = IncomingCall.parse({ ...call, ...named });
    expect(Object.entries(payload)).toEqual(expect.arrayContaining(Object.entries(named)));
    expect(z.encode(IncomingCall, payload)).toEqual({ ...call, ...named });
    expect(identifyWebhook({ ...call, ...named })).toBe('voice.incoming');
  });

  test('reach no prototype', () => {
    const parameters = parseForm(
      `${new URLSearchParams(call as Record<string, string>)}&__proto__=evil&__proto__=x&SipHeader___proto__=evil`,
    );
    const payload = IncomingCall.parse(parameters);
    expect(Object.getPrototypeOf(payload)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(payload.SipHeaders)).toBe(Object.prototype);
    expect(Object.hasOwn(payload, '__proto__')).toBe(false);
    expect(z.encode(IncomingCall, payload)).toEqual({ ...call, SipHeader___proto__: 'evil' });
  });

  test('may hold a megabyte each, and fit or not', () => {
    for (const unit of ['1', 'a', ' ', '%', '{', '[1,', '\\u005f', '2021-', ':', '-']) {
      const huge = unit.repeat(1_000_000);
      const parameters = Object.fromEntries(Object.keys(CallStatusCallback.shape).map((name) => [name, huge]));
      const read = CallStatusCallback.safeParse({ ...parameters, CallSid: 'CA1', AccountSid: 'AC1' });
      expect(read.data).toMatchObject({ From: huge, CallDuration: undefined, Timestamp: undefined });
    }
    expect(IncomingCall.parse({ ...call, AddOns: '[{"a":'.repeat(1_000_000) })).toHaveProperty('AddOns');
  });

  test.each([
    ['bytes that are no UTF-8', 'CallSid=CA1&AccountSid=AC1&To=x&From=%FF%C3%28', '\uFFFD\uFFFD('],
    ['escapes that are none', 'CallSid=CA1&AccountSid=AC1&To=x&From=%zz%', '%zz%'],
    ['a NUL', 'CallSid=CA1&AccountSid=AC1&To=x&From=a%00b', 'a\0b'],
    ['half a character', 'CallSid=CA1&AccountSid=AC1&To=x&From=%F0%9F%98', '\uFFFD'],
  ])('may hold %s', (_, text, from) => {
    expect(IncomingCall.parse(text).From).toBe(from);
    expect(IncomingCall.parse(new TextEncoder().encode(text)).From).toBe(from);
  });

  test('may be raw bytes of any kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(IncomingCall.safeParse(bytes).success).toBe(false);
        expect(identifyWebhook(bytes)).toBeUndefined();
      }),
    );
  });

  test('are refused where a name came twice that identifies, and dropped where it does not', () => {
    expect(IncomingCall.safeParse({ ...call, CallSid: ['CA1', 'CA2'] }).success).toBe(false);
    expect(IncomingCall.parse({ ...call, FromCity: ['A', 'B'] }).FromCity).toBeUndefined();
  });
});

describe('anything at all', () => {
  test('is identified or not, and never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withMap: true, withTypedArray: true, withDate: true }), (input) => {
        const kind = identifyWebhook(input);
        if (kind !== undefined) expect(webhookKinds).toContain(kind);
        for (const [, schema] of schemas.slice(0, 5)) expect(typeof schema.safeParse(input).success).toBe('boolean');
      }),
    );
  });

  test('is parsed, or refused by a PayloadError that tells no value', () => {
    const secret = 'hunter2';
    const names = Object.keys(CallStatusCallback.shape);
    const hostile = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(secret, [secret, secret])), { maxLength: 10 });
    fc.assert(
      fc.property(hostile, (pairs) => {
        for (const read of [
          () => parseWebhook(Object.fromEntries(pairs)),
          () => parsePayload(CallStatusCallback, Object.fromEntries(pairs)),
        ]) {
          try {
            expect(read()).toBeTypeOf('object');
          } catch (error) {
            expect(error).toBeInstanceOf(PayloadError);
            expect(`${(error as Error).message} ${JSON.stringify((error as PayloadError).issues)}`).not.toContain(secret);
          }
        }
      }),
    );
  });
});
