import { describe, expect, it } from 'vitest';
import { lintTwiml } from '../../../src/twiml/document/index.js';
import { invalidDocuments } from './invalid-documents.js';

describe('A document with a mistake is invalid, and the rule for it says so:', () => {
  for (const [what, xml, rule, options] of invalidDocuments) {
    it(what, () => {
      const found = lintTwiml(xml, options).filter(({ severity }) => severity !== 'info');
      expect(found.map((diagnostic) => diagnostic.rule)).toContain(rule);
    });
  }
});
