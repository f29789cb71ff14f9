import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { webhookKinds } from '../../src/payloads/index.js';
import { writePages } from '../../tools/reference-payloads.js';

const folder = resolve(import.meta.dirname, '../../docs/reference/payloads');

test('the pages of the reference are what the sources make of them (else: node tools/reference-payloads.js)', {
  timeout: 300_000,
}, async () => {
  const pages = await writePages();
  const committed = new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  expect([...committed.keys()].sort()).toEqual([...pages.keys()].sort());
  for (const [file, text] of pages) expect(committed.get(file), file).toBe(text);
  const index = pages.get('README.md') ?? '';
  expect(webhookKinds.filter((kind) => !index.includes(`\`${kind}\``))).toEqual([]);
});
