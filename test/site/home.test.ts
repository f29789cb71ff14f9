import type { Server } from 'node:http';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSite } from './serve-site.js';

let browser: Browser;
let site: { readonly url: string; readonly server: Server };

beforeAll(async () => {
  site = await serveSite();
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser?.close();
  site?.server.close();
});

test.each(['light', 'dark'] as const)(
  'the home page shows code, a command and two scenes, when the reader likes it %s',
  async (colorScheme) => {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 900 } });
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(site.url);
    await page.getByText('npm install ringback zod').waitFor();
    await page.getByText('createServer(answer)').waitFor();
    await page.getByText('All went well.').waitFor();
    await page.getByText("the URL's scheme is https").waitFor();
    const colours = await page
      .locator('.terminal')
      .first()
      .evaluate((terminal) => {
        const { color, backgroundColor } = getComputedStyle(terminal);
        return [color, backgroundColor];
      });
    expect(colours).toEqual(
      colorScheme === 'light' ? ['rgb(31, 36, 48)', 'rgb(243, 245, 249)'] : ['rgb(230, 233, 239)', 'rgb(39, 42, 51)'],
    );
    expect(complaints).toEqual([]);
    await page.close();
  },
);

test('the search finds the section of a cause, and leads to it', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.url}/start`);
  await page.getByRole('button', { name: 'Search' }).first().click();
  await page.locator('#localsearch-input').fill('wrong-scheme');
  const result = page.locator('.results a', { hasText: 'wrong-scheme' }).first();
  await result.waitFor();
  await result.click();
  await page.waitForURL(/#wrong-scheme/);
  await page.close();
});

test('a guide names the version, and leads to the repository, to the changelog, to its own source and to the next one', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${site.url}/start`);
  await page.getByRole('button', { name: /^v\d+\.\d+\.\d+/ }).waitFor();
  const hrefs = await page.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (const href of ['https://github.com/ringback/ringback', 'https://www.npmjs.com/package/ringback', '/changelog', '/concepts'])
    expect(hrefs).toContain(href);
  expect(hrefs).toContain('https://github.com/ringback/ringback/edit/main/docs/start.md');
  await page.close();
});
