import { expect, test } from 'vitest';
import { ADA, goTo, OFFICE, paneOf, useConsole } from './open-console.js';

const opened = useConsole();

test('a call and a text need no mouse', async () => {
  const { page, twilio } = opened();
  const { keyboard } = page;
  const pane = paneOf(page, 'Ada');
  await pane.waitFor();
  await keyboard.press('m');
  await keyboard.type('by keys alone');
  await keyboard.press('Enter');
  await pane.getByText('You said by keys alone').waitFor();
  await keyboard.press('Escape');
  await keyboard.press('c');
  await pane.getByText('Press one for hours').waitFor();
  await keyboard.press('7');
  await pane.getByText('You chose 7.').waitFor();
  await keyboard.press('h');
  await pane.getByRole('link', { name: /^Called/ }).waitFor();
  expect(twilio.phone(ADA).calls[0]?.status).toBe('completed');
});

test('the timeline is gone through, opened, replayed and closed by keys', async () => {
  const { page, twilio } = opened();
  const { keyboard } = page;
  await twilio.phone(ADA).text('+15550001111', 'hello');
  await keyboard.press('g');
  await keyboard.press('t');
  const list = page.getByRole('listbox', { name: 'Timeline' });
  const texted = list.getByRole('option').filter({ hasText: 'messaging.incoming' });
  await texted.waitFor();
  await keyboard.press('j');
  await keyboard.press('j');
  await keyboard.press('ArrowDown');
  await expect.poll(() => list.getByRole('option', { selected: true }).textContent()).toContain('messaging.incoming');
  await keyboard.press('Enter');
  await page.getByRole('region', { name: 'Detail of messaging.incoming' }).waitFor();
  await keyboard.press('r');
  await page.getByRole('link', { name: /^Replay of #/ }).waitFor();
  await keyboard.press('Escape');
  await page.getByRole('region', { name: 'Detail of messaging.incoming' }).waitFor({ state: 'detached' });
  await keyboard.press('/');
  await keyboard.type('text in');
  await texted.waitFor({ state: 'detached' });
});

test('a key that is pressed while a webhook is still being loaded counts', async () => {
  const { page, twilio } = opened();
  const { keyboard } = page;
  await twilio.phone(ADA).text('+15550001111', 'hello');
  await goTo(page, 'timeline');
  const texted = page.getByRole('listbox', { name: 'Timeline' }).getByRole('option').filter({ hasText: 'messaging.incoming' });
  await texted.waitFor();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/control/webhooks/*', async (route) => {
    await released;
    await route.continue();
  });
  await texted.click();
  await page.getByText('Loading…').waitFor();
  await keyboard.press('r');
  await page
    .getByText(/^Sent again as #/)
    .first()
    .waitFor();
  release();
  await page.getByRole('link', { name: /^Replay of #/ }).waitFor();
});

test('keys that are pressed right behind the one that opens a dialog belong to the dialog', async () => {
  const { page, twilio } = opened();
  await twilio.phone(ADA).text(OFFICE, 'hello');
  const seq = twilio.webhooks.find(({ kind }) => kind === 'messaging.incoming')?.seq;
  await goTo(page, `timeline/${seq}`);
  await page.getByRole('tab', { name: /Parameters/ }).waitFor();
  const count = twilio.webhooks.length;
  // One right behind the other, with no frame between them: `e` asks what to change, and behind the dialog `r` would replay.
  await page.evaluate(async () => {
    for (const key of ['e', 'r']) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await new Promise((resolve) => setTimeout(resolve));
    }
  });
  await page.getByRole('dialog', { name: 'Edit and replay' }).waitFor();
  await page.waitForTimeout(300);
  expect(twilio.webhooks).toHaveLength(count);
});

test('the help lists the keys, keeps the focus inside, and gives it back', async () => {
  const { page } = opened();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard' });
  await help.getByText('Timeline').first().waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.navigation, .top-bar, .main'))).toBe(null);
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
});

test('the Tab key reaches every button, field and link of each screen, and what has the focus is seen', async () => {
  const { page, twilio } = opened();
  await twilio.phone(ADA).text('+15550001111', 'hello');
  for (const place of ['phones', 'timeline/2', 'findings', 'setup']) {
    await goTo(page, place);
    await page.locator('.main > *').first().waitFor();
    await page.waitForTimeout(300);
    const unreached = await page.evaluate(async () => {
      const wanted = 'a[href], button, input:not([type=file]), select, textarea';
      const visible = [...document.querySelectorAll<HTMLElement>(wanted)].filter(
        (element) => element.checkVisibility() && !element.matches(':disabled'),
      );
      return visible
        .filter((element) => element.tabIndex < 0 && element.getAttribute('role') !== 'tab')
        .map((element) => element.outerHTML.slice(0, 80));
    });
    expect(unreached).toEqual([]);
    await page.locator('body').press('Tab');
    expect(await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)).toBe('solid');
  }
});
