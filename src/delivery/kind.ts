import type { Expectation, PayloadSchema } from '../payloads/index.js';
import { nearestName } from '../twiml/did-you-mean.js';
import { DeliveryError } from './delivery-error.js';

/** The schema of a kind of webhook, as far as the commands use it. */
export type KindSchema = Pick<
  PayloadSchema<unknown>,
  'kind' | 'title' | 'expects' | 'reply' | 'deadlineMs' | 'identifiable' | 'methods' | 'shape' | 'parent' | '_zod'
> &
  PayloadSchema<unknown> & { readonly unsigned?: true };

/** A kind of webhook, and what it is imported by. */
export interface Kind {
  readonly schema: KindSchema;
  /** The name of its schema, such as `IncomingCall`. */
  readonly name: string;
}

// Loaded when it runs: an import of all names would put an object of them into what applications bundle.
const payloads = await import('../payloads/index.js');

const names: ReadonlyMap<unknown, string> = new Map(Object.entries(payloads).map(([name, value]) => [value, name]));

/** Every kind of webhook, in the order of their ids. */
export function listKinds(): Kind[] {
  return payloads.webhookKinds.map((kind) => {
    const schema = payloads.schemaFor(kind);
    return { schema: schema as unknown as KindSchema, name: names.get(schema) ?? kind };
  });
}

/**
 * Finds a kind by its id, such as `voice.incoming`, or by the name of its schema, such as `IncomingCall`.
 *
 * @throws DeliveryError when there is none.
 */
export function findKind(text: string): Kind {
  const kinds = listKinds();
  const found = kinds.find(({ schema, name }) => schema.kind === text || name === text);
  if (found !== undefined) return found;
  const ids = kinds.map(({ schema }) => schema.kind);
  const nearest =
    nearestName(text, ids) ??
    nearestName(
      text,
      kinds.map(({ name }) => name),
    );
  const begun = ids.filter((id) => id.startsWith(`${text}.`));
  const guess = nearest ?? (text.length > 2 && begun.length > 0 ? begun.slice(0, 4).join(', ') : undefined);
  throw new DeliveryError(
    'DELIVERY_KIND',
    `There is no kind of webhook ${JSON.stringify(text)}${guess === undefined ? '' : `; did you mean ${guess}?`} \`ringback kinds\` lists them all.`,
  );
}

/** What a webhook wants to be answered with, as a list. */
export function listExpected({ expects }: Pick<KindSchema, 'expects'>): readonly Expectation[] {
  return [expects].flat() as Expectation[];
}
