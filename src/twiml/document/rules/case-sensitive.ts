import { renameAttribute } from '../rename-attribute.js';
import type { Rule } from '../rule.js';

export const caseSensitive: Rule<'case-sensitive'> = {
  id: 'case-sensitive',
  severity: 'warning',
  codes: [12200],
  text: 'The names of elements and attributes are case sensitive.',
  trips: '<Response><say>Hello</say></Response>',
  passes: '<Response><Say>Hello</Say></Response>',
  misplaced({ placement, parent, name, tag }, { family }) {
    if (placement !== 'wrong-case' || parent === undefined) return undefined;
    // The old name would only be reported as such.
    const meant = name === 'Sms' && family === 'messaging' ? 'Message' : name;
    const message = `<${meant}> was expected; found <${tag}>. Twilio ignores it: names are case sensitive.`;
    return { message, repair: { tag: meant } };
  },
  attribute({ kind, right, known, name }, element) {
    if (kind === undefined || right) return undefined;
    const message = `The attribute ${known} of <${element.name}> was expected; found ${name}. Twilio ignores it: names are case sensitive.`;
    return { message, repair: renameAttribute(element, name, known) };
  },
};
