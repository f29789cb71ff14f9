import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { describeElement } from '../../src/twiml/document/index.js';
import { writePages } from '../../tools/reference-twiml.js';
import { everyElement } from './declared.js';

const folder = resolve(import.meta.dirname, '../../docs/reference/twiml');
const pages = writePages(describeElement);

test('the pages of the reference are what the sources make of them (else: node tools/reference-twiml.js)', () => {
  const committed = new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  expect([...committed.keys()].sort()).toEqual([...pages.keys()].sort());
  for (const [file, text] of pages) expect(committed.get(file), file).toBe(text);
});

test('every element has a section in them, and every attribute a row', () => {
  for (const { family, element } of everyElement()) {
    const page = pages.get(/^[a-z]/.test(element.tag) ? 'ssml.md' : `${family}.md`) ?? '';
    const [, section = ''] = page.split(`\n## \`<${element.tag}>\`\n`);
    const rows = section.split('\n## ')[0] ?? '';
    for (const name of Object.keys(element.attributes)) expect(rows, `${element.tag} ${name}`).toContain(`| \`${name}\``);
  }
});

test('every link of theirs leads to a section', () => {
  for (const [file, text] of pages) {
    for (const [, page = '', anchor] of text.matchAll(/\]\((\w+\.md)?#([\w-]+)\)/g)) {
      const headings = [...(pages.get(page || file) ?? '').matchAll(/^## `<([\w-]+)>`$/gm)].map(([, tag]) => tag?.toLowerCase());
      expect(headings, `${file} ${page}#${anchor}`).toContain(anchor);
    }
  }
});
