import { type Conduct, conductOf } from '../conduct.js';
import type { Element } from '../element.js';
import type { Kind } from '../kinds.js';
import { childrenOf, elementsOf, type Family } from './catalogue.js';
import { ELEMENT_DOCS } from './values/element-docs.js';
import { valuesOf } from './values/enumeration.js';

/** What is known of an attribute. */
export interface AttributeDescription {
  /** What its text stands for. */
  readonly type: Kind<unknown>['type'];
  /** What it is for, with its default, in Markdown. */
  readonly docs: string;
  /** Whether the element means nothing without it. */
  readonly required: boolean;
  /** Whether other values than those that are listed are fine as well. */
  readonly open: boolean;
  /** What stands between the items of a list. */
  readonly separator?: string;
  /** The smallest number that Twilio takes. */
  readonly min?: number;
  /** The largest number that Twilio takes. */
  readonly max?: number;
  /** The longest text, in characters; in a list, of each item. */
  readonly maxLength?: number;
  /** What the whole text looks like. */
  readonly pattern?: RegExp;
  /** The kinds of webhook that Twilio sends to the address in it, such as `voice.gather`; the most general first. */
  readonly asksWith?: readonly string[];
}

/** What an editor completes from. */
export interface ElementDescription {
  readonly tag: string;
  readonly family: Family;
  /** What it does, in Markdown. */
  readonly docs: string;
  /** Whether it carries text, and whether it means nothing without content. */
  readonly text: 'required' | 'optional' | 'none';
  /** The kinds of webhook that Twilio sends to the address that is its text. */
  readonly asksWith?: readonly string[];
  /** Its attributes, by name. */
  readonly attributes: Readonly<Record<string, AttributeDescription>>;
  /** The values of its attributes, where there is a list of them: `true` and `false`, and voices by the hundred. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** The tags that may stand in it. */
  readonly children: readonly string[];
}

/**
 * Tells what is known of an element: its attributes and their values, what may stand in it, and what all of that means.
 *
 * @param tag - The XML name, in Twilio's case. `Sip` is that of `<Dial>`, `Stream` that of `<Start>` and `<Connect>`.
 * @returns `undefined` for elements that the family does not have.
 *
 * @example
 * ```ts
 * describeElement('Gather', 'voice')?.values['input']; // ['dtmf', 'speech']
 * ```
 */
export function describeElement(tag: string, family: Family): ElementDescription | undefined {
  const element = elementsOf(family).get(tag);
  if (element === undefined) return undefined;
  const docs = findDocs(tag, family);
  const kinds = Object.entries(element.attributes);
  const conduct = conductOf(family, tag);
  return {
    tag,
    family,
    docs: docs?.docs ?? '',
    text: element.text ?? 'none',
    ...findAsking(conduct, 'text'),
    attributes: Object.fromEntries(
      kinds.map(([name, kind]) => [name, { ...describeAttribute(kind, docs?.attributes[name] ?? ''), ...findAsking(conduct, name) }]),
    ),
    values: Object.fromEntries(kinds.map(([name, kind]) => [name, valuesOf(kind)] as const).filter(([, values]) => values.length > 0)),
    children: listChildren(element),
  };
}

function describeAttribute(kind: Kind<unknown>, docs: string): AttributeDescription {
  const { type, required = false, separator, min, max, maxLength, pattern } = kind;
  return {
    type,
    docs,
    required,
    open: kind.open === true || (type !== 'boolean' && kind.values === undefined),
    ...(separator !== undefined && { separator }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(maxLength !== undefined && { maxLength }),
    ...(pattern !== undefined && { pattern }),
  };
}

function findAsking(conduct: Conduct | undefined, by: string): { readonly asksWith?: readonly string[] } {
  const asking = conduct?.asks?.find((candidate) => candidate.by === by);
  return asking === undefined ? {} : { asksWith: asking.kinds };
}

function listChildren(element: Element): readonly string[] {
  return [...childrenOf(element).keys()];
}

/** The table goes by the files that declare elements, which are named like their tags. */
function findDocs(tag: string, family: Family): (typeof ELEMENT_DOCS)[string] | undefined {
  const file = tag.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
  const keys =
    tag === 'Response'
      ? [`${family}/${family}-response`]
      : [`${family}/${file}`, `${family}/sip-${file}`, ...(family === 'voice' ? [`ssml/${file}`] : [])];
  const key = keys.find((name) => Object.hasOwn(ELEMENT_DOCS, name));
  return key === undefined ? undefined : ELEMENT_DOCS[key];
}
