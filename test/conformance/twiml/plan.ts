import fc from 'fast-check';
import type { Element } from '../../../src/twiml/element.js';
import type { Kind } from '../../../src/twiml/kinds.js';
import { type Family, families, type Place, roots } from '../../twiml/declared.js';

/** A document to be built: what is added, in order, whoever builds it. */
export interface DocumentPlan {
  readonly family: Family;
  readonly content: readonly Part[];
}

/** An element to be added by its verb. */
export interface ElementPlan {
  readonly verb: string;
  readonly element: Element;
  readonly attributes: Readonly<Record<string, unknown>> | undefined;
  readonly content: readonly Part[];
}

export type Part = string | { readonly comment: string } | ElementPlan;

/** How deep random documents get: enough for marks within marks within a text that is spoken during a payment. */
const DEPTH = 5;

// What XML cannot carry is one of the deliberate differences, so that it is left out here.
const UNSENDABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\p{Cs}\uFFFE\uFFFF]/gu;
const delicate = fc.string({ unit: fc.constantFrom(...'abé你&<>"\'-]\t\n\r ', '\u{1F600}', '&amp;', '\u0085', '\u2028'), maxLength: 12 });
const anything = fc.string({ unit: 'binary', maxLength: 8 }).map((text) => text.replace(UNSENDABLE, '?'));
const text = fc.oneof(delicate, anything);

// Two hyphens are another difference, and XML has no way to write CR in a comment.
const comment = text.map((content) => ({ comment: content.replace(/-(?=-)/g, '- ').replaceAll('\r', ' ') }));

/** Any document of any family. */
export const anyDocument: fc.Arbitrary<DocumentPlan> = fc
  .constantFrom(...families)
  .chain((family) => contentOf(roots[family], DEPTH).map((content) => ({ family, content })));

/** Documents that hold one element in one place, with any attributes and any content that is one level deep. */
export function documentWith({ family, verbs, parents, element }: Place): fc.Arbitrary<DocumentPlan> {
  return planOf(verbs.at(-1) ?? '', element, 1).map((plan) => {
    let content: readonly Part[] = [plan];
    for (let level = verbs.length - 2; level >= 0; level -= 1) {
      content = [{ verb: verbs[level] ?? '', element: parents[level + 1] as Element, attributes: undefined, content }];
    }
    return { family, content };
  });
}

function planOf(verb: string, element: Element, depth: number): fc.Arbitrary<ElementPlan> {
  return fc.record({
    verb: fc.constant(verb),
    element: fc.constant(element),
    attributes: attributesOf(element),
    content: contentOf(element, depth),
  });
}

function contentOf(element: Element, depth: number): fc.Arbitrary<readonly Part[]> {
  const children = Object.entries(element.children);
  if (children.length === 0) return element.text === undefined ? fc.constant([]) : text.map((content) => [content]);
  const parts: fc.Arbitrary<Part>[] = [comment];
  if (element.text !== undefined) parts.push(text, text);
  if (depth > 0) for (const [verb, child] of children) parts.push(fc.constant(0).chain(() => planOf(verb, child(), depth - 1)));
  return fc.array(fc.oneof(...parts), { maxLength: 4 });
}

/** Some of the attributes in any order, or no object for them at all. */
function attributesOf(element: Element): fc.Arbitrary<Readonly<Record<string, unknown>> | undefined> {
  const table = Object.entries(element.attributes);
  if (table.length === 0) return fc.constant(undefined);
  const some = fc
    .shuffledSubarray(table)
    .chain((chosen) => fc.tuple(...chosen.map(([name, kind]) => fc.tuple(fc.constant(name), valueFor(kind)))).map(Object.fromEntries));
  return fc.option(some, { nil: undefined, freq: 8 });
}

/** Values that the attribute is declared to take, and whatever else an attribute may be. */
function valueFor(kind: Kind<unknown>): fc.Arbitrary<unknown> {
  const values = [...(kind.values ?? []), ...(kind.words ?? [])];
  const declared = values.length > 0 ? fc.constantFrom(...values) : text;
  const single = fc.oneof(declared, text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
  return fc.oneof({ weight: 4, arbitrary: single }, fc.array(single, { maxLength: 3 }), fc.constantFrom(undefined, null));
}
