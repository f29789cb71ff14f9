import { nearestName } from '../../did-you-mean.js';
import { UNDOCUMENTED } from '../attributes.js';
import type { LintElement } from '../lint-element.js';
import type { Finding, Rule } from '../rule.js';

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

/** Attributes of speech markup that the vendors behind `<Say>` document and Twilio does not list. */
const OF_SPEECH = /^(?:xml:lang|detail|language|contour|range|duration|onlangfailure|amazon:.+)$/;

/** A part of a name may be all that was written: `digits` for `numDigits`. */
function findName(name: string, known: readonly string[]): string | undefined {
  return nearestName(name, known) ?? known.find((candidate) => candidate.toLowerCase().endsWith(name.toLowerCase()));
}

function describe(element: LintElement, attribute: string, known: readonly string[]): Finding {
  const meant = findName(attribute, known);
  const takes = known.length === 0 ? 'no attributes' : meant === undefined ? `the attributes ${list(known)}` : `the attribute ${meant}`;
  const message = `<${element.name}> takes ${takes}; found ${attribute.slice(0, 64)}. Twilio ignores it.`;
  // The names of speech markup alone begin with a small letter.
  const spoken = OF_SPEECH.test(attribute) && /^[a-z]/.test(element.name);
  const lenient = spoken || (meant === undefined && UNDOCUMENTED.has(element.name));
  return { message, severity: lenient ? 'info' : undefined, repair: meant === undefined ? undefined : { attribute: meant } };
}

function list(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 10).join(', ')} …` : names.join(', ');
}
