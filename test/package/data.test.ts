import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { samples } from '../../src/fixtures/samples/index.js';
import type { Sample } from '../../src/fixtures/samples.js';
import { webhookKinds } from '../../src/payloads/index.js';

interface Parameter {
  readonly description?: string;
  readonly $ref?: string;
}

interface Definition {
  readonly title: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, Parameter>>;
  readonly required?: readonly string[];
}

const require = createRequire(import.meta.url);
const schema = require('ringback/payloads.schema.json') as {
  readonly $schema: string;
  readonly $defs: Readonly<Record<string, Definition>>;
};
const kinds = Object.entries(schema.$defs).filter(([name]) => name.includes('.'));
/** Where a parameter that several kinds have is defined. */
const placeOf = ({ $ref }: Parameter): string | undefined => /^#\/\$defs\/([^./~%]+)$/.exec($ref ?? '')?.[1];
const published = require('ringback/samples.json') as readonly Sample[];

describe('ringback/payloads.schema.json', () => {
  test('defines every kind of webhook, and every message of the sockets', () => {
    expect(webhookKinds.filter((kind) => !(kind in schema.$defs))).toEqual([]);
    expect(samples.filter(({ kind }) => !(kind in schema.$defs))).toEqual([]);
  });

  test('says of every kind and every parameter what it means', () => {
    const silent = kinds.flatMap(([kind, { title, description, properties }]) => [
      ...(title && description ? [] : [kind]),
      ...Object.entries(properties).flatMap(([name, property]) =>
        (schema.$defs[placeOf(property) ?? ''] ?? property).description ? [] : [`${kind} ${name}`],
      ),
    ]);
    expect(silent).toEqual([]);
  });

  test('defines once what several kinds have', () => {
    const parameters = kinds.flatMap(([, { properties }]) => Object.entries(properties));
    const references = parameters.flatMap(([, parameter]) => parameter.$ref ?? []);
    const shared = Object.keys(schema.$defs).filter((name) => !name.includes('.'));
    expect(new Set(references)).toEqual(new Set(shared.map((name) => `#/$defs/${name}`)));
    const texts = parameters.map(([name, parameter]) => `${name} ${JSON.stringify(parameter)}`);
    const times = new Map<string, number>();
    for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
    expect([...times].filter(([text, count]) => count > 2 && text.length > 100)).toEqual([]);
  });

  test.each(kinds)('fits the samples of %s, whatever comes with them, and not an empty body', (kind, { required, ...rest }) => {
    const definition = z.fromJSONSchema({ $schema: schema.$schema, $defs: schema.$defs, required, ...rest } as never);
    const own = samples.filter((sample) => sample.kind === kind).flatMap(({ body }): object[] => [body].flat());
    expect(own.length).toBeGreaterThan(0);
    for (const body of own) {
      expect(definition.safeParse(body).error).toBeUndefined();
      expect(definition.safeParse({ ...body, SomethingNew: 'x' }).success).toBe(true);
    }
    expect(definition.safeParse({}).success).toBe(required === undefined);
  });
});

describe('ringback/samples.json', () => {
  test('holds the samples that fixtures are made of, each with its sources', () => {
    expect(published).toHaveLength(samples.length);
    expect(new Set(published.map((sample) => JSON.stringify(sample)))).toEqual(new Set(samples.map((sample) => JSON.stringify(sample))));
    for (const { kind, sources } of published) expect(sources.length, kind).toBeGreaterThan(0);
  });
});
