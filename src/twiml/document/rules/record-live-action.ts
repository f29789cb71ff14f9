import { hasValue } from '../flow.js';
import type { Rule } from '../rule.js';

export const recordLiveAction: Rule<'record-live-action'> = {
  id: 'record-live-action',
  severity: 'error',
  codes: [11100],
  text: 'A `<Record>` that a call under way is sent to has an `action`.',
  trips: { xml: '<Response><Record/></Response>', options: { context: 'live-call' } },
  passes: { xml: '<Response><Record action="https://example.com/done"/></Response>', options: { context: 'live-call' } },
  tags: ['Record'],
  element(record, _, { context }) {
    if (context !== 'live-call' || hasValue(record, 'action')) return undefined;
    return { message: 'A call under way that is sent to <Record> needs an action to go on from there.' };
  },
};
