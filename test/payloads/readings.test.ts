import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { samples } from '../../src/fixtures/samples/index.js';
import { findDrift, identifyWebhook, type PayloadSchema, parseWebhook, schemaFor, type WebhookKind } from '../../src/payloads/index.js';

interface Case {
  readonly says: string;
  /** Any of these is right: of a special case its general kind too. */
  readonly kinds: readonly WebhookKind[];
  readonly body: string | object;
  /** What the payload has, among other things. */
  readonly payload?: object;
  /** The parameters whose value is drift. */
  readonly unknownValues?: readonly string[];
  /** Set where nothing about the parameters is drift. */
  readonly isKnown?: boolean;
}

const { cases } = JSON.parse(readFileSync(new URL('../data/webhook-readings.json', import.meta.url), 'utf8')) as { cases: readonly Case[] };

describe('Whoever sent it and however it was parsed, what is read is', () => {
  test.each(cases)('$says', ({ kinds, body, payload, unknownValues, isKnown }) => {
    expect(kinds).toContain(identifyWebhook(body));
    const webhook = parseWebhook(body);
    expect(kinds).toContain(webhook.kind);
    const drift = findDrift(schemaFor(webhook.kind) as unknown as PayloadSchema<unknown>, webhook.payload);
    if (payload !== undefined) expect(webhook.payload).toMatchObject(payload);
    if (unknownValues !== undefined) expect(drift.unknownValues.map(({ parameter }) => parameter)).toEqual(unknownValues);
    if (isKnown) expect(drift.unknownParameters).toEqual([]);
  });
});

/** Kinds that only the prefix of a SID tells from another product's; the two are read alike. */
const TOLD_BY_PREFIX = /^(?:supersim|wireless)\./;

const masks = ['AC_test', 'CALL_SID', 'SM...', '[redacted]', 'xxxxxxxx', '123'];
const isSid = (value: unknown) => typeof value === 'string' && /^[A-Z]{2}[0-9a-f]{32}$/.test(value);
const forms = samples.filter(
  ({ kind, body }) => !/^(?:media-streams|conversation-relay|event-streams)\./.test(kind) && !Array.isArray(body),
);

describe('Masked SIDs', () => {
  test.each(masks)('such as %s change no kind', (mask) => {
    const changed = forms.filter(({ kind, body }) => {
      if (TOLD_BY_PREFIX.test(kind)) return false;
      // An address may be a SID too, and tells where a call goes.
      const masked = Object.entries(body).map(([name, value]) => [name, isSid(value) && !/^(?:To|Called)$/.test(name) ? mask : value]);
      return identifyWebhook(Object.fromEntries(masked)) !== identifyWebhook(body);
    });
    expect(changed.map(({ kind }) => kind)).toEqual([]);
  });

  test.each(masks)('such as %s are no reason to refuse a webhook', (mask) => {
    for (const { kind, body } of forms) {
      const masked = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, isSid(value) ? mask : value]));
      expect((schemaFor(kind as WebhookKind) as unknown as PayloadSchema<object>).safeParse(masked).success, kind).toBe(true);
    }
  });
});

test('Lists of one change no kind and no payload of a form', () => {
  for (const { kind, body } of forms) {
    const schema = schemaFor(kind as WebhookKind) as unknown as PayloadSchema<object>;
    if ((schema._zod.def as unknown as { readonly wire: string }).wire === 'json') continue;
    if (!Object.values(body).every((value) => typeof value === 'string')) continue;
    const listed = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, [value]]));
    expect(identifyWebhook(listed), kind).toBe(identifyWebhook(body));
    if (!/^(?:studio\.|voice\.incoming\.client)/.test(kind)) expect(schema.parse(listed), kind).toEqual(schema.parse(body));
  }
});

test('JSON that a parser has read already changes no kind and no payload of a form', () => {
  let changed = 0;
  for (const { kind, body } of forms) {
    const schema = schemaFor(kind as WebhookKind) as unknown as PayloadSchema<object>;
    if ((schema._zod.def as unknown as { readonly wire: string }).wire === 'json') continue;
    const read = schema.parse(body) as Readonly<Record<string, unknown>>;
    // What is text to us stays text, even where an application has put JSON into it.
    const nested = Object.entries(body).map(([name, value]) => [name, typeof read[name] === 'object' ? readJson(value) : value]);
    const parameters = Object.fromEntries(nested);
    if (JSON.stringify(parameters) !== JSON.stringify(body)) changed += 1;
    expect(identifyWebhook(parameters), kind).toBe(identifyWebhook(body));
    expect(schema.parse(parameters), kind).toEqual(read);
    expect(findDrift(schema, schema.parse(parameters)), kind).toEqual(findDrift(schema, read));
  }
  expect(changed).toBeGreaterThan(20);
});

test.each(['', 'Ünï "x" & 100%'])('A parameter of which nothing can be made, such as %j, is written as it came', (value) => {
  const lost = forms.flatMap(({ kind, body }) => {
    const schema = schemaFor(kind as WebhookKind) as unknown as PayloadSchema<object>;
    // Of JSON it is the meaning that counts.
    const names = Object.values(body).every(isText) ? Object.keys(body) : [];
    return names.flatMap((name) => {
      const parameters = { ...body, [name]: value };
      const read = schema.safeParse(parameters);
      const written = read.success ? z.encode(schema, read.data) : parameters;
      return JSON.stringify(sorted(written)) === JSON.stringify(sorted(parameters)) ? [] : [`${kind} ${name}`];
    });
  });
  expect(lost).toEqual([]);
});

/** What a parser makes of text that is JSON. */
function readJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readJson);
  return typeof value === 'string' && /^(?:\{["}]|\[\{)/.test(value) ? JSON.parse(value) : value;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}

function sorted(parameters: object): readonly (readonly [string, unknown])[] {
  return Object.entries(parameters).sort(([one], [other]) => (one < other ? -1 : 1));
}
