import { nearestName } from '../../did-you-mean.js';
import { findKind } from '../attributes.js';
import type { Finding, Rule } from '../rule.js';
import type { LintElement } from '../tree.js';

/** Elements whose attributes no page of Twilio's lists: its libraries may lag behind. */
const UNDOCUMENTED = ['Siprec', 'WhatsApp', 'Room', 'VirtualAgent', 'Uri', 'Annotate', 'BillingReferenceTag', 'Assistant', 'Autopilot'];

/** Names that XML itself gives a meaning. */
const OF_XML = /^(?:xmlns(?::.*)?|xsi:.+|xml:(?:space|base|id))$/;

export const knownAttributes: Rule<'known-attributes'> = {
  id: 'known-attributes',
  severity: 'warning',
  codes: [12200],
  text: 'An element carries the attributes that Twilio knows. It ignores others, with a warning.',
  trips: '<Response><Say voise="alice">Hello</Say></Response>',
  passes: '<Response><Say voice="alice">Hello</Say></Response>',
  element(element) {
    const { declaration } = element;
    if (declaration === undefined) return undefined;
    const findings: Finding[] = [];
    for (const attribute of Object.keys(element.node.attributes)) {
      if (OF_XML.test(attribute) || findKind(declaration, attribute) !== undefined) continue;
      findings.push(describe(element, attribute, Object.keys(declaration.attributes)));
    }
    return findings;
  },
};

function describe(element: LintElement, attribute: string, known: readonly string[]): Finding {
  const meant = nearestName(attribute, known);
  const takes = known.length === 0 ? 'no attributes' : meant === undefined ? `the attributes ${list(known)}` : `the attribute ${meant}`;
  const message = `<${element.name}> takes ${takes}; found ${attribute.slice(0, 64)}. Twilio ignores it.`;
  const lenient = meant === undefined && (UNDOCUMENTED.includes(element.name) || (attribute === 'xml:lang' && isSpoken(element)));
  return { message, attribute, severity: lenient ? 'info' : undefined, repair: meant === undefined ? undefined : { attribute: meant } };
}

/** Speech markup takes `xml:lang` in more places than Twilio lists. */
function isSpoken({ name, declaration }: LintElement): boolean {
  return name !== 'Say' && declaration?.children['break'] !== undefined;
}

function list(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 10).join(', ')} …` : names.join(', ');
}
