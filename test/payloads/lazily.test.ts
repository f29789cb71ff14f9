import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { $constructor } from 'zod/v4/core';
import * as payloads from '../../src/payloads/index.js';
import { lazily, lazyCodec, lazyObject } from '../../src/payloads/schema/lazily.js';

/** Before any test uses one. */
const builtAtLoad = Object.entries<unknown>(payloads).flatMap(([name, one]) =>
  typeof one === 'object' && one !== null && Object.hasOwn(one, '_zod') ? [name] : [],
);

// The compiler takes an assertion function only by a name of declared type.
const BaseObject: z.core.$constructor<z.ZodObject, z.core.$ZodObjectDef> = z.ZodObject;

const Named: z.core.$constructor<z.ZodObject & { title: string }, z.core.$ZodObjectDef & { title: string }> = $constructor(
  'Named',
  (inst, def) => {
    BaseObject.init(inst, def);
    Object.assign(inst, { title: def.title });
  },
);

function make() {
  let count = 0;
  const definition = () => {
    count += 1;
    return { type: 'object', shape: { a: z.string() }, title: 'a name' } as const;
  };
  return { schema: lazily(Named, definition, { title: 'a name' }), countBuilds: () => count };
}

test('Loading the payloads builds none of their schemas', () => {
  expect(builtAtLoad).toEqual([]);
});

describe('A schema that is built when it is first used', () => {
  test('says what is known of it without being built', () => {
    const { schema, countBuilds } = make();
    expect(schema.title).toBe('a name');
    expect(countBuilds()).toBe(0);
  });

  test.each<[string, (schema: z.ZodObject) => unknown]>([
    ['read with', (schema) => schema.parse({ a: 'x' })],
    ['asked for its class', (schema) => schema instanceof z.ZodType],
    ['asked for its shape', (schema) => schema.shape],
    ['put into another', (schema) => z.object({ schema }).parse({ schema: { a: 'x' } })],
    ['refined', (schema) => schema.refine(() => true)],
    ['described for others', (schema) => z.toJSONSchema(schema)],
    ['given a property', (schema) => Object.assign(schema, { own: 1 })],
  ])('is built once when it is %s', (_, use) => {
    const { schema, countBuilds } = make();
    use(schema);
    use(schema);
    expect(countBuilds()).toBe(1);
  });

  test('is what the class itself would have made', () => {
    const { schema } = make();
    const eager = new Named({ type: 'object', shape: { a: z.string() }, title: 'a name' });
    expect(schema).toBeInstanceOf(Named);
    expect(schema).toBeInstanceOf(z.ZodObject);
    expect(schema.parse({ a: 'x', b: 1 })).toEqual(eager.parse({ a: 'x', b: 1 }));
    expect(z.toJSONSchema(schema)).toEqual(z.toJSONSchema(eager));
    expect(Object.getPrototypeOf(schema)).toBe(Object.getPrototypeOf(eager));
    expect(new Set(Object.keys(schema))).toEqual(new Set(Object.keys(eager)));
  });

  test('can be told from other objects, as libraries do', () => {
    const { schema, countBuilds } = make();
    expect('_zod' in schema && '~standard' in schema && 'safeParse' in schema).toBe(true);
    expect('then' in schema).toBe(false);
    expect(countBuilds()).toBe(0);
  });

  test('keeps what it was given, and its metadata', () => {
    const { schema } = make();
    Object.assign(schema, { own: 1 });
    expect(schema).toMatchObject({ own: 1, title: 'a name' });
    const described = schema.meta({ description: 'about' });
    expect(described.meta()).toEqual({ description: 'about' });
    expect(described).toHaveProperty('title', 'a name');
  });

  test('asks again when its definition could not be made', () => {
    let ready = false;
    const schema = lazyObject<{ a: string }>(() => {
      if (!ready) throw new Error('not yet');
      return z.object({ a: z.string() });
    });
    expect(() => schema.parse({})).toThrow('not yet');
    ready = true;
    expect(schema.parse({ a: 'x' })).toEqual({ a: 'x' });
  });

  test('may be a codec, and then writes too', () => {
    const number = lazyCodec(() => z.codec(z.string(), z.number(), { decode: Number, encode: String }));
    expect([z.decode(number, '7'), z.encode(number, 7)]).toEqual([7, '7']);
  });
});
