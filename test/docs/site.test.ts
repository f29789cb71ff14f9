import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { pageUrl, SITE } from '../../src/site.js';

const root = resolve(import.meta.dirname, '../..');
const { homepage, bugs, repository, name } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as Record<string, unknown>;

test('the package says where its documentation, its sources and its issues are, and messages lead to the same', () => {
  expect(homepage).toBe(SITE);
  const sources = `https://github.com/${name}/${name}`;
  expect(repository).toEqual({ type: 'git', url: `git+${sources}.git` });
  expect(bugs).toBe(`${sources}/issues`);
});

test('pages are addressed as the site serves them', () => {
  expect(pageUrl('signature#wrong-host')).toBe(`${SITE}/signature#wrong-host`);
  expect(readFileSync(resolve(root, 'docs/.vitepress/config.js'), 'utf8')).toContain('cleanUrls: true');
});
