import type { Rule } from '../rule.js';

export const commentsIgnored: Rule<'comments-ignored'> = {
  id: 'comments-ignored',
  severity: 'info',
  codes: [],
  text: 'Verbs stand outside comments: what is in a comment does not run.',
  trips: '<Response><!-- <Dial>+14155550123</Dial> --><Say>Goodbye</Say></Response>',
  passes: '<Response><!-- The office is closed. --><Say>Goodbye</Say></Response>',
  element(element) {
    for (const child of element.node.children) {
      const tag = typeof child === 'object' && 'comment' in child ? /<([A-Za-z][\w-]{0,30})/.exec(child.comment)?.[1] : undefined;
      if (tag !== undefined) return { message: `A comment holds <${tag}>; what stands in a comment does not run.`, content: true };
    }
    return undefined;
  },
};
