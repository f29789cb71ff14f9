import type { Rule } from '../rule.js';

export const noHtmlEntities: Rule<'no-html-entities'> = {
  id: 'no-html-entities',
  severity: 'error',
  codes: [12100],
  text: 'XML has five entities, `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&apos;`, and numeric references; those of HTML do not exist.',
  trips: '<Response><Say>caf&eacute;</Say></Response>',
  passes: '<Response><Say>caf&#233;</Say></Response>',
  fault: ({ reason, message }) => (reason === 'entity' ? { message } : undefined),
};
