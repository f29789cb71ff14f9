import type { Rule } from '../rule.js';
import { DEEPEST } from '../tree.js';

const deep = (levels: number) =>
  `<Response><Say>${'<prosody rate="slow">'.repeat(levels)}Hello${'</prosody>'.repeat(levels)}</Say></Response>`;

export const nestingDepth: Rule<'nesting-depth'> = {
  id: 'nesting-depth',
  severity: 'warning',
  codes: [],
  text: `Elements are nested at most ${DEEPEST} levels deep; below, nothing is checked.`,
  trips: deep(DEEPEST),
  passes: deep(DEEPEST - 1),
  document({ tooDeep }) {
    return (
      tooDeep && { message: `Elements are nested more than ${DEEPEST} levels deep here; what is below is not checked.`, element: tooDeep }
    );
  },
};
