import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { writePages } from '../../tools/reference-api.js';

const folder = resolve(import.meta.dirname, '../../docs/reference/api');

test('the reference of functions and types is what the declarations make of it (else: node tools/reference-api.js)', () => {
  const committed = new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  const pages = writePages();
  expect([...committed.keys()].sort()).toEqual([...pages.keys()].sort());
  for (const [file, text] of pages) expect(committed.get(file), file).toBe(text);
});
