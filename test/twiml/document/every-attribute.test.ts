import { describe, expect, test } from 'vitest';
import { lintTwiml } from '../../../src/twiml/document/index.js';
import type { TwimlNode } from '../../../src/twiml/index.js';
import type { Kind } from '../../../src/twiml/kinds.js';
import { listedValues } from '../../../src/twiml/values/index.js';
import { everyElement, everyPlace, nameOf, type Place } from '../declared.js';

/** What Twilio says itself of attributes that a rule of their own looks at, or that go with others: they are not wrong by their value. */
const NOT_BY_VALUE = ['pay-ach-avsname', 'attribute-together', 'connect-track', 'deprecated', 'reject-first'];

/** Limits that are worth a hint alone, because one page mentions them in passing. */
const DOUBTFUL = ['ConversationRelay eotThreshold', 'ConversationRelay speechTimeout', 'prosody'];

const attributes = everyElement().flatMap((place) =>
  Object.entries(place.element.attributes).map(([attribute, kind]) => ({ place, attribute, kind, name: `${nameOf(place)} ${attribute}` })),
);

describe('The linter lets every value pass that is declared, and none that is not, of', () => {
  test.each(attributes)('$name', ({ place, attribute, kind, name }) => {
    for (const value of fitting(kind)) expect([value, ...findingsOf(place, attribute, value)]).toEqual([value]);
    if (DOUBTFUL.some((start) => name.startsWith(start))) return;
    for (const value of misfitting(kind)) expect([value, ...findingsOf(place, attribute, value)]).not.toEqual([value]);
  });
});

describe('The linter finds an attribute that is not known, or written in another case, of', () => {
  test.each(everyElement().map((place) => ({ place, name: nameOf(place) })))('$name', ({ place }) => {
    const { tag, attributes: known } = place.element;
    if (!['Annotate', 'BillingReferenceTag', 'Failover'].includes(tag))
      expect(findingsOf(place, 'fooBar', '1')).toEqual(['known-attributes']);
    for (const name of Object.keys(known)) {
      const wrong = name.charAt(0).toUpperCase() + name.slice(1);
      expect(findingsOf(place, wrong, 'x')).toContain('case-sensitive');
    }
  });
});

describe('The linter finds every element where it may not stand, in', () => {
  // Nobody lists what stands in <Failover>.
  const elements = everyElement().filter(({ element }) => element.tag !== 'Failover');
  test.each(elements.map((place) => ({ place, name: nameOf(place) })))('$name', ({ place }) => {
    const allowed = new Set(Object.values(place.element.children).map((child) => child().tag));
    for (const { element } of elements) {
      if (allowed.has(element.tag)) continue;
      const misplaced: TwimlNode = { tag: element.tag, attributes: {}, children: [] };
      const found = lintTwiml(wrap(place, { tag: place.element.tag, attributes: {}, children: [misplaced] }));
      expect(
        found.filter(({ severity, path }) => severity !== 'info' && path.endsWith(`/${place.element.tag}/${element.tag}`)),
      ).not.toEqual([]);
    }
  });
});

test('The linter lets every element stand where it may', () => {
  for (const place of everyPlace()) {
    const path = [...place.parents, place.element].map(({ tag }) => tag).join('/');
    const found = lintTwiml(wrap(place, { tag: place.element.tag, attributes: {}, children: [] }), { document: place.family });
    expect(
      found.filter((diagnostic) => diagnostic.path === `/${path}` && /found <|does not (?:stand|take)|knows no/.test(diagnostic.message)),
    ).toEqual([]);
  }
});

/** The rules that find something grave about an attribute. */
function findingsOf(place: Place, attribute: string, value: string): string[] {
  const { tag } = place.element;
  const document = wrap(place, { tag, attributes: { [attribute]: value }, children: [] });
  return lintTwiml(document, { document: place.family })
    .filter(({ severity, path, rule }) => severity !== 'info' && path.endsWith(`/${tag}/@${attribute}`) && !NOT_BY_VALUE.includes(rule))
    .map(({ rule }) => rule);
}

function wrap({ parents }: Place, node: TwimlNode): TwimlNode {
  return parents.reduceRight((child, { tag }) => ({ tag, attributes: {}, children: [child] }), node);
}

function fitting({ type, values, listed, words = [], min, max, separator = ' ', items }: Kind<unknown>): readonly string[] {
  const known = values ?? (listed === undefined ? [] : listedValues[listed]);
  if (type === 'boolean') return ['true', 'false'];
  if (type === 'integer' || type === 'decimal') return [String(min ?? 1), String(max ?? 60), ...words];
  if (type === 'list' && items === 'integer') return ['1', '1 2'];
  if (type === 'list') return [...known, known.slice(0, 2).join(separator)].filter((value) => value !== '');
  return known;
}

function misfitting({ type, values, listed, open, words, min, max, maxLength }: Kind<unknown>): readonly string[] {
  if (type === 'boolean') return ['yes', '1', 'on', ''];
  if (type === 'integer') return ['many', '1.5', '', ...beyond(min, max)];
  if (type === 'decimal') return ['much', ...beyond(min, max)];
  if (type === 'url') return ['ftp://example.com/a', 'https://exa mple.com/'];
  if (type === 'text' && maxLength !== undefined) return ['a'.repeat(maxLength + 1)];
  const isClosed = open !== true && listed === undefined && words === undefined && values !== undefined;
  return isClosed ? ['nothing of the kind', ...(type === 'enum' && !values.includes('') ? [''] : [])] : [];
}

function beyond(min: number | undefined, max: number | undefined): string[] {
  return [...(min === undefined ? [] : [String(min - 1)]), ...(max === undefined ? [] : [String(max + 1)])];
}
