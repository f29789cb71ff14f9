import type { Rule } from '../rule.js';
import { unreachableAfter } from '../unreachable.js';

export const unreachableAfterConnectAction: Rule<'unreachable-after-connect-action'> = {
  id: 'unreachable-after-connect-action',
  severity: 'info',
  codes: [],
  text: 'No verb runs after a `<Connect>` with an `action`.',
  trips: '<Response><Connect action="/done"><Stream url="wss://example.com/s"/></Connect><Say>Goodbye</Say></Response>',
  passes: '<Response><Connect><Stream url="wss://example.com/s"/></Connect><Say>Goodbye</Say></Response>',
  ...unreachableAfter('Connect'),
};
