import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { describeElement } from '../../src/twiml/document/index.js';
import type { Element } from '../../src/twiml/element.js';
import { writePages } from '../../tools/reference-twiml.js';
import { everyElement, roots } from './declared.js';

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

test('every element that a file exports stands somewhere in a document', async () => {
  const reached = new Set([...Object.values<Element>(roots), ...everyElement().map(({ element }) => element)]);
  const sources = fileURLToPath(new URL('../../src/twiml', import.meta.url));
  const files = ['voice', 'messaging', 'fax', 'ssml'].flatMap((family) =>
    readdirSync(join(sources, family)).map((file) => join(sources, family, file)),
  );
  const declared: string[] = [];
  for (const file of files) {
    for (const [name, value] of Object.entries<Element>(await import(file))) {
      if (!name.endsWith('Element')) continue;
      declared.push(name);
      expect(reached.has(value), `${name} of ${file}`).toBe(true);
    }
  }
  expect(declared.length).toBeGreaterThan(70);
});

test('every link of theirs leads to a section', () => {
  for (const [file, text] of pages) {
    for (const [, page = '', anchor] of text.matchAll(/\]\((\w+\.md)?#([\w-]+)\)/g)) {
      const headings = [...(pages.get(page || file) ?? '').matchAll(/^## `<([\w-]+)>`$/gm)].map(([, tag]) => tag?.toLowerCase());
      expect(headings, `${file} ${page}#${anchor}`).toContain(anchor);
    }
  }
});
