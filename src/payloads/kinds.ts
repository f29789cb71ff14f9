import type * as z from 'zod';
import { schemas } from './generated/schemas.js';

type Schema = (typeof schemas)[number];

/** Every schema, by its kind. */
export type Schemas = { readonly [One in Schema as One['kind']]: One };

/** The id of a kind of webhook, such as `voice.gather`. */
export type WebhookKind = Schema['kind'];

/** What a kind of webhook is read into. */
export type PayloadOfKind<Kind extends WebhookKind> = z.output<Schemas[Kind]>;

let byKind: ReadonlyMap<string, Schema> | undefined;

/**
 * The schema of a kind of webhook.
 *
 * @throws TypeError when there is no such kind.
 */
export function schemaFor<Kind extends WebhookKind>(kind: Kind): Schemas[Kind] {
  byKind ??= new Map(schemas.map((one) => [one.kind, one]));
  const schema = byKind.get(kind);
  if (schema === undefined) throw new TypeError(`There is no kind of webhook "${kind}"; webhookKinds has all of them`);
  return schema as unknown as Schemas[Kind];
}
