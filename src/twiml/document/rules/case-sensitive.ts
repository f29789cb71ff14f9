import { findKind } from '../attributes.js';
import type { Finding, Rule } from '../rule.js';

export const caseSensitive: Rule<'case-sensitive'> = {
  id: 'case-sensitive',
  severity: 'warning',
  codes: [12200],
  text: 'The names of elements and attributes are case sensitive.',
  trips: '<Response><say>Hello</say></Response>',
  passes: '<Response><Say>Hello</Say></Response>',
  element(element) {
    const findings: Finding[] = [];
    if (element.placement === 'wrong-case') {
      const message = `<${element.name}> was expected; found <${element.tag}>. Twilio ignores it: names are case sensitive.`;
      if (element.parent !== undefined) findings.push({ message, repair: { tag: element.name } });
    }
    for (const attribute of Object.keys(element.node.attributes)) {
      const found = element.declaration && findKind(element.declaration, attribute);
      if (found === undefined || found.right) continue;
      const message = `The attribute ${found.name} of <${element.name}> was expected; found ${attribute}. Twilio ignores it: names are case sensitive.`;
      findings.push({ message, attribute, repair: { attribute: found.name } });
    }
    return findings;
  },
};
