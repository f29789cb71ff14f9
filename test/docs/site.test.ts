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

test('the package is published openly, by a workflow that says what it was built from', () => {
  const { publishConfig } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { readonly publishConfig: unknown };
  expect(publishConfig).toEqual({ access: 'public', provenance: true });
  const workflow = readFileSync(resolve(root, '.github/workflows/release.yml'), 'utf8');
  // Provenance is signed with a token of the workflow's own.
  expect(workflow).toContain('id-token: write');
  expect(workflow.indexOf('run: .ci/run')).toBeLessThan(workflow.indexOf('run: npm publish'));
});

test('pages are addressed as the site serves them', () => {
  expect(pageUrl('signature#wrong-host')).toBe(`${SITE}/signature#wrong-host`);
  expect(readFileSync(resolve(root, 'docs/.vitepress/config.js'), 'utf8')).toContain('cleanUrls: true');
});
