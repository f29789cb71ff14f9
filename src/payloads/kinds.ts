import type * as z from 'zod';
import * as account from './account/index.js';
import * as chat from './chat/index.js';
import * as conversations from './conversations/index.js';
import * as flex from './flex/index.js';
import { makeIdentifier } from './identify.js';
import { type PayloadInput, readInput } from './input.js';
import * as intelligence from './intelligence/index.js';
import * as iot from './iot/index.js';
import * as messaging from './messaging/index.js';
import * as notify from './notify/index.js';
import * as numbers from './numbers/index.js';
import * as proxy from './proxy/index.js';
import type { PayloadSchema } from './schema.js';
import * as studio from './studio/index.js';
import * as sync from './sync/index.js';
import * as taskrouter from './taskrouter/index.js';
import * as verify from './verify/index.js';
import * as video from './video/index.js';
import * as voice from './voice/index.js';

/** Every family's exports. */
type Exports = typeof account &
  typeof chat &
  typeof conversations &
  typeof flex &
  typeof intelligence &
  typeof iot &
  typeof messaging &
  typeof notify &
  typeof numbers &
  typeof proxy &
  typeof studio &
  typeof sync &
  typeof taskrouter &
  typeof verify &
  typeof video &
  typeof voice;

/** Every schema, by its kind. */
export type Schemas = {
  readonly [Name in keyof Exports as Exports[Name] extends { readonly kind: infer Kind extends string } ? Kind : never]: Exports[Name];
};

/** The id of a kind of webhook, such as `voice.gather`. */
export type WebhookKind = keyof Schemas;

/** What a kind of webhook is read into. */
export type PayloadOfKind<Kind extends WebhookKind> = Schemas[Kind] extends z.ZodType<infer Payload> ? Payload : never;

const schemas = /* @__PURE__ */ new Map<string, PayloadSchema<unknown>>(
  [account, chat, conversations, flex, intelligence, iot, messaging, notify, numbers, proxy, studio, sync, taskrouter, verify, video, voice]
    .flatMap((family): unknown[] => Object.values(family))
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
