import type { Rule } from '../rule.js';

export const caseSensitive: Rule<'case-sensitive'> = {
  id: 'case-sensitive',
  severity: 'warning',
  codes: [12200],
  text: 'The names of elements and attributes are case sensitive.',
  trips: '<Response><say>Hello</say></Response>',
  passes: '<Response><Say>Hello</Say></Response>',
  misplaced({ placement, parent, name, tag }) {
    if (placement !== 'wrong-case' || parent === undefined) return undefined;
    const message = `<${name}> was expected; found <${tag}>. Twilio ignores it: names are case sensitive.`;
    return { message, repair: { tag: name } };
  },
  attribute({ kind, right, known, name }, element) {
    if (kind === undefined || right) return undefined;
    const message = `The attribute ${known} of <${element.name}> was expected; found ${name}. Twilio ignores it: names are case sensitive.`;
    return { message, repair: { attribute: known } };
  },
};
