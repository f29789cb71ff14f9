import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ADA, ALAN, GRACE, goTo, MEETING, OFFICE, openConsole, useBrowser, WRONG } from './open-console.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const browser = useBrowser();

/** What axe-core finds wrong on the page, in short. */
async function findBarriers(page: Page): Promise<readonly string[]> {
  const { violations } = await page.evaluate(async () => {
    const { axe } = window as unknown as { readonly axe: { run(): Promise<AxeResults> } };
    return axe.run();
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`));
}

const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [390, 1280].map((width) => ({ colorScheme, width })));

test.each(looks)('nothing bars anybody, and nothing overflows, in $colorScheme at $width px', async ({ colorScheme, width }) => {
  const context = { colorScheme, viewport: { width, height: 800 }, bypassCSP: true };
  const { page, twilio, close } = await openConsole(browser(), { context });
  await page.addScriptTag({ content: axe });
  const look = async (place: string) => {
    await goTo(page, place);
    await page.locator('.main[aria-busy=false] > *').first().waitFor();
    await page.waitForTimeout(250);
    expect.soft(await findBarriers(page), place).toEqual([]);
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${place} fits`).toBe(true);
  };
  for (const place of ['phones', 'timeline', 'call', 'findings', 'setup']) await look(place);

  const ada = twilio.phone(ADA);
  await ada.text(OFFICE, 'Hello there, with words enough for more than a line of a narrow telephone');
  await ada.text(WRONG, 'a wrong answer');
  const call = await ada.call(MEETING);
  await twilio.phone(GRACE).call(MEETING);
  const earlier = await twilio.phone(ALAN).call(OFFICE);
  await earlier.hangUp();
  const compared = await twilio.phone(ALAN).call(OFFICE);
  const webhook = twilio.webhooks.find(({ kind }) => kind === 'messaging.incoming')?.seq;
  for (const place of [
    'phones',
    `phones/${encodeURIComponent(`${ADA},${GRACE}`)}`,
    'timeline',
    `timeline/${webhook}`,
    `call/${call.sid}`,
    'findings',
    'setup',
  ])
    await look(place);
  await goTo(page, `timeline/${webhook}`);
  await page.getByRole('tab', { name: /Parameters/ }).waitFor();
  for (const tab of ['Parameters', 'Headers', 'Raw', 'Compare', 'Explain']) {
    await page.getByRole('tab', { name: tab }).click();
    expect.soft(await findBarriers(page), tab).toEqual([]);
  }
  await page.getByRole('button', { name: 'Edit and replay' }).click();
  expect.soft(await findBarriers(page), 'dialog').toEqual([]);
  await page.keyboard.press('Escape');
  await goTo(page, `call/${compared.sid}`);
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByText(/webhooks? of \d|the same way/).waitFor();
  expect.soft(await findBarriers(page), 'comparison').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keyboard' }).click();
  expect.soft(await findBarriers(page), 'help').toEqual([]);
  await close();
});

test('a narrow page beside another is as a phone has it: a list, and one telephone', async () => {
  const { page, close } = await openConsole(browser(), { context: { viewport: { width: 390, height: 800 } } });
  await page.getByRole('button', { name: 'Ada' }).click();
  await page.getByRole('region', { name: 'Phone of Ada' }).waitFor();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await page.getByRole('button', { name: 'Grace' }).waitFor();
  await close();
});
