import { kinds } from './generated/kinds.js';
import { type Anchors, type Identify, identifyBy, leaveOut, makeAnchors } from './identify.js';
import type { WebhookKind } from './kinds.js';
import { type PayloadInput, readInput } from './schema/input.js';
import type { Description } from './schema/schema.js';

/** What is known of a kind without its schema. Whoever names it in a message names it by its id. */
export type KindFacts = Omit<Description, 'reply' | 'title'>;

type Written = Pick<KindFacts, 'expects' | 'signs'> & Partial<KindFacts>;

let facts: Readonly<Record<WebhookKind, Written>> | undefined;

/** All kinds of webhook that are known, in alphabetical order. */
export const webhookKinds: readonly WebhookKind[] = /* @__PURE__ */ (() =>
  // Each begins a line of its own; what the lines say besides is read when somebody asks.
  kinds.match(/(?<=^")[^"]+/gm) as WebhookKind[])();

/** What is known of a kind without its schema: what tells kinds apart must not load what reads them. */
export function describeKind(kind: WebhookKind): KindFacts {
  facts ??= JSON.parse(kinds) as Readonly<Record<WebhookKind, Written>>;
  return { ...DEFAULTS, ...facts[kind], kind };
}

const DEFAULTS = { deadlineMs: 14_000, identifiable: true, methods: ['POST', 'GET'], wire: 'form' } as const;

let anchors: Anchors | undefined;
let identify: Identify | undefined;

/**
 * Tells what kind of webhook parameters belong to, by the parameters alone. Some kinds look like others (see `identifiable`): then it
 * names the one that they look like. Where one kind is a special case of another it names the special one; of a batch of events it names the
 * kind of the first.
 *
 * @returns The kind, or `undefined` when none fits. It never throws.
 */
export function identifyWebhook(input: unknown): WebhookKind | undefined {
  identify ??= identifyBy(findAnchors());
  return identifyInput(input, identify);
}

/** Makes a function that tells apart the kinds that are not left out. */
export function identifyWithout(isLeftOut: (kind: WebhookKind) => boolean): Identify {
  return identifyBy(leaveOut(findAnchors(), (kind) => isLeftOut(kind as WebhookKind)));
}

function findAnchors(): Anchors {
  anchors ??= makeAnchors(webhookKinds.map(describeKind));
  return anchors;
}

/** The same by whatever tells kinds apart. */
export function identifyInput(input: unknown, identifyParameters: Identify): WebhookKind | undefined {
  const parameters = firstOf(readInput(input as PayloadInput, 'unknown'));
  if (typeof parameters !== 'object' || parameters === null) return undefined;
  return identifyParameters(parameters as never) as WebhookKind | undefined;
}

/** The first of a batch of events, be it a list or an object that was made of one; anything else as it is. */
function firstOf(input: unknown): unknown {
  const first: unknown = typeof input === 'object' && input !== null ? (input as Readonly<Record<string, unknown>>)[0] : undefined;
  return typeof first === 'object' && !Array.isArray(first) ? first : input;
}
