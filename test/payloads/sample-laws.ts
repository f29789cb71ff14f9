import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  findDrift,
  identifyWebhook,
  type PayloadSchema,
  parseWebhook,
  schemaFor,
  type WebhookKind,
  webhookKinds,
} from '../../src/payloads/index.js';
import { writeForm } from '../../src/request/forms.js';
import { loadSamples } from './samples.js';

/** What is not to be expected of some kinds. */
export interface Exceptions {
  /** Kinds that look like another. */
  readonly unidentifiable?: readonly string[];
  /** Kinds whose parameters their users make up. */
  readonly open?: readonly string[];
}

/** What holds for every sample of a family. */
export function describeSamples(family: string, { unidentifiable = [], open = [] }: Exceptions = {}): void {
  const samples = loadSamples(family);
  const schemaOf = (kind: string) => schemaFor(kind as WebhookKind) as unknown as PayloadSchema<object>;

  test('every kind of the family has a sample', () => {
    const kinds = webhookKinds.filter((kind) => kind.startsWith(`${family}.`));
    expect([...new Set(samples.map(({ kind }) => kind))].sort()).toEqual(kinds);
  });

  test('says which kinds its parameters do not tell apart', () => {
    const kinds = webhookKinds.filter((kind) => kind.startsWith(`${family}.`) && !schemaOf(kind).identifiable);
    expect(kinds).toEqual(unidentifiable);
  });

  describe.each(samples.map((sample) => ({ name: [sample.kind, sample.variant].filter(Boolean).join(', '), ...sample })))(
    '$name',
    ({ kind, body }) => {
      const schema = schemaOf(kind);

      test('is written again as it came', () => {
        expect(z.encode(schema, schema.parse(writeForm(body)))).toEqual(body);
      });

      test('holds nothing that the schema does not know, unless it is to hold anything', () => {
        expect(findDrift(schema, schema.parse(body))).toEqual({
          unknownParameters: open.includes(kind) ? Object.keys(body) : [],
          unknownValues: [],
        });
      });

      if (unidentifiable.includes(kind)) {
        test('is never taken for its kind by its parameters alone', () => {
          expect(identifyWebhook(body)).not.toBe(kind);
        });
      } else {
        test('is told from all other kinds', () => {
          expect(identifyWebhook(body)).toBe(kind);
          expect(parseWebhook(writeForm(body))).toEqual({ kind, payload: schema.parse(body), parameters: body });
        });
      }
    },
  );
}
