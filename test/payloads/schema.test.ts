import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { schemaFor, webhookKinds, writeForm } from '../../src/payloads/index.js';
import { integer, optional, text } from '../../src/payloads/schema/fields.js';
import { form } from '../../src/payloads/schema/form.js';
import { json } from '../../src/payloads/schema/json.js';
import { numbered } from '../../src/payloads/schema/lists.js';
import type { PayloadSchema } from '../../src/payloads/schema/schema.js';

interface Parcel {
  Id: string;
  Weight?: number | undefined;
  Label: readonly { readonly Text?: string }[];
}

const reply = z.object({ ok: z.boolean() });

const Parcel: PayloadSchema<Parcel, 'test.parcel', 'json', { ok: boolean }> = form({
  kind: 'test.parcel',
  title: 'A parcel',
  expects: 'json',
  parent: 'test.thing',
  reply,
  deadlineMs: 4000,
  methods: ['POST'],
  identifiable: false,
  signs: [],
  parameters: [{ Id: text(), Weight: optional(integer()) }],
  lists: [numbered('Label', { Text: 'Label' }, 'NumLabels')],
});

/** The same schema, as zod types it: the methods that a payload schema has beyond its contract. */
const loose = Parcel as unknown as z.ZodObject<Record<string, z.ZodType>>;
const parameters = { Id: 'a', Weight: '7', Label0: 'x', Label1: 'y', Own: 'mine' };
const parcel = { Id: 'a', Weight: 7, Label: [{ Text: 'x' }, { Text: 'y' }], Own: 'mine' };

describe('a payload schema', () => {
  test.each<[string, z.ZodType]>([
    ['refine', Parcel.refine(() => true)],
    ['superRefine', Parcel.superRefine(() => undefined)],
    ['check', Parcel.check(() => undefined)],
    ['meta', Parcel.meta({ id: 'parcel' })],
    ['describe', Parcel.describe('a parcel')],
    ['clone', Parcel.clone()],
    ['brand', Parcel.brand('parcel')],
    ['extend', Parcel.extend({ Own: z.string() })],
    ['safeExtend', loose.safeExtend({ Own: z.string() })],
    ['pick', loose.pick({ Id: true, Weight: true })],
    ['partial', loose.partial()],
    [
      'several of them',
      Parcel.describe('a parcel')
        .extend({ Own: z.string() })
        .refine(() => true)
        .meta({ title: 'x' }),
    ],
  ])('keeps what it is after %s, and still reads and writes', (_, schema) => {
    const { kind, title, expects, parent, deadlineMs, methods, identifiable } = Parcel;
    expect(schema).toMatchObject({ kind, title, expects, parent, deadlineMs, methods, identifiable, reply });
    expect(schema.parse(parameters)).toEqual(parcel);
    expect(z.encode(schema, schema.parse(parameters))).toEqual({ ...parameters, NumLabels: 2 });
  });

  test('has its defaults where its declaration is silent', () => {
    const { deadlineMs, methods, identifiable } = form({
      kind: 'test.plain',
      title: 'Plain',
      expects: 'nothing',
      signs: [],
      parameters: [],
    });
    expect({ deadlineMs, methods, identifiable }).toEqual({ deadlineMs: 14_000, methods: ['POST', 'GET'], identifiable: true });
  });

  test('refuses what its refinements refuse, asynchronous ones too', async () => {
    expect(Parcel.refine(({ Weight }) => Weight === 8).safeParse(parameters).success).toBe(false);
    const later = Parcel.refine(async ({ Weight }) => Weight === 7);
    await expect(later.parseAsync(parameters)).resolves.toEqual(parcel);
    await expect(later.parseAsync({ Id: 'a' })).rejects.toThrow(z.ZodError);
  });

  test('takes text, bytes, URLSearchParams, FormData and parameters alike', () => {
    const raw = writeForm(parameters);
    const data = new FormData();
    for (const [name, value] of Object.entries(parameters)) data.append(name, value);
    const bytes = new TextEncoder().encode(raw);
    for (const input of [
      raw,
      bytes,
      bytes.buffer,
      Buffer.from(raw),
      new URLSearchParams(raw),
      data,
      parameters,
      Object.freeze({ ...parameters }),
    ])
      expect(Parcel.parse(input)).toEqual(parcel);
    expect(parameters).toHaveProperty('Label0');
  });

  test('reads what an object inherits, as zod does', () => {
    class Given {
      Id = 'a';
      Own = 'mine';
      get Weight(): string {
        return '7';
      }
    }
    expect(Parcel.parse(new Given())).toEqual({ ...parcel, Label: [] });
    expect(Parcel.parse(Object.assign(Object.create(null), parameters))).toEqual(parcel);
  });

  test('has the parameters that came, and no others', () => {
    const read = Parcel.parse({ Own: 'mine', Id: 'a' });
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(Object.keys(read).sort()).toEqual(['Id', 'Label', 'Own']);
    expect(Object.keys(Parcel.parse({ Id: 'a', Weight: 'heavy' })).sort()).toEqual(['Id', 'Label', 'Weight']);
  });

  test('reads what an application adds by the rules of zod', async () => {
    const more = Parcel.extend({
      Size: z.coerce.number().default(3),
      Note: z.string().default('none').optional(),
      Colour: z.enum(['red', 'blue']).optional(),
      Known: z.string().refine(async (known) => known === 'yes'),
    });
    await expect(more.parseAsync({ ...parameters, Known: 'yes' })).resolves.toEqual({ ...parcel, Size: 3, Note: 'none', Known: 'yes' });
    await expect(more.parseAsync({ ...parameters, Known: 'no' })).rejects.toThrow(z.ZodError);
    const read = await more.safeParseAsync({ Known: 'yes', Colour: 'green' });
    expect(read.error?.issues.map(({ path }) => path.join('.')).sort()).toEqual(['Colour', 'Id']);
  });

  test('refuses what it does not know where it is made strict', () => {
    const schema = form<{ Id: string; Weight?: number }, 'test.strict', 'nothing'>({
      kind: 'test.strict',
      title: 'Strict',
      expects: 'nothing',
      signs: [],
      parameters: [{ Id: text(), Weight: optional(integer()) }],
    }) as unknown as z.ZodObject;
    expect(schema.strict().parse('Id=a&Weight=7')).toEqual({ Id: 'a', Weight: 7 });
    expect(schema.strict().safeParse('Id=a&Own=mine').error?.issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['Own'] }]);
    expect(schema.loose().parse('Id=a&Own=mine')).toEqual({ Id: 'a', Own: 'mine' });
  });

  test('lets the last of several tables count for a parameter', () => {
    const schema = form<{ Id: number }, 'test.over', 'nothing'>({
      kind: 'test.over',
      title: 'Over',
      expects: 'nothing',
      signs: [],
      parameters: [{ Id: text() }, { Id: integer() }],
    });
    expect(schema.parse('Id=7').Id).toBe(7);
  });

  test('writes neither what is absent nor what is undefined, and the count of a list that was replaced', () => {
    expect(z.encode(Parcel, { Id: 'a', Weight: undefined, Label: [] })).toEqual({ Id: 'a', NumLabels: 0 });
    expect(z.encode(Parcel, { ...Parcel.parse(parameters), Label: [{ Text: 'z' }] })).toMatchObject({ Label0: 'z', NumLabels: 1 });
  });

  test('refuses what is no payload at all, to read and to write', () => {
    for (const nothing of [undefined, null, 7, [], ['Id=a'], () => parameters]) {
      expect(Parcel.safeParse(nothing).success).toBe(false);
      expect(z.safeEncode(Parcel, nothing as never).success).toBe(false);
    }
  });

  test('reads the text of JSON, and objects, where Twilio sends JSON', () => {
    const schema = json<{ id: string; size?: number }, 'test.json', 'nothing'>({
      kind: 'test.json',
      title: 'JSON',
      expects: 'nothing',
      signs: [],
      parameters: [{ id: z.string(), size: optional(z.number()) }],
    });
    const object = { id: 'a', size: 7, more: { own: [true] } };
    for (const input of [JSON.stringify(object), new TextEncoder().encode(JSON.stringify(object)), object])
      expect(schema.parse(input)).toEqual(object);
    expect(schema.parse('{"id":"a","size":"big"}')).toEqual({ id: 'a', size: undefined });
    for (const broken of ['{"id":', 'null', '[]', '"id"', '']) expect(schema.safeParse(broken).success).toBe(false);
  });
});

describe('z.toJSONSchema', () => {
  test.each(webhookKinds)('describes the parameters of %s', (kind) => {
    const schema = schemaFor(kind) as unknown as PayloadSchema<unknown>;
    const described = z.toJSONSchema(schema, { io: 'input' }) as { properties: object; required?: string[] };
    expect(described).toMatchObject({ type: 'object' });
    expect(Object.keys(described.properties)).toEqual(Object.keys(schema.shape));
    const required = Object.keys(schema.shape).filter((name) => schema.shape[name]?._zod.optin === undefined);
    expect(described.required ?? []).toEqual(required);
  });
});
