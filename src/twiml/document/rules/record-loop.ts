import { hasValue } from '../flow.js';
import type { Rule } from '../rule.js';

export const recordLoop: Rule<'record-loop'> = {
  id: 'record-loop',
  severity: 'info',
  codes: [],
  text: '`<Record>` has an `action`: without one it asks this document again, and records for ever.',
  trips: '<Response><Say>Speak now</Say><Record/></Response>',
  passes: '<Response><Say>Speak now</Say><Record action="/done"/></Response>',
  tags: ['Record'],
  element(record, _, { context }) {
    if (hasValue(record, 'action')) return undefined;
    if (context === 'inline') return { message: '<Record> has no action, and a document without an address cannot be asked for again.' };
    return { message: '<Record> has no action: it asks for this document again, which may go on for ever.' };
  },
};
