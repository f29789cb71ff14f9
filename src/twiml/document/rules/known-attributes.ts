import { nearestName } from '../../did-you-mean.js';
import { UNDOCUMENTED } from '../attributes.js';
import type { LintElement } from '../lint-element.js';
import type { Finding, Rule } from '../rule.js';
import { isSpoken } from '../tree.js';

/** Names that XML itself gives a meaning. */
const OF_XML = /^(?:xmlns(?::.*)?|xsi:.+|xml:(?:space|base|id))$/;

export const knownAttributes: Rule<'known-attributes'> = {
  id: 'known-attributes',
  severity: 'warning',
  codes: [12200],
  text: 'An element carries the attributes that Twilio knows. It ignores others, with a warning.',
  trips: '<Response><Say voise="alice">Hello</Say></Response>',
  passes: '<Response><Say voice="alice">Hello</Say></Response>',
  attribute({ name, kind }, element) {
    return kind !== undefined || OF_XML.test(name)
      ? undefined
      : describe(element, name, Object.keys(element.declaration?.attributes ?? {}));
  },
};

/** A part of a name may be all that was written: `digits` for `numDigits`. */
function findName(name: string, known: readonly string[]): string | undefined {
  return nearestName(name, known) ?? known.find((candidate) => candidate.toLowerCase().endsWith(name.toLowerCase()));
}

function describe(element: LintElement, attribute: string, known: readonly string[]): Finding {
  const meant = findName(attribute, known);
  const takes = known.length === 0 ? 'no attributes' : meant === undefined ? `the attributes ${list(known)}` : `the attribute ${meant}`;
  const message = `<${element.name}> takes ${takes}; found ${attribute.slice(0, 64)}. Twilio ignores it.`;
  // Speech markup takes xml:lang in more places than Twilio lists.
  const lenient =
    meant === undefined && (UNDOCUMENTED.has(element.name) || (attribute === 'xml:lang' && element.name !== 'Say' && isSpoken(element)));
  return { message, severity: lenient ? 'info' : undefined, repair: meant === undefined ? undefined : { attribute: meant } };
}

function list(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 10).join(', ')} …` : names.join(', ');
}
