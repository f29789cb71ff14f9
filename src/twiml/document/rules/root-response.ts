import { childrenOf, FAMILIES, findByCase, rootOf } from '../catalogue.js';
import type { Rule } from '../rule.js';

export const rootResponse: Rule<'root-response'> = {
  id: 'root-response',
  severity: 'error',
  codes: [12102],
  text: 'The root of a document is `<Response>`, in this case.',
  trips: '<response><Say>Hello</Say></response>',
  passes: '<Response><Say>Hello</Say></Response>',
  document({ root }) {
    if (root.tag === 'Response') return undefined;
    const near = root.tag.toLowerCase() === 'response';
    const isVerb = FAMILIES.some((family) => findByCase(childrenOf(rootOf(family)), root.tag) !== undefined);
    const advice = isVerb ? ' Put it in <Response>.' : '';
    const message = `The root is <Response>; found <${root.tag.slice(0, 64)}>. Twilio does not run the document.${advice}`;
    return { message, repair: near ? { tag: 'Response' } : undefined };
  },
};
