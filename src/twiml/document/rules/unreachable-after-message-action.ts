import type { Rule } from '../rule.js';
import { unreachableAfter } from '../unreachable.js';

export const unreachableAfterMessageAction: Rule<'unreachable-after-message-action'> = {
  id: 'unreachable-after-message-action',
  severity: 'info',
  codes: [],
  text: 'No verb is sure to run after a `<Message>` with an `action`.',
  trips: '<Response><Message action="/next">One</Message><Message>Two</Message></Response>',
  passes: '<Response><Message statusCallback="/status">One</Message><Message>Two</Message></Response>',
  ...unreachableAfter('Message'),
};
