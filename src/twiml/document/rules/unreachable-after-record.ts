import type { Rule } from '../rule.js';
import { unreachableAfter } from '../unreachable.js';

export const unreachableAfterRecord: Rule<'unreachable-after-record'> = {
  id: 'unreachable-after-record',
  severity: 'info',
  codes: [],
  text: 'No verb runs after `<Record>`, unless the caller stays silent.',
  trips: '<Response><Record action="/done"/><Say>Goodbye</Say></Response>',
  passes: '<Response><Say>Speak now</Say><Record action="/done"/></Response>',
  ...unreachableAfter('Record'),
};
