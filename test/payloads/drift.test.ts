import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { findDrift } from '../../src/payloads/index.js';
import { jsonText, openEnum, optional, sid, text, timestamp } from '../../src/payloads/schema/fields.js';
import { json } from '../../src/payloads/schema/json.js';
import { jsonList, jsonNumber, jsonObject, nullable } from '../../src/payloads/schema/json-fields.js';
import type { PayloadSchema } from '../../src/payloads/schema/schema.js';

const account = 'AC00000000000000000000000000000001';

const inner = jsonObject<object>({ count: optional(jsonNumber()), state: optional(openEnum('on', 'off')) });

const schema: PayloadSchema<object, 'test.kind', 'nothing'> = json({
  kind: 'test.kind',
  title: 'A test',
  expects: 'nothing',
  signs: [],
  parameters: [
    {
      sid: sid('AC'),
      time: optional(timestamp('iso8601')),
      one: optional(inner),
      many: optional(jsonList(inner)),
      written: optional(jsonText(inner)),
      nothing: optional(nullable(text())),
    },
  ],
});

describe('findDrift', () => {
  test('finds nothing in what is known', () => {
    const payload = schema.parse({ sid: account, time: '2026-01-01T00:00:00Z', one: { count: 1, state: 'on' }, many: [{}], nothing: null });
    expect(findDrift(schema, payload)).toEqual({ unknownParameters: [], unknownValues: [] });
  });

  test('names what is unknown inside JSON by its path', () => {
    const payload = schema.parse({
      sid: account,
      one: { next: 1, state: 'dim' },
      many: [{}, { count: 'two' }],
      written: '{"more":1}',
      own: {},
    });
    expect(findDrift(schema, payload)).toEqual({
      unknownParameters: ['one.next', 'written.more', 'own'],
      unknownValues: [
        { parameter: 'one.state', value: 'dim' },
        { parameter: 'many.1.count', value: 'two' },
      ],
    });
  });

  test('takes a null for something that is absent', () => {
    const payload = schema.parse({ sid: account, time: null, one: { count: null }, many: null });
    expect(payload).toEqual({ sid: account, one: {} });
    expect(findDrift(schema, payload)).toEqual({ unknownParameters: [], unknownValues: [] });
  });

  test('names a SID that is masked or of another form', () => {
    for (const masked of ['AC_test', 'ac00000000000000000000000000000001', 'AC0000000000000000000000000000000g', '[redacted]'])
      expect(findDrift(schema, schema.parse({ sid: masked })).unknownValues).toEqual([{ parameter: 'sid', value: masked }]);
  });

  test('forgets a copy, and a payload that was made by hand', () => {
    const payload = schema.parse({ sid: account, time: 'soon' });
    expect(findDrift(schema, payload).unknownValues).toEqual([{ parameter: 'time', value: 'soon' }]);
    expect(findDrift(schema, { ...payload })).toEqual({ unknownParameters: [], unknownValues: [] });
  });

  test('leaves what was read and is written as it is', () => {
    const body = { sid: account, one: { count: 1, next: [1, { a: null }] }, many: [{ state: 'dim' }] };
    expect(z.encode(schema, schema.parse(body) as never)).toEqual(body);
  });
});
