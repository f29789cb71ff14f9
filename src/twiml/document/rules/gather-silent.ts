import type { Rule } from '../rule.js';

/** What a caller hears. */
const HEARD = ['Say', 'Play', 'Gather', 'Pay', 'Dial', 'Enqueue', 'Connect', 'Record'];

export const gatherSilent: Rule<'gather-silent'> = {
  id: 'gather-silent',
  severity: 'info',
  codes: [],
  text: 'The prompt of a `<Gather>` stands in it or before it. What stands behind it is heard when nothing was entered, and too late to be an invitation.',
  trips: '<Response><Gather action="/menu"/><Say>Press one</Say><Redirect>/again</Redirect></Response>',
  passes: '<Response><Gather action="/menu"><Say>Press one</Say></Gather><Redirect>/again</Redirect></Response>',
  tags: ['Gather'],
  element(gather, { verbs, root }) {
    if (gather.parent !== root || root.isTemplated || gather.children.length > 0 || gather.text !== '') return undefined;
    const index = verbs.indexOf(gather);
    const next = verbs.slice(index + 1).find(({ name }) => name !== 'Pause');
    if (next === undefined || (next.name !== 'Say' && next.name !== 'Play')) return undefined;
    if (verbs.slice(0, index).some(({ name }) => HEARD.includes(name))) return undefined;
    return {
      message: `<Gather> listens in silence, and <${next.name}> behind it is heard only when nothing was entered. Put a prompt inside <Gather>.`,
    };
  },
};
