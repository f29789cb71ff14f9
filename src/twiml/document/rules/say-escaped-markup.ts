import type { Rule } from '../rule.js';

/** A tag of speech markup as text. */
const TAG = /<\/?(?:speak|break|emphasis|lang|p|phoneme|prosody|s|say-as|sub|w|amazon:[a-z-]{1,20})(?:\s[^<>]{0,200})?\/?>/i;

export const sayEscapedMarkup: Rule<'say-escaped-markup'> = {
  id: 'say-escaped-markup',
  severity: 'info',
  codes: [],
  text: 'Speech markup in `<Say>` is markup. Escaped, as in `&lt;break/&gt;`, it is text like any other.',
  trips: '<Response><Say>One &lt;break time="1s"/&gt; two</Say></Response>',
  passes: '<Response><Say>One <break time="1s"/> two</Say></Response>',
  tags: ['Say'],
  element({ text }) {
    const found = text.length > 10_000 ? undefined : TAG.exec(text)?.[0];
    if (found === undefined) return undefined;
    return {
      message: `The text of <Say> holds ${found.slice(0, 40)}, which is text here, not markup. Write it without escaping it.`,
      content: true,
    };
  },
};
