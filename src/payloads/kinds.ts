import type * as z from 'zod';
import * as families from './families.js';
import { makeIdentifier } from './identify.js';
import { type PayloadInput, readInput } from './input.js';
import type { PayloadSchema } from './schema.js';

type Exports = typeof families;

/** Every schema, by its kind. */
export type Schemas = {
  readonly [Name in keyof Exports as Exports[Name] extends { readonly kind: infer Kind extends string } ? Kind : never]: Exports[Name];
};

/** The id of a kind of webhook, such as `voice.gather`. */
export type WebhookKind = keyof Schemas;

/** What a kind of webhook is read into. */
export type PayloadOfKind<Kind extends WebhookKind> = Schemas[Kind] extends z.ZodType<infer Payload> ? Payload : never;

const schemas = /* @__PURE__ */ new Map<string, PayloadSchema<unknown>>(
  (Object.values(families) as readonly unknown[])
    .filter((exported): exported is PayloadSchema<unknown> => typeof exported === 'object' && exported !== null && 'kind' in exported)
    .map((schema) => [schema.kind, schema]),
);

/** All kinds of webhook that are known, in alphabetical order. */
export const webhookKinds: readonly WebhookKind[] = /* @__PURE__ */ [...schemas.keys()].sort() as WebhookKind[];

/**
 * The schema of a kind of webhook.
 *
 * @throws TypeError when there is no such kind.
 */
export function schemaFor<Kind extends WebhookKind>(kind: Kind): Schemas[Kind] {
  const schema = schemas.get(kind);
  if (schema === undefined) throw new TypeError(`There is no kind of webhook "${kind}"; webhookKinds has all of them`);
  return schema as unknown as Schemas[Kind];
}

const identify = /* @__PURE__ */ makeIdentifier([...schemas.values()] as never);

/**
 * Tells what kind of webhook parameters belong to, by the parameters alone. Some kinds look like others (see `identifiable`): then it
 * names the one that they look like. Where one kind is a special case of another it names the special one; of a batch of events it names the
 * kind of the first.
 *
 * @returns The kind, or `undefined` when none fits. It never throws.
 */
export function identifyWebhook(input: unknown): WebhookKind | undefined {
  const parameters = firstOf(readInput(input as PayloadInput, 'unknown'));
  if (typeof parameters !== 'object' || parameters === null) return undefined;
  return identify(parameters as never) as WebhookKind | undefined;
}

/** The first of a batch of events, be it a list or an object that was made of one; anything else as it is. */
function firstOf(input: unknown): unknown {
  const first: unknown = typeof input === 'object' && input !== null ? (input as Readonly<Record<string, unknown>>)[0] : undefined;
  return typeof first === 'object' && !Array.isArray(first) ? first : input;
}
