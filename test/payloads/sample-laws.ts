import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { findDrift, identifyWebhook, parseForm, parseWebhook, schemaFor, type WebhookKind, writeForm } from '../../src/payloads/index.js';
import type { Sample } from './samples.js';

/** What holds for every sample of a family; `unidentified` are the kinds that look like others. */
export function describeSamples(samples: readonly Sample[], unidentified: readonly string[] = []): void {
  const named = samples.map((sample) => ({ ...sample, name: [sample.kind, sample.variant].filter(Boolean).join(' ') }));

  describe.each(named)('the sample of $name', ({ kind, body }) => {
    const schema = schemaFor(kind as WebhookKind);

    test('is read and written back as it was', () => {
      const payload = schema.parse(writeForm(body));
      expect(z.encode(schema as z.ZodType, payload)).toEqual(body);
    });

    test('is written back as it was whatever it lacks, while it is read', () => {
      // A count is written from its list, so that the two stay or go together.
      const removable = Object.keys(body).filter((name) => !/Media/.test(name));
      fc.assert(
        fc.property(fc.subarray(removable), (removed) => {
          const rest = Object.fromEntries(Object.entries(body).filter(([name]) => !removed.includes(name)));
          const read = schema.safeParse(rest);
          if (read.success) expect(z.encode(schema as z.ZodType, read.data)).toEqual(rest);
        }),
        { numRuns: 30 },
      );
    });

    test('holds nothing that is not known', () => {
      const payload = schema.parse(body);
      expect(findDrift(schema as never, payload as object)).toEqual({ unknownParameters: [], unknownValues: [] });
    });

    test('is identified, unless its parameters are those of another kind', () => {
      expect(schema.identifiable).toBe(!unidentified.includes(kind));
      expect(identifyWebhook(parseForm(writeForm(body))) === kind).toBe(schema.identifiable);
      if (schema.identifiable) expect(parseWebhook(body).kind).toBe(kind);
    });
  });
}
