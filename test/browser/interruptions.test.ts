import { expect, test } from 'vitest';
import { startApplication } from './application.js';
import { ADA, goTo, OFFICE, openConsole, paneOf, useBrowser } from './open-console.js';

const browser = useBrowser();

test('a page that is loaded again in the middle of a call shows it as it was, and goes on', async () => {
  const { page, complaints, close } = await openConsole(browser());
  const pane = paneOf(page, 'Ada');
  await pane.getByRole('button', { name: 'Call', exact: true }).click();
  await pane.getByRole('button', { name: '4', exact: true }).click();
  await pane.getByText('You chose 4.').waitFor();
  await page.reload();
  await pane.getByText('You chose 4.').waitFor();
  await pane.locator('.caption-own', { hasText: '4' }).waitFor();
  await pane.getByRole('button', { name: 'Hang up' }).click();
  await pane.getByRole('link', { name: /^Called/ }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('an application that ends and comes back is a finding, and then answers again', async () => {
  const first = await startApplication();
  const options = { app: { url: `http://127.0.0.1:${first.port}` } };
  const { page, twilio, close } = await openConsole(browser(), { options });
  const pane = paneOf(page, 'Ada');
  const write = async (text: string) => {
    await pane.getByRole('textbox', { name: 'Text message' }).fill(text);
    await pane.getByRole('textbox', { name: 'Text message' }).press('Enter');
  };
  await write('one');
  await pane.getByText('You said one').waitFor();
  await first.stop();
  await write('two');
  await page
    .getByRole('link', { name: /Findings/ })
    .getByText('1')
    .waitFor();
  const again = await startApplication(first.port);
  await write('three');
  await pane.getByText('You said three').waitFor();
  await goTo(page, 'timeline');
  await expect.poll(() => page.getByRole('option', { name: /messaging\.incoming.*200/ }).count()).toBe(2);
  expect(twilio.findings.map(({ twilioCode }) => twilioCode)).toEqual([11205]);
  await again.stop();
  await close();
});

test('an emulator that begins anew empties the page without loading it again', async () => {
  const { page, twilio, complaints, close } = await openConsole(browser());
  await twilio.phone(ADA).text(OFFICE, 'before');
  await goTo(page, 'timeline');
  await page.getByRole('option', { name: /messaging\.incoming/ }).waitFor();
  twilio.reset();
  await page.getByText('Three steps to the first answer').waitFor();
  await twilio.phone(ADA).text(OFFICE, 'after');
  await page.getByRole('option', { name: /messaging\.incoming/ }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('the first steps lead to a phone from every screen, and to a new one where there is none', async () => {
  const { page, twilio, complaints, close } = await openConsole(browser());
  for (const screen of ['timeline', 'setup']) {
    await goTo(page, screen);
    await page.getByRole('button', { name: 'Open a phone' }).click();
    await paneOf(page, 'Ada').waitFor();
  }
  expect(twilio.events).toEqual([]);
  twilio.reset();
  await goTo(page, 'timeline');
  await page.getByRole('button', { name: 'New phone' }).click();
  await page.getByRole('dialog', { name: 'New phone' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('a page without the token says what to open, and knows nothing', async () => {
  const { page, url, close } = await openConsole(browser());
  await page.context().clearCookies();
  const answer = await page.goto(`${url}/console/`);
  expect(answer?.status()).toBe(401);
  expect((await page.request.get(`${url}/control/state`)).status()).toBe(401);
  await close();
});
