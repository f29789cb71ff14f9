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
