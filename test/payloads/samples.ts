import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { findDrift, identifyWebhook, schemaFor, type WebhookKind } from '../../src/payloads/index.js';

/** A webhook as it was recorded or documented; `source` says where. */
export interface Sample {
  readonly kind: string;
  readonly variant?: string;
  readonly source: string;
  readonly body: object;
}

/** The samples of a family. */
export function loadSamples(family: string): readonly Sample[] {
  const file = new URL(`../data/payloads/${family}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly samples: readonly Sample[] }).samples;
}

/** The sample of a kind; the first one where there are several. */
export function findSample<Body = Readonly<Record<string, string>>>(samples: readonly Sample[], kind: WebhookKind): Body {
  const sample = samples.find((one) => one.kind === kind);
  if (sample === undefined) throw new Error(`There is no sample of ${kind}`);
  return sample.body as Body;
}

/**
 * What holds for every sample of a family.
 *
 * @param lookAlikes - The kinds whose parameters are those of another kind, with that kind.
 */
export function testSamples(samples: readonly Sample[], lookAlikes: Readonly<Record<string, string>> = {}): void {
  const named = samples.map(
    (sample) => [sample.variant === undefined ? sample.kind : `${sample.kind}, ${sample.variant}`, sample] as const,
  );
  test.each(named)('%s: read, identified, and written as it came, with nothing unknown', (_, { kind, body }) => {
    const schema = schemaFor(kind as WebhookKind) as unknown as z.ZodType<object>;
    const payload = schema.parse(body);
    expect(identifyWebhook(body)).toBe(lookAlikes[kind] ?? kind);
    expect(z.encode(schema, payload)).toEqual(body);
    expect(findDrift(schema as never, payload)).toEqual({ unknownParameters: [], unknownValues: [] });
  });
}
