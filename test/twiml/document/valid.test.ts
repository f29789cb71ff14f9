import { describe, expect, it } from 'vitest';
import { type LintOptions, lintTwiml } from '../../../src/twiml/document/index.js';
import { validDocuments } from './valid-documents.js';

describe('A document that Twilio would run without a warning is valid:', () => {
  it.each(validDocuments)('%s', (_, xml, options?: LintOptions) => {
    expect(lintTwiml(xml, options).filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});
