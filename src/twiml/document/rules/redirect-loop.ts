import { hasValue } from '../flow.js';
import type { Rule } from '../rule.js';

export const redirectLoop: Rule<'redirect-loop'> = {
  id: 'redirect-loop',
  severity: 'info',
  codes: [],
  text: '`<Redirect>` names another document: an empty one runs this one again, for ever unless a verb before it leaves.',
  trips: '<Response><Say>Please wait</Say><Redirect/></Response>',
  passes: '<Response><Say>Please wait</Say><Redirect>/next</Redirect></Response>',
  document({ verbs, root }, { context }) {
    const redirect = verbs.find(({ name, text }) => name === 'Redirect' && text === '');
    if (
      redirect === undefined ||
      root.isTemplated ||
      verbs.some((verb) => verb.name === 'Gather' || verb.name === 'Record' || hasValue(verb, 'action'))
    )
      return undefined;
    if (context === 'inline')
      return {
        message: 'An empty <Redirect> asks for this document again, and a document without an address cannot be.',
        element: redirect,
      };
    return { message: 'An empty <Redirect> runs this document again, and nothing before it leaves.', element: redirect };
  },
};
