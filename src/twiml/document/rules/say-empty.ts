import type { LintElement } from '../lint-element.js';
import type { Rule } from '../rule.js';

export const sayEmpty: Rule<'say-empty'> = {
  id: 'say-empty',
  severity: 'warning',
  codes: [13520],
  text: '`<Say>` has a text.',
  trips: '<Response><Say> </Say></Response>',
  passes: '<Response><Say>Hello</Say></Response>',
  tags: ['Say'],
  element(say) {
    return isSilent(say) ? { message: '<Say> has nothing to say; give it a text, or use <Pause>.' } : undefined;
  },
};

/** Speech markup that is heard without a text in it, or stands for one. */
const HEARD = ['break', 'phoneme', 'sub'];

function isSilent({ text, children }: LintElement): boolean {
  return text === '' && children.every((child) => child.declaration !== undefined && !HEARD.includes(child.name) && isSilent(child));
}
