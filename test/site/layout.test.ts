import type { Server } from 'node:http';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listSitePages, serveSite } from './serve-site.js';

const WIDTHS = [320, 390, 640, 768, 1024, 1280, 1440, 2560];

/** Pages that tools write look alike: one or two of each sort are looked at. All that people write are. */
const SAMPLES = [
  '/reference/payloads/',
  '/reference/payloads/messaging',
  '/reference/payloads/conversation-relay',
  '/reference/twiml/messaging',
  '/reference/lint-rules',
  '/reference/lint-rules/gather-children',
  '/reference/errors',
  '/reference/errors/REQUEST_BODY_PARSED',
  '/reference/explanations',
  '/reference/error-codes/',
  '/reference/error-codes/message',
  '/reference/error-codes/11200',
  '/reference/api/ringback-signature',
];
const pages = listSitePages().filter((page) => !page.startsWith('/reference/') || SAMPLES.includes(page));

let browser: Browser;
let context: BrowserContext;
let site: { readonly url: string; readonly server: Server };
let page: Page;

beforeAll(async () => {
  site = await serveSite();
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  // The pages are laid out without their scripts, and the same with them.
  context = await browser.newContext({ javaScriptEnabled: true, reducedMotion: 'reduce' });
  await context.route(/\.js$/, (route) => route.abort());
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  site?.server.close();
});

/** What does not fit, in words. Runs in the page. */
function findMisfits(): string[] {
  const misfits: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) misfits.push(`the page is ${root.scrollWidth} px wide`);
  const isShown = (element: Element) => element.getClientRects().length > 0;
  const name = (element: Element) => `${element.tagName.toLowerCase()} "${(element.textContent ?? '').trim().slice(0, 50)}"`;
  for (const element of document.querySelectorAll('.vp-doc :is(pre, code, table, td, th, svg, img), .VPSidebar .text, .VPNavBar .VPLink')) {
    if (!isShown(element)) continue;
    const style = getComputedStyle(element);
    if (element.scrollWidth > element.clientWidth + 1 && style.display !== 'inline')
      misfits.push(`${name(element)} is cut or scrolls sideways`);
    const { left, right } = element.getBoundingClientRect();
    if (element.closest('.vp-doc') !== null && (right > root.clientWidth + 1 || left < -1)) misfits.push(`${name(element)} sticks out`);
  }
  const walker = document.createTreeWalker(document.querySelector('.vp-doc') ?? document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('td') == null) continue;
    // Longer names may be broken where one of their parts ends, and others behind a hyphen or a slash.
    for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/(?<!\S)[\w.@]{2,26}(?!\S)/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const tops = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
      if (tops.size > 1) misfits.push(`"${word}" is broken in a table`);
    }
  }
  const sidebar = document.querySelector('.VPSidebar');
  if (sidebar !== null && root.clientWidth >= 960 && sidebar.getBoundingClientRect().width < 250) misfits.push('the sidebar is too narrow');
  return [...new Set(misfits)].slice(0, 5);
}

describe(`The site, from ${WIDTHS[0]} to ${WIDTHS.at(-1)} px,`, () => {
  test('has pages to look at', () => {
    expect(pages.length).toBeGreaterThan(35);
    for (const sample of SAMPLES) expect(pages).toContain(sample);
  });

  test.each(pages)('shows %s whole: nothing sticks out, scrolls sideways or is broken within a word', async (path) => {
    await page.goto(`${site.url}${path}`, { waitUntil: 'load' });
    const misfits: Record<number, string[]> = {};
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const found = await page.evaluate(findMisfits);
      if (found.length > 0) misfits[width] = found;
    }
    expect(misfits).toEqual({});
  });
});
