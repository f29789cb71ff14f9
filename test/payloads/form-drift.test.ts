import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { findDrift } from '../../src/payloads/index.js';
import { flag, integer, integerOrZero, jsonText, openEnum, optional, repeated, text, timestamp } from '../../src/payloads/schema/fields.js';
import { form } from '../../src/payloads/schema/form.js';
import { prefixed } from '../../src/payloads/schema/lists.js';

const schema = form<{ Id: string; Size?: number }, 'test.drift', 'nothing'>({
  kind: 'test.drift',
  title: 'Drift',
  expects: 'nothing',
  signs: [],
  parameters: [
    {
      Id: text(),
      Colour: openEnum('red', 'blue'),
      Shade: optional(openEnum('light', 'dark')),
      Size: optional(integer()),
      Count: integerOrZero(),
      Ready: optional(flag()),
      Made: optional(timestamp()),
      Codes: optional(repeated(integer())),
      Data: optional(jsonText()),
    },
  ],
  lists: [prefixed('Params', 'Param_')],
});

const known = {
  Id: 'a',
  Colour: 'red',
  Shade: 'dark',
  Size: '7',
  Count: '1',
  Ready: 'true',
  Made: '2021-03-12',
  Codes: ['1', '2'],
  Param_A: 'b',
};
const none = { unknownParameters: [], unknownValues: [] };

/** The drift of parameters that differ from the known ones. */
function driftOf(different: object) {
  return findDrift(schema, schema.parse({ ...known, ...different }));
}

describe('findDrift of a form', () => {
  test('finds nothing where everything is known, absent or empty', () => {
    expect(driftOf({})).toEqual(none);
    expect(findDrift(schema, schema.parse({ Id: '', Colour: '' }))).toEqual(none);
    expect(driftOf({ Shade: '', Size: '', Ready: '', Made: '', Data: '' })).toEqual(none);
  });

  test('names parameters that the schema does not know, and none that it gathered', () => {
    expect(driftOf({ New: 'x', Param_B: 'y', constructor: 'z' })).toEqual({ ...none, unknownParameters: ['New', 'constructor'] });
  });

  test('names new values of an enumeration, which stay', () => {
    expect(driftOf({ Colour: 'green', Shade: 'none' }).unknownValues).toEqual([
      { parameter: 'Colour', value: 'green' },
      { parameter: 'Shade', value: 'none' },
    ]);
    expect(schema.parse({ ...known, Colour: 'green' })).toMatchObject({ Colour: 'green' });
  });

  test('names the values that did not fit, which were read as absent', () => {
    const misfits = { Size: 'big', Count: 'many', Ready: 'perhaps', Made: 'yesterday', Codes: ['1', 'x'], Data: ['{}', '{}'] };
    const payload = schema.parse({ ...known, ...misfits });
    expect(payload).toMatchObject({ Size: undefined, Count: 0, Ready: undefined, Made: undefined, Codes: undefined, Data: undefined });
    const { unknownValues } = findDrift(schema, payload);
    expect(Object.fromEntries(unknownValues.map(({ parameter, value }) => [parameter, value]))).toEqual(misfits);
  });

  test('finds nothing in JSON that a parser has read already', () => {
    expect(driftOf({ Data: { a: 1 } })).toEqual(none);
    expect(schema.parse({ ...known, Data: { a: 1 } })).toMatchObject({ Data: { a: 1 } });
  });

  test('finds in one payload nothing of another that was read before it', () => {
    driftOf({ Size: 'big' });
    expect(driftOf({})).toEqual(none);
  });

  test('knows what a schema was extended by, and looks through refinements', () => {
    const extended = schema.extend({ New: z.string() }).refine(() => true);
    expect(findDrift(extended, extended.parse({ ...known, New: 'x', Size: 'big' }))).toEqual({
      ...none,
      unknownValues: [{ parameter: 'Size', value: 'big' }],
    });
  });
});

describe('What reading made nothing of', () => {
  const odd = { ...known, Size: 'seven', Count: '', Ready: '', Made: 'soon' };

  test('is written as it came', () => {
    const read = schema.parse(odd);
    expect(read).toMatchObject({ Count: 0 });
    expect(read.Size).toBeUndefined();
    expect(z.encode(schema, read)).toEqual(odd);
    const bare = schema.parse({ Id: 'a', Colour: 'red' });
    expect(z.encode(schema, bare)).toEqual({ Id: 'a', Colour: 'red' });
  });

  test('is written no more where something else was put in its place, nor does it travel with a copy', () => {
    const read = schema.parse(odd) as { Size?: number; Count: number } & ReturnType<typeof schema.parse>;
    read.Size = 7;
    read.Count = 2;
    expect(z.encode(schema, read)).toEqual({ ...odd, Size: '7', Count: '2' });
    const { Size, Ready, Made, ...rest } = { ...known, Count: '0' };
    expect(z.encode(schema, { ...schema.parse(odd) })).toEqual(rest);
  });
});
