import type { Rule } from '../rule.js';

export const wellFormed: Rule<'well-formed'> = {
  id: 'well-formed',
  severity: 'error',
  codes: [12100],
  text: 'A document is well-formed XML, without a document type. Nothing, not even a space, stands before the XML declaration.',
  trips: '<Response><Say>Salt & pepper</Say></Response>',
  passes: '<Response><Say>Salt &amp; pepper</Say></Response>',
  fault: ({ reason, message }) => (reason === 'malformed' || reason === 'doctype' ? { message } : undefined),
};
