import { describe, expect, it } from 'vitest';
import { type LintOptions, lintTwiml } from '../../../src/twiml/document/index.js';
import { invalidDocuments } from './invalid-documents.js';

describe('A document with a mistake is invalid, and the rule for it says so:', () => {
  it.each(invalidDocuments)('%s', (_, xml, rule, options?: LintOptions) => {
    const found = lintTwiml(xml, options).filter(({ severity }) => severity !== 'info');
    expect(found.map((diagnostic) => diagnostic.rule)).toContain(rule);
  });
});
