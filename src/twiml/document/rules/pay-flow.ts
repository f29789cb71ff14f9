import { hasValue } from '../flow.js';
import type { Rule } from '../rule.js';

export const payFlow: Rule<'pay-flow'> = {
  id: 'pay-flow',
  severity: 'info',
  codes: [],
  text: '`<Pay>` has an `action`: without one it asks for this document again when it is done.',
  trips: '<Response><Pay chargeAmount="20.00"/></Response>',
  passes: '<Response><Pay chargeAmount="20.00" action="/paid"/></Response>',
  tags: ['Pay'],
  element(pay, _, { context }) {
    if (hasValue(pay, 'action')) return undefined;
    if (context === 'inline') return { message: '<Pay> has no action, and a document without an address cannot be asked for again.' };
    return { message: '<Pay> has no action: it asks for this document again when it is done.' };
  },
};
