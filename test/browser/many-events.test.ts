import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo, OFFICE, openConsole, startBrowser } from './open-console.js';

const MANY = 10_000;

const PEOPLE = 200;

/** A busy machine holds a frame up now and then, which is none of the page's doing: so many of a hundred frames may be late. */
const LATE_FRAMES = 5;

const LONGEST_FRAME_MS = 50;

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

test(`${MANY} events are a short page, which scrolls and searches without a stop`, async () => {
  const { page, twilio, complaints, close } = await openConsole(browser, { options: { clock: 'virtual' } });
  // Fewer people would write so often that the guard against loops stops them.
  const people = Array.from({ length: PEOPLE }, (_, index) => twilio.phone(`+14155551${String(index).padStart(3, '0')}`));
  while (twilio.events.length < MANY) await Promise.all(people.map((person, index) => person.text(OFFICE, `number ${index}`)));
  await goTo(page, 'timeline');
  await page.getByRole('listbox', { name: 'Timeline' }).waitFor();
  await expect
    .poll(() => page.locator('.virtual-all').evaluate((element) => element.clientHeight / 32), { timeout: 20_000 })
    .toBeGreaterThan(MANY / 2);
  expect(await page.getByRole('option').count()).toBeLessThan(100);

  const frames = await page.evaluate(async () => {
    const list = document.querySelector('.virtual') as HTMLElement;
    const took: number[] = [];
    for (let index = 0; index < 100; index += 1) {
      list.scrollTop = (list.scrollHeight / 100) * index;
      const before = performance.now();
      await new Promise(requestAnimationFrame);
      await new Promise<void>((resolve) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve();
        channel.port2.postMessage(undefined);
      });
      took.push(performance.now() - before);
    }
    return took;
  });
  expect(frames.filter((ms) => ms > LONGEST_FRAME_MS).length).toBeLessThanOrEqual(LATE_FRAMES);

  await page.getByRole('searchbox', { name: 'Search' }).fill('number 77');
  await expect.poll(() => page.getByRole('option').filter({ hasText: 'text in' }).count()).toBeGreaterThan(0);
  expect(await page.getByRole('option').filter({ hasText: 'number 78' }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});
