import { describe, expect, test } from 'vitest';
import { findSiteFile, listSitePages, readSitePage } from './serve-site.js';

const pages = listSitePages();

/** The text of an attribute as it was before it was escaped. */
function unescapeHtml(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
}

/** Where the links of a page lead, as whole paths with their anchors. */
function linksOf(page: string): URL[] {
  const hrefs = [...readSitePage(page).matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, href = '']) => unescapeHtml(href));
  return hrefs.map((href) => new URL(href, `https://site${page}`)).filter(({ host }) => host === 'site');
}

const anchors = new Map<string, Set<string>>();

function anchorsOf(path: string): Set<string> {
  const known = anchors.get(path);
  if (known !== undefined) return known;
  const found = new Set([...readSitePage(path).matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => unescapeHtml(id)));
  anchors.set(path, found);
  return found;
}

/** What is wrong with a link, or nothing. */
function faultOf({ pathname, hash }: URL): string | undefined {
  const path = decodeURI(pathname);
  if (findSiteFile(path) === undefined) return `${path}: there is no such page`;
  const anchor = decodeURIComponent(hash.slice(1));
  return anchor === '' || anchorsOf(path).has(anchor) ? undefined : `${path}#${anchor}: the page has no such heading`;
}

describe('The pages of the site', () => {
  test('are there: guides, a page for each lint rule, each code of an error and each code of Twilio', () => {
    const count = (part: string) => pages.filter((page) => page.startsWith(part)).length;
    expect(count('/guides/')).toBeGreaterThan(8);
    expect(count('/reference/lint-rules/')).toBeGreaterThan(90);
    expect(count('/reference/errors/')).toBeGreaterThan(20);
    expect(count('/reference/error-codes/')).toBeGreaterThan(800);
  });

  test('lead to nothing that is not there', () => {
    const faults = pages.flatMap((page) => {
      const found = new Set(linksOf(page).map((link) => faultOf(link)));
      return [...found].filter((fault) => fault !== undefined).map((fault) => `${page} → ${fault}`);
    });
    expect(faults).toEqual([]);
  });
});
