import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { writeMap } from '../../tools/llms.js';

test('llms.txt maps the pages that are there (else: node tools/llms.js)', () => {
  expect(readFileSync(resolve(import.meta.dirname, '../../docs/public/llms.txt'), 'utf8')).toBe(writeMap());
});
