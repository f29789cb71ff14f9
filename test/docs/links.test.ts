import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const pages = [
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...readdirSync(resolve(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.includes('node_modules'))
    .map((file) => `docs/${file}`),
];

/** The text of a page outside its code blocks. */
function proseOf(page: string): string {
  return readFileSync(resolve(root, page), 'utf8').replaceAll(/^( *)```.*?^\1```$/gms, '');
}

/** The anchors that GitHub and the site give the headings of a page; equal headings are numbered. */
function anchorsOf(page: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of proseOf(page).matchAll(/^#{1,6} (.+)$/gm)) {
    const anchor = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-');
    let unique = anchor;
    for (let count = 1; anchors.has(unique); count += 1) unique = `${anchor}-${count}`;
    anchors.add(unique);
  }
  return anchors;
}

/** The links of a page to files and headings of the repository. */
function linksOf(page: string): string[] {
  const prose = proseOf(page).replaceAll(/`[^`\n]*`/g, 'code');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, href = '']) => href).filter((href) => !/^[a-z]+:/.test(href));
}

/** What is wrong with a link, or nothing. */
function faultOf(page: string, href: string): string | undefined {
  const [path = '', anchor] = href.split('#');
  const target = path === '' ? page : relative(root, resolve(root, dirname(page), path));
  if (!existsSync(resolve(root, target))) return `${href}: there is no ${target}`;
  if (anchor === undefined || anchor === '' || statSync(resolve(root, target)).isDirectory() || !target.endsWith('.md')) return undefined;
  return anchorsOf(target).has(anchor) ? undefined : `${href}: ${target} has no such heading`;
}

describe('The links of README and docs', () => {
  test('are there', () => {
    expect(pages.flatMap(linksOf).length).toBeGreaterThan(100);
  });

  test.each(pages)('of %s lead somewhere', (page) => {
    expect(
      linksOf(page)
        .map((href) => faultOf(page, href))
        .filter((fault) => fault !== undefined),
    ).toEqual([]);
  });
});
