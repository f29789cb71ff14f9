import { beforeEach, expect, test } from 'vitest';
import { ADA, goTo, OFFICE, useConsole, WRONG } from './open-console.js';

const opened = useConsole({ context: { permissions: ['clipboard-read', 'clipboard-write'] } });

beforeEach(async () => {
  await opened().twilio.phone(ADA).text(OFFICE, 'hello');
  await goTo(opened().page, 'timeline');
});

test('a webhook shows its parameters with their meaning, its signature and its answer', async () => {
  const { page } = opened();
  await page.getByRole('option', { name: /messaging\.incoming/ }).click();
  await page.getByText('signature accepted').waitFor();
  await page.getByRole('region', { name: 'TwiML of the answer' }).getByText('You said hello').waitFor();
  await page.getByRole('tab', { name: /Parameters/ }).click();
  const body = page.locator('.parameter', { hasText: 'Body' }).first();
  await body.getByText('hello').waitFor();
  await page.getByRole('tab', { name: 'Headers' }).click();
  await page.getByText('x-twilio-signature').waitFor();
  expect(await page.getByRole('meter', { name: 'Time of the answer' }).getAttribute('aria-valuetext')).toMatch(/ of 15 s$/);
});

test('a replay is a new webhook, which opens and names the one that it repeats', async () => {
  const { page, twilio } = opened();
  await page.getByRole('option', { name: /messaging\.incoming/ }).click();
  await page.getByRole('button', { name: 'Replay', exact: true }).click();
  await page.getByRole('link', { name: /^Replay of #/ }).waitFor();
  expect(twilio.webhooks.filter(({ kind }) => kind === 'messaging.incoming')).toHaveLength(2);
});

test('a replay with a change sends the changed parameter', async () => {
  const { page, twilio } = opened();
  await page.getByRole('option', { name: /messaging\.incoming/ }).click();
  await page.getByRole('button', { name: 'Edit and replay' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit and replay' });
  await dialog.getByRole('textbox', { name: 'Body', exact: true }).fill('good evening');
  await dialog.getByRole('button', { name: 'Replay' }).click();
  await page.getByRole('region', { name: 'TwiML of the answer' }).getByText('You said good evening').waitFor();
  expect(twilio.webhooks.at(-1)?.parameters['Body']).toBe('good evening');
});

test('a webhook is copied as a command of curl, and a conversation as a test', async () => {
  const { page } = opened();
  await page.getByRole('option', { name: /messaging\.incoming/ }).click();
  await page.getByRole('button', { name: 'Copy as curl' }).click();
  await page.getByText('The command copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^curl /);
  await page.getByRole('button', { name: 'Copy as test' }).click();
  const dialog = page.getByRole('dialog', { name: 'Copy as test' });
  await dialog.getByRole('region', { name: 'The test' }).getByText('createEmulator').first().waitFor();
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByText('The test copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^import .*text\(.*hello/s);
  await dialog.getByLabel('Goes into').selectOption('a file that has such tests');
  await expect.poll(() => dialog.getByRole('region', { name: 'The test' }).textContent()).toMatch(/^test\(.*text\(.*hello/s);
});

test('what is wrong is marked in the answer, listed once a kind, and found by the filter', async () => {
  const { page, twilio } = opened();
  await twilio.phone(ADA).text(WRONG, 'one');
  await twilio.phone(ADA).text(WRONG, 'two');
  await page.getByRole('button', { name: 'Findings', exact: true }).click();
  await expect.poll(() => page.getByRole('option', { name: /messaging\.incoming/ }).count()).toBe(2);
  await page
    .getByRole('option', { name: /messaging\.incoming/ })
    .first()
    .click();
  await page
    .getByRole('region', { name: 'TwiML of the answer' })
    .getByText(/<Media> needs the URL/)
    .waitFor();
  await goTo(page, 'findings');
  await page.getByRole('link', { name: '21620' }).waitFor();
  await page.getByText('2 times').first().waitFor();
});

test('the search and the kinds narrow the list', async () => {
  const { page } = opened();
  const options = page.getByRole('option');
  await page.getByRole('searchbox', { name: 'Search' }).fill('/sms');
  await expect.poll(() => options.filter({ hasText: /text (in|out)/ }).count()).toBe(0);
  await page.getByRole('searchbox', { name: 'Search' }).fill('nothing is like this');
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await page.getByRole('button', { name: /Kinds/ }).click();
  await page.getByRole('checkbox', { name: 'Texts' }).uncheck();
  await expect.poll(() => options.filter({ hasText: /text (in|out)/ }).count()).toBe(0);
  expect(await options.filter({ hasText: 'messaging.incoming' }).count()).toBe(1);
});
