import { childrenOf } from '../catalogue.js';
import type { Rule } from '../rule.js';

export const connectNouns: Rule<'connect-nouns'> = {
  id: 'connect-nouns',
  severity: 'warning',
  codes: [12200],
  text: '`<Connect>` has one noun, which takes the call over.',
  trips: '<Response><Connect/></Response>',
  passes: '<Response><Connect><Stream url="wss://example.com/s"/></Connect></Response>',
  tags: ['Connect'],
  element({ children, declaration, isTemplated }) {
    if (declaration === undefined || children.length === 1 || isTemplated) return undefined;
    const nouns = [...childrenOf(declaration).keys()].map((tag) => `<${tag}>`);
    if (children.length === 0) return { message: `<Connect> needs a noun: ${nouns.join(', ')}.` };
    return { message: '<Connect> takes one noun, which takes the call over; found several.', severity: 'info' };
  },
};
