import type { Rule } from '../rule.js';

const LONGEST = 64;

export const queueName: Rule<'queue-name'> = {
  id: 'queue-name',
  severity: 'error',
  codes: [14204, 14205, 14212, 14213],
  text: 'A queue has a name of up to 64 characters; an `<Enqueue>` may have a `workflowSid` instead, and a `<Queue>` a `reservationSid`.',
  trips: '<Response><Enqueue waitUrl="/wait"/></Response>',
  passes: '<Response><Enqueue waitUrl="/wait">support</Enqueue></Response>',
  tags: ['Enqueue', 'Queue'],
  element(element) {
    const { name, text } = element;
    const enqueue = name === 'Enqueue';
    if (text.length > LONGEST)
      return {
        message: `The name of a queue has up to ${LONGEST} characters; this one has ${text.length}.`,
        content: true,
        code: enqueue ? 14205 : 14213,
      };
    if (text !== '' || element.attribute(enqueue ? 'workflowSid' : 'reservationSid') !== undefined) return undefined;
    return {
      message: `<${name}> needs the name of a queue as its text${enqueue ? ', or a workflowSid' : ''}.`,
      code: enqueue ? 14204 : 14212,
    };
  },
};
