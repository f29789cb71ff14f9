import { hasValue } from '../flow.js';
import type { Rule } from '../rule.js';

export const gatherAfterConnect: Rule<'gather-after-connect'> = {
  id: 'gather-after-connect',
  severity: 'info',
  codes: [],
  text: 'A `<Gather>` behind `<Connect>` listens when the connection has ended, not while it lasts.',
  trips: '<Response><Connect><Stream url="wss://example.com/s"/></Connect><Gather action="/menu"/><Hangup/></Response>',
  passes: '<Response><Gather action="/menu"/><Connect><Stream url="wss://example.com/s"/></Connect></Response>',
  tags: ['Gather'],
  element(gather, { verbs, root }) {
    if (gather.parent !== root || root.isTemplated) return undefined;
    const before = verbs[verbs.indexOf(gather) - 1];
    if (before?.name !== 'Connect' || hasValue(before, 'action')) return undefined;
    const noun = before.children[0]?.name ?? 'Connect';
    return { message: `<Gather> runs when your server has closed the <${noun}> before it; until then it hears nothing.` };
  },
};
