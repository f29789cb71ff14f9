import { describe, expect, test } from 'vitest';
import { type Diagnostic, lintReply, lintTwiml } from '../../../src/twiml/document/index.js';
import type { Example, Rule } from '../../../src/twiml/document/rule.js';
import { rules } from '../../../src/twiml/document/rules/index.js';

function lint(example: Example): Diagnostic[] {
  if (typeof example === 'string') return lintTwiml(example);
  return 'reply' in example ? lintReply(example.reply, example.options) : lintTwiml(example.xml, example.options);
}

describe.each(rules as readonly Rule[])('$id', (rule) => {
  test('trips over its example, as severe as it says', () => {
    expect(lint(rule.trips).filter(({ rule: id }) => id === rule.id)).toContainEqual(
      expect.objectContaining({ rule: rule.id, severity: rule.severity, message: expect.stringMatching(/\.$/) }),
    );
  });

  test('finds nothing in the document that keeps it, and nor does any other rule', () => {
    expect(lint(rule.passes)).toEqual([]);
  });
});
