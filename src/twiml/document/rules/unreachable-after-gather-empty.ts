import type { Rule } from '../rule.js';
import { unreachableAfter } from '../unreachable.js';

export const unreachableAfterGatherEmpty: Rule<'unreachable-after-gather-empty'> = {
  id: 'unreachable-after-gather-empty',
  severity: 'info',
  codes: [],
  text: 'No verb runs after a `<Gather>` with `actionOnEmptyResult`.',
  trips: '<Response><Gather action="/a" actionOnEmptyResult="true"/><Say>Goodbye</Say></Response>',
  passes: '<Response><Gather action="/a"><Say>Press one</Say></Gather><Say>Goodbye</Say></Response>',
  ...unreachableAfter('Gather'),
};
