import { describe, expect, test } from 'vitest';
import { lintTwiml } from '../../../src/twiml/document/index.js';
import errors from '../../data/twiml/error-codes.json' with { type: 'json' };
import { invalidDocuments } from './invalid-documents.js';

const levels: Readonly<Record<string, string>> = errors.codes;

/** Where a finding is graver or milder than Twilio ranks its code, on purpose. */
const otherwise = new Map([
  ['attribute-missing 12200', 'Without its URL, a noun does nothing at all.'],
  ['relay-voice 64101', 'Seen in one application, which is no proof that no provider takes such a name.'],
  ['attribute-value 64106', 'Seen with one provider; another may take an empty voice for its own.'],
  ['declared-encoding 12100', 'Twilio fails the document if there are other characters in it than it says, and not otherwise.'],
  ['message-not-empty 14103', 'The REST API, which takes the same message, calls it an error.'],
]);

describe('A document with a mistake is invalid, and the rule for it says so:', () => {
  for (const [what, xml, rule, options] of invalidDocuments) {
    test(what, () => {
      const found = lintTwiml(xml, options).filter(({ severity }) => severity !== 'info');
      expect(found.map((diagnostic) => diagnostic.rule)).toContain(rule);
      for (const { rule: id, severity, twilioCode } of found) {
        if (twilioCode === undefined || otherwise.has(`${id} ${twilioCode}`)) continue;
        expect([id, twilioCode, severity]).toEqual([id, twilioCode, levels[twilioCode]]);
      }
    });
  }
});
