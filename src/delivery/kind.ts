import { type Expectation, type PayloadSchema, schemaFor, type WebhookKind } from '../payloads/index.js';

/** The schema of a kind of webhook, as far as delivering one uses it. */
export type KindSchema = Pick<
  PayloadSchema<unknown>,
  'kind' | 'title' | 'expects' | 'reply' | 'deadlineMs' | 'identifiable' | 'methods' | 'shape' | 'parent' | '_zod'
> &
  PayloadSchema<unknown> & { readonly unsigned?: true };

/** The schema of a kind. */
export function kindSchema(kind: WebhookKind): KindSchema {
  return schemaFor(kind) as unknown as KindSchema;
}

/** What a webhook wants to be answered with, as a list. */
export function listExpected({ expects }: Pick<KindSchema, 'expects'>): readonly Expectation[] {
  return [expects].flat() as Expectation[];
}
