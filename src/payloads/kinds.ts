import type * as z from 'zod';
import { schemas } from './generated/schemas.js';
import { makeIdentifier } from './identify.js';
import { type PayloadInput, readInput } from './schema/input.js';

type Schema = (typeof schemas)[number];

/** Every schema, by its kind. */
export type Schemas = { readonly [One in Schema as One['kind']]: One };

/** The id of a kind of webhook, such as `voice.gather`. */
export type WebhookKind = Schema['kind'];

/** What a kind of webhook is read into. */
export type PayloadOfKind<Kind extends WebhookKind> = z.output<Schemas[Kind]>;

const byKind = /* @__PURE__ */ (() => new Map<string, Schema>(schemas.map((schema) => [schema.kind, schema] as const)))();

/** All kinds of webhook that are known, in alphabetical order. */
export const webhookKinds: readonly WebhookKind[] = /* @__PURE__ */ (() => schemas.map(({ kind }) => kind).sort())();

/**
 * The schema of a kind of webhook.
 *
 * @throws TypeError when there is no such kind.
 */
export function schemaFor<Kind extends WebhookKind>(kind: Kind): Schemas[Kind] {
  const schema = byKind.get(kind);
  if (schema === undefined) throw new TypeError(`There is no kind of webhook "${kind}"; webhookKinds has all of them`);
  return schema as unknown as Schemas[Kind];
}

const identify = /* @__PURE__ */ makeIdentifier(schemas as never);

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
