import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  decimal,
  flag,
  integer,
  jsonText,
  oneOf,
  openEnum,
  optional,
  type Parameter,
  repeated,
  sid,
  text,
  timestamp,
} from '../../src/payloads/schema/fields.js';
import { parseJson } from '../../src/request/json.js';
import { anyText } from './any-text.js';

/** Asserts that a field reads what it wrote, as the same value. */
function expectRoundTrip<T>(field: Parameter<T>, values: fc.Arbitrary<T>): void {
  fc.assert(
    fc.property(values, (value) => {
      expect(z.decode(field, z.encode(field, value))).toEqual(value);
    }),
  );
}

/** Asserts that a field writes the very texts that it reads. */
function expectSameText(field: Parameter<unknown>, texts: fc.Arbitrary<string>): void {
  fc.assert(
    fc.property(texts, (any) => {
      expect(z.encode(field, z.decode(field, any))).toBe(any);
    }),
  );
}

/** Asserts that a field reads any text or refuses it, and that what it reads it can write and read again. */
function expectTotal(field: Parameter<unknown>, texts: fc.Arbitrary<string> = anyText): void {
  fc.assert(
    fc.property(texts, (any) => {
      const read = z.safeDecode(field, any);
      if (read.success) expect(z.decode(field, z.encode(field, read.data))).toEqual(read.data);
      else expect(read.error.issues).toHaveLength(1);
    }),
  );
}

/** Texts that look like numbers, right and wrong ones. */
const numeric = fc
  .array(fc.constantFrom('0', '1', '9', '-', '+', '.', 'e', 'E', ' ', '_'), { maxLength: 20 })
  .map((parts) => parts.join(''));

describe('integer', () => {
  const whole = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });

  test('reads what it writes, up to fifteen digits', () => expectRoundTrip(integer(), whole));
  test('writes the text that it read, when that is written as numbers are', () => expectSameText(integer(), whole.map(String)));
  test('reads any text or refuses it', () => expectTotal(integer(), fc.oneof(numeric, anyText)));

  test.each(['', ' ', '1.5', '1e3', '0x10', '+5', '1_000', '12a', '１', 'NaN', 'Infinity', '1000000000000000'])('refuses %j', (text) => {
    expect(z.safeDecode(integer(), text).success).toBe(false);
  });

  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e21])('does not write %d', (value) => {
    expect(z.safeEncode(integer(), value).success).toBe(false);
  });
});

describe('decimal', () => {
  const fraction = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e14, max: 1e14 }).filter((value) => !Object.is(value, -0));

  test('reads what it writes', () => expectRoundTrip(decimal(), fraction));
  test('writes the text that it read, when that is written as numbers are', () => expectSameText(decimal(), fraction.map(String)));
  test('reads any text or refuses it', () => expectTotal(decimal(), fc.oneof(numeric, anyText)));

  test.each(['', '.5', '1.', '1,5', '1e999', '-', 'Infinity', '0x1p3'])('refuses %j', (text) => {
    expect(z.safeDecode(decimal(), text).success).toBe(false);
  });
});

test('reads a zero without its sign', () => {
  expect(z.decode(integer(), '-0')).toBe(0);
  expect(z.decode(decimal(), '-0.0')).toBe(0);
});

describe('flag', () => {
  test.each(['true', 'True', '1'] as const)('written as %s reads what it writes, and every other way', (spelling) => {
    expectRoundTrip(flag(spelling), fc.boolean());
    expect(z.encode(flag(spelling), true)).toBe(spelling);
    for (const yes of ['true', 'True', 'TRUE', '1']) expect(z.decode(flag(spelling), yes)).toBe(true);
    for (const no of ['false', 'False', 'FALSE', '0']) expect(z.decode(flag(spelling), no)).toBe(false);
  });

  test.each(['', 'yes', 'on', '2', 'true ', 'null'])('refuses %j', (text) => {
    expect(z.safeDecode(flag(), text).success).toBe(false);
  });
});

describe('timestamp', () => {
  const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  const wholeSecond = date.map((day) => new Date(Math.floor(day.getTime() / 1000) * 1000));

  test('reads what it writes, to the second or the millisecond', () => {
    expectRoundTrip(timestamp('rfc2822'), wholeSecond);
    expectRoundTrip(timestamp('epoch-seconds'), wholeSecond);
    expectRoundTrip(timestamp('iso8601'), date);
    expectRoundTrip(timestamp('epoch-milliseconds'), date);
  });

  test.each([
    ['Fri, 12 Mar 2021 16:29:59 +0000', '2021-03-12T16:29:59.000Z'],
    ['12 Mar 2021 16:29 GMT', '2021-03-12T16:29:00.000Z'],
    ['Fri, 12 Mar 2021 16:29:59 -0430', '2021-03-12T20:59:59.000Z'],
    ['2021-03-12T16:29:59.123456Z', '2021-03-12T16:29:59.123Z'],
    ['2021-03-12T16:29:59+02:00', '2021-03-12T14:29:59.000Z'],
    ['2021-03-12 16:29:59', '2021-03-12T16:29:59.000Z'],
    ['2021-03-12T16:29:59', '2021-03-12T16:29:59.000Z'],
    ['2021-03-12', '2021-03-12T00:00:00.000Z'],
    ['1615566599', '2021-03-12T16:29:59.000Z'],
    ['1615566599123', '2021-03-12T16:29:59.123Z'],
  ])('reads %j in every field, and writes it again as it was', (text, moment) => {
    for (const format of ['rfc2822', 'iso8601', 'epoch-seconds', 'epoch-milliseconds'] as const) {
      const read = z.decode(timestamp(format), text);
      expect(read.toISOString()).toBe(moment);
      expect(z.encode(timestamp(format), read)).toBe(text);
    }
  });

  test('writes a date that was changed anew, and one that was copied', () => {
    const read = z.decode(timestamp(), '12 Mar 2021 16:29 GMT');
    expect(z.encode(timestamp(), new Date(read))).toBe('Fri, 12 Mar 2021 16:29:00 +0000');
    read.setUTCHours(17);
    expect(z.encode(timestamp(), read)).toBe('Fri, 12 Mar 2021 17:29:00 +0000');
  });

  test('reads any text or refuses it', () => {
    const piece = fc.constantFrom('12', '2021', '-', ':', 'T', 'Z', ' ', 'Mar', 'Fri, ', '+0000', '.5', '99', '29');
    expectTotal(
      timestamp(),
      fc.oneof(
        fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
        anyText,
      ),
    );
  });

  test.each(['', 'now', '12', '2021-13-01', 'Fri, 99 Mar 2021 16:29:59 +0000', '2021-03-12T25:00:00Z'])('refuses %j', (text) => {
    expect(z.safeDecode(timestamp(), text).success).toBe(false);
  });

  test('does not write a date that is none', () => {
    expect(z.safeEncode(timestamp(), new Date(Number.NaN)).success).toBe(false);
  });
});

describe('jsonText', () => {
  // JSON has no negative zero, and names that would reach a prototype are left out; see below.
  const container = fc
    .jsonValue()
    .filter((value) => typeof value === 'object' && value !== null)
    .map((value) => parseJson(JSON.stringify(value)));

  test('reads what it writes', () => expectRoundTrip(jsonText(), container as fc.Arbitrary<never>));

  test('writes every text that it read, JSON or not', () => {
    expectSameText(jsonText(), anyText);
    expectSameText(jsonText(), fc.json());
    expectSameText(
      jsonText(),
      fc.jsonValue().map((value) => JSON.stringify(value, null, 3)),
    );
  });

  test('keeps text that is no JSON, and JSON that is no object or list', () => {
    for (const kept of ['', 'none', '{"a":', '"text"', '12', 'null', 'true']) expect(z.decode(jsonText(), kept)).toBe(kept);
  });

  test('keeps the text whose content does not fit, and drops no member that the content does not name', () => {
    const field = jsonText(z.looseObject({ n: z.number() }));
    expect(z.decode(field, '{"n":"one"}')).toBe('{"n":"one"}');
    expect(z.decode(field, '{"m":2,"n":1}')).toEqual({ n: 1, m: 2 });
  });

  test('writes what was changed anew', () => {
    const read = z.decode(jsonText(z.looseObject({ n: z.number() })), '{ "n": 1 }');
    if (typeof read === 'string') throw new Error('expected an object');
    read.n = 2;
    expect(z.encode(jsonText(), read as never)).toBe('{"n":2}');
  });

  test('reads an object or a list that a parser has made of it already', () => {
    const field = jsonText() as z.ZodType<unknown, unknown>;
    expect(z.decode(field, { n: 1, more: [true] })).toEqual({ n: 1, more: [true] });
    expect(z.decode(field, [{ n: 1 }])).toEqual([{ n: 1 }]);
    expect(z.encode(field, z.decode(field, { n: 1 }))).toBe('{"n":1}');
    expect(z.decode(jsonText(z.looseObject({ n: z.number() })) as z.ZodType<unknown, unknown>, { n: 'one' })).toBe('{"n":"one"}');
    expect(z.decode(field, JSON.parse('{"__proto__":{"admin":true},"a":1}'))).not.toHaveProperty('admin');
  });

  test('refuses what came several times, and what cannot be written', () => {
    const field = jsonText() as z.ZodType<unknown, unknown>;
    const circle: { self?: object } = {};
    circle.self = circle;
    for (const value of [['{}', '{}'], circle, { n: 1n }, null, 1]) expect(z.safeDecode(field, value).success).toBe(false);
  });

  test.each([
    '{"__proto__":{"admin":true},"a":1}',
    '{"\\u005f_proto__":{"admin":true},"a":1}',
    '{"b":{"__pro\\u0074o__":{"admin":true}},"a":1}',
  ])('lets %s change no prototype, and writes it as it came', (text) => {
    for (const field of [jsonText(), jsonText(z.looseObject({ b: z.looseObject({}).optional() }))]) {
      const read = z.decode(field, text) as { readonly a?: unknown; readonly b?: object };
      expect(read.a).toBe(1);
      for (const object of [read, { ...read }, Object.assign({}, read), read.b ?? {}]) expect(object).not.toHaveProperty('admin');
      expect(z.encode(field as Parameter<unknown>, read)).toBe(text);
    }
  });

  test('keeps JSON as text that is nested so deep that walking it would fail', () => {
    const nest = (depth: number) => `${'[{"a":'.repeat(depth)}"]}"${'}]'.repeat(depth)}`;
    expect(z.decode(jsonText(), nest(100_000))).toBe(nest(100_000));
    expect(z.decode(jsonText(), nest(101))).toBe(nest(101));
    expect(JSON.stringify(z.decode(jsonText(), nest(100)))).toBe(nest(100));
    const flat = JSON.stringify(Array.from({ length: 1000 }, () => ['[[["\\', {}]));
    expect(z.decode(jsonText(), flat)).toHaveLength(1000);
  });
});

describe('repeated', () => {
  test('reads what it writes', () => {
    expectRoundTrip(repeated(text()) as Parameter<readonly string[]>, fc.array(fc.string()));
    expectRoundTrip(repeated(integer()) as Parameter<readonly number[]>, fc.array(fc.nat()));
  });

  test('reads one value as a list of one, and writes it as it came', () => {
    expect(z.decode(repeated(text()), 'a')).toEqual(['a']);
    expect(z.encode(repeated(text()), z.decode(repeated(text()), 'a'))).toBe('a');
    expect(z.encode(repeated(text()), z.decode(repeated(text()), ['a', 'b']))).toEqual(['a', 'b']);
  });

  test('reads JSON that a parser has read already, once or several times', () => {
    const field = repeated(jsonText()) as z.ZodType<unknown, unknown>;
    expect(z.decode(field, { a: 1 })).toEqual([{ a: 1 }]);
    expect(z.decode(field, [{ a: 1 }, '{"b":2}'])).toEqual([{ a: 1 }, { b: 2 }]);
    expect(z.encode(field, z.decode(field, [{ a: 1 }, { b: 2 }]))).toEqual(['{"a":1}', '{"b":2}']);
  });

  test('refuses a list with a value that does not fit', () => {
    expect(z.safeDecode(repeated(integer()), ['1', 'x']).success).toBe(false);
  });
});

describe('openEnum, oneOf and sid', () => {
  test('read known values, openEnum others too', () => {
    expect(z.decode(openEnum('a', 'b'), 'c')).toBe('c');
    expect(z.decode(oneOf('a', 'b'), 'a')).toBe('a');
    expect(z.safeDecode(oneOf('a', 'b'), 'c').success).toBe(false);
  });

  test('take masked SIDs and those of shapes to come, and refuse nothing but the empty text', () => {
    for (const masked of ['CA123', 'CAxxxxxxxx', 'ZZ0123456789abcdef0123456789abcdef', 'CALL_SID', 'SM...', '[redacted]', '..', 'AC'])
      expect(z.decode(sid('CA'), masked)).toBe(masked);
    expect(z.safeDecode(sid('CA'), '').error?.issues[0]?.message).toBe('expected a SID, such as CA0123456789abcdef0123456789abcdef');
    for (const other of [1, null, ['CA1']]) expect(z.safeDecode(sid('CA'), other as never).success).toBe(false);
  });

  test('write what they read', () => {
    expectTotal(openEnum('a'));
    expectTotal(sid('CA'));
    expectTotal(text());
  });
});

describe('optional', () => {
  const misfit = fc.anything().filter((value) => value !== undefined);

  test.each([
    ['an integer', integer()],
    ['a date', timestamp()],
    ['a SID', sid('CA')],
    ['one of two', oneOf('a', 'b')],
    ['a text', text()],
  ] as const)('reads %s that does not fit as absent, and never refuses', (_, field) => {
    fc.assert(
      fc.property(misfit, (value) => {
        const read = z.safeDecode(optional(field as Parameter<unknown>), value as never);
        expect(read.success).toBe(true);
        expect(read.data).toEqual(z.safeDecode(field as Parameter<unknown>, value as never).data);
      }),
    );
  });

  test('does not write what does not fit', () => {
    expect(z.safeEncode(optional(integer()), 1.5).success).toBe(false);
    expect(z.encode(optional(integer()), undefined)).toBeUndefined();
  });
});
