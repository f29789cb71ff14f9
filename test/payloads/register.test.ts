import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { writeRegister } from '../../tools/register.js';

const root = resolve(import.meta.dirname, '../..');

test('every kind that a family exports is registered, and every file of samples (else: node tools/register.js)', {
  timeout: 300_000,
}, async () => {
  const files = await writeRegister();
  expect(files.size).toBe(5);
  for (const [path, text] of files) expect(readFileSync(resolve(root, path), 'utf8'), path).toBe(text);
});
