import { describeKind } from '../payloads/identify-webhook.js';
import type { WebhookKind } from '../payloads/index.js';
import { splitUrl } from '../request/urls.js';
import type { Conditions } from './conditions.js';
import { readQuery } from './context.js';
import { checkSigned, listMethods } from './handler.js';
import type { WebhookSchema } from './reply.js';
import type { VerifiedRequest } from './verified.js';

/** A handler, whose payload and platform only whoever registered it knows. */
export type RouteHandler = (payload: never, context: never) => unknown;

/** A handler and the schema that it is for. */
export interface Entry {
  readonly schema: WebhookSchema;
  readonly handler: RouteHandler;
  /** Whether it came as a member of a union, and not by itself. */
  readonly isMember: boolean;
}

/** The handlers of equal conditions. */
export interface Group extends Conditions {
  readonly entries: Map<string, Entry>;
  /** What is taken for granted where the conditions hold. */
  granted?: Entry;
}

/** Finds the group of some conditions, or adds it before those that have fewer. */
export function findGroup(groups: Group[], conditions: Conditions): Group {
  const known = groups.find(({ key }) => key === conditions.key);
  if (known !== undefined) return known;
  const group: Group = { ...conditions, entries: new Map() };
  const place = groups.findIndex(({ count }) => count < conditions.count);
  groups.splice(place === -1 ? groups.length : place, 0, group);
  return group;
}

/** A schema, or the members of a union, however deep. */
export function listMembers(schemas: readonly WebhookSchema[]): WebhookSchema[] {
  return schemas.flatMap((schema) => (schema.members === undefined ? schema : listMembers(schema.members as readonly WebhookSchema[])));
}

/**
 * Adds a handler to those of equal conditions. A kind that is named by itself goes before a union that it is a member of.
 *
 * @throws TypeError when nothing would tell what it is for, or when that has another handler already.
 */
export function addEntry(group: Group, entry: Entry): void {
  const schema: WebhookSchema & { readonly identifiable?: boolean } = entry.schema;
  const { kind, title } = schema;
  checkSigned(schema);
  if (schema.signedBy !== undefined)
    throw new TypeError(`"${title}" is signed by SendGrid: give it a URL of its own and use webhook() with publicKey`);
  if (kind !== undefined && schema.identifiable !== false) {
    const known = group.entries.get(kind);
    if (known !== undefined && known.isMember === entry.isMember) checkSame(known, entry);
    if (known === undefined || known.isMember) group.entries.set(kind, entry);
    return;
  }
  if (group.count === 0) {
    throw new TypeError(
      `The parameters of "${title}" do not tell it apart from other webhooks: name the query or path of its URL, as in ` +
        "on(schema, { query: { mode: 'x' } }, handler), or give it a URL of its own and use webhook()",
    );
  }
  const known = group.granted;
  if (known !== undefined && known.schema.title !== title)
    throw new TypeError(`Nothing tells "${title}" from "${known.schema.title}" where both have the same conditions`);
  if (known !== undefined) checkSame(known, entry);
  group.granted = entry;
}

/** Of two handlers for the same one would never run. @throws TypeError unless they are one. */
function checkSame(known: Entry, { schema, handler }: Entry): void {
  if (known.handler === handler && known.schema === schema) return;
  throw new TypeError(
    `"${schema.title}" has a handler already: make one of the two, or give them different conditions, as in ` +
      "on(schema, { query: { mode: 'x' } }, handler)",
  );
}

/** Who handles a webhook. */
export interface Found extends Entry {
  /** The kind that the webhook is taken for. */
  readonly kind: string | undefined;
  /** How it may be sent. */
  readonly methods: readonly string[];
}

/** Finds who handles a webhook: the handler with the most conditions that hold, and of those with as many the one of the nearest kind. */
export function findEntry(kind: WebhookKind | undefined, verified: VerifiedRequest, groups: readonly Group[]): Found | undefined {
  const { url } = verified;
  const hasConditions = groups.some(({ count }) => count > 0);
  const path = (hasConditions ? splitUrl(url)?.path : undefined) || '/';
  const query = hasConditions ? readQuery(url, verified) : NO_QUERY;
  for (const { hold, entries, granted } of groups) {
    if (!hold(path, query)) continue;
    const entry = findByKind(kind, entries);
    // A special case may be sent in more ways than its general kind, as messages of WhatsApp are.
    if (kind !== undefined && entry !== undefined)
      return { ...entry, kind, methods: [...new Set([...describeKind(kind).methods, ...entry.schema.methods])] };
    if (granted !== undefined) return { ...granted, kind: granted.schema.kind, methods: listMethods(granted.schema) };
  }
  return undefined;
}

const NO_QUERY = /* @__PURE__ */ new URLSearchParams();

/** What is kept under a kind, or else under that which it is a special case of. */
export function findByKind<Value>(kind: WebhookKind | undefined, values: ReadonlyMap<string, Value>): Value | undefined {
  for (let name: string | undefined = kind; name !== undefined; name = describeKind(name as WebhookKind).parent) {
    const value = values.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}
