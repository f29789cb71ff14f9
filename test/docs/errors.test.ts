import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { errorCodes } from '../../src/error-codes/index.js';
import { ADVICE } from '../../src/signature/explain/advice.js';
import { listCodePages, writePages as writeTwilioPages } from '../../tools/reference-error-codes.js';
import { writeCodePages, writePages } from '../../tools/reference-errors.js';

const docs = resolve(import.meta.dirname, '../../docs');
const causes = Object.keys(ADVICE).sort();

function headings(text: string): string[] {
  return [...text.matchAll(/^#{2,3} (\S+)$/gm)].map(([, heading = '']) => heading);
}

test('the references of errors and explanations are what the sources make of them (else: node tools/reference-errors.js)', async () => {
  for (const [file, text] of await writePages()) expect(readFileSync(resolve(docs, 'reference', file), 'utf8'), file).toBe(text);
});

test('each code has a page, with a program that meets it and one that does not (else: node tools/reference-errors.js)', async () => {
  const pages = await writeCodePages();
  expect(readdirSync(resolve(docs, 'reference/errors')).sort()).toEqual([...pages.keys()].sort());
  for (const [file, text] of pages) expect(readFileSync(resolve(docs, 'reference/errors', file), 'utf8'), file).toBe(text);
});

test('every cause has a section of its own in them', async () => {
  expect(headings((await writePages()).get('explanations.md') ?? '').sort()).toEqual(causes);
});

test('every cause has a section in the guide to signatures, to which explanations lead', () => {
  const found = headings(readFileSync(resolve(docs, 'signature.md'), 'utf8'));
  expect(causes.filter((cause) => !found.includes(cause))).toEqual([]);
});

test('the reference of error codes is what the sources make of it (else: node tools/reference-error-codes.js)', async () => {
  for (const [file, text] of await writeTwilioPages()) {
    expect(readFileSync(resolve(docs, 'reference/error-codes', file), 'utf8'), file).toBe(text);
  }
});

test('the site has a page for each error code', async () => {
  const pages = await listCodePages();
  expect(pages.map(({ params }) => Number(params.code))).toEqual([...errorCodes]);
  for (const { params, content } of pages) expect(content).toMatch(new RegExp(`^# ${params.code}: .+\n\n.+\n\n\\*\\*`));
});
