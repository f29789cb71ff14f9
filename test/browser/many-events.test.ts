import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, OFFICE, openConsole, useBrowser } from './open-console.js';

const MANY = 10_000;

const PEOPLE = 200;

/** Each scrolls by some hundred rows, so that none of the old ones is of use. */
const FRAMES = 100;

const LONGEST_FRAME_MS = 50;

const browser = useBrowser();

test(`${MANY} events are a short page, which scrolls and searches without a stop`, async () => {
  const { page, twilio, complaints, close } = await openConsole(browser(), { options: { clock: 'virtual' } });
  // Fewer people would write so often that the guard against loops stops them.
  const people = Array.from({ length: PEOPLE }, (_, index) => twilio.phone(`+14155551${String(index).padStart(3, '0')}`));
  while (twilio.events.length < MANY) await Promise.all(people.map((person, index) => person.text(OFFICE, `number ${index}`)));
  await goTo(page, 'timeline');
  await page.getByRole('listbox', { name: 'Timeline' }).waitFor();
  await expect
    .poll(() => page.locator('.virtual-all').evaluate((element) => element.clientHeight / 32), { timeout: 20_000 })
    .toBeGreaterThan(MANY / 2);
  expect(await page.locator('.row').count()).toBeLessThan(100);

  const work = await measureWork(page, () =>
    page.evaluate(async (count) => {
      const list = document.querySelector('.virtual') as HTMLElement;
      for (let index = 0; index < count; index += 1) {
        list.scrollTop = (list.scrollHeight / count) * index;
        await new Promise(requestAnimationFrame);
      }
    }, FRAMES),
  );
  expect(work / FRAMES).toBeLessThan(LONGEST_FRAME_MS);

  await page.getByRole('searchbox', { name: 'Search' }).fill('number 77');
  await expect.poll(() => page.getByRole('option').filter({ hasText: 'text in' }).count()).toBeGreaterThan(0);
  expect(await page.getByRole('option').filter({ hasText: 'number 78' }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

/** The time of the processor that the page's thread takes, in milliseconds: what else runs on the machine does not count. */
async function measureWork(page: Page, run: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  const before = await read();
  await run();
  return ((await read()) - before) * 1000;
}
