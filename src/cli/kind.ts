import type { KindSchema } from '../delivery/kind.js';
import { nearestName } from '../twiml/did-you-mean.js';
import { UsageError } from './context.js';

/** A kind of webhook, and what it is imported by. */
export interface NamedKind {
  readonly schema: KindSchema;
  /** The name of its schema, such as `IncomingCall`. */
  readonly name: string;
}

// Loaded when it runs: an import of all names would put an object of them into what applications bundle.
const payloads = await import('../payloads/index.js');

const names: ReadonlyMap<unknown, string> = new Map(Object.entries(payloads).map(([name, value]) => [value, name]));

/** Every kind of webhook, in the order of their ids. */
export function listKinds(): NamedKind[] {
  return payloads.webhookKinds.map((kind) => {
    const schema = payloads.schemaFor(kind);
    return { schema: schema as unknown as KindSchema, name: names.get(schema) ?? kind };
  });
}

/**
 * Finds a kind by its id, such as `voice.incoming`, or by the name of its schema, such as `IncomingCall`.
 *
 * @throws UsageError when there is none.
 */
export function findKind(text: string): NamedKind {
  const kinds = listKinds();
  const found = kinds.find(({ schema, name }) => schema.kind === text || name === text);
  if (found !== undefined) return found;
  const guesses = guessKinds(text, kinds);
  const guess = guesses.length === 0 ? ';' : `; did you mean ${guesses.join(', ')}?`;
  throw new UsageError(`There is no kind of webhook ${JSON.stringify(text)}${guess} \`ringback kinds\` lists them all.`);
}

/** Words that people use, and the ones that ids have for them. */
const WORDS: Readonly<Record<string, string>> = {
  ...{ sms: 'messaging', mms: 'messaging', text: 'messaging', message: 'messaging', messages: 'messaging' },
  ...{ call: 'voice', calls: 'voice', phone: 'voice', inbound: 'incoming', received: 'incoming', callback: 'status' },
};

/** Names that were probably meant: misspelt ones, or those that have all the words, the commonest first. */
function guessKinds(text: string, kinds: readonly NamedKind[]): readonly string[] {
  if (text.length > 64) return [];
  const words = splitWords(text).map((word) => (Object.hasOwn(WORDS, word) ? (WORDS[word] as string) : word));
  const fitting = kinds
    .map(({ schema }) => schema.kind)
    .filter((id) => words.length > 0 && words.every((word) => splitWords(id).includes(word)));
  if (fitting.length > 0) return fitting.sort((a, b) => rank(a) - rank(b)).slice(0, 4);
  const nearest = nearestName(text, [...kinds.map(({ schema }) => schema.kind), ...kinds.map(({ name }) => name)]);
  return nearest === undefined ? [] : [nearest];
}

function splitWords(name: string): string[] {
  return name
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .split(/[\s._-]+/)
    .filter(Boolean);
}

/** What comes in is what most look for, then what says least besides. */
function rank(id: string): number {
  return (/^\w+\.incoming\b/.test(id) ? 0 : 100) + id.length;
}
