import { describe, expect, test } from 'vitest';
import { lintTwiml } from '../../../src/twiml/document/index.js';
import { validDocuments } from './valid-documents.js';

describe('A document that Twilio would run without a warning is valid:', () => {
  for (const [what, xml, options] of validDocuments) {
    test(what, () => {
      expect(lintTwiml(xml, options).filter(({ severity }) => severity !== 'info')).toEqual([]);
    });
  }
});
