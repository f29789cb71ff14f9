import { expect, test } from 'vitest';
import { ADA, ALAN, GRACE, goTo, MEETING, OFFICE, paneOf, useConsole } from './open-console.js';

const opened = useConsole();

test('somebody calls, presses a key, says something and hangs up', async () => {
  const { page, twilio } = opened();
  const pane = paneOf(page, 'Ada');
  await pane.getByRole('button', { name: 'Call', exact: true }).click();
  const said = pane.getByRole('log', { name: 'What is said' });
  await said.getByText('Press one for hours').waitFor();
  await pane.getByRole('button', { name: '1', exact: true }).click();
  await said.getByText('You chose 1.').waitFor();
  await said.getByText('Press one for hours').nth(1).waitFor();
  await pane.getByRole('textbox', { name: 'What you say' }).fill('the tide table');
  await page.keyboard.press('Enter');
  await said.getByText('You chose the tide table.').waitFor();
  await pane.getByRole('button', { name: 'Hang up' }).click();
  await pane.getByRole('link', { name: /^Called \+1 555 000 1111/ }).waitFor();
  const [call] = twilio.phone(ADA).calls;
  expect(call?.status).toBe('completed');
  expect(
    twilio.webhooks
      .filter(({ kind }) => kind === 'voice.gather')
      .map(({ parameters }) => parameters['SpeechResult'] ?? parameters['Digits']),
  ).toEqual(['1', 'the tide table']);
});

test('a text conversation shows what was written, the answer and its receipt', async () => {
  const { page, twilio } = opened();
  const pane = paneOf(page, 'Ada');
  await pane.getByRole('textbox', { name: 'Text message' }).fill('Is the pier open?');
  await pane.getByRole('button', { name: 'Send' }).click();
  await pane.getByText('You said Is the pier open?').waitFor();
  await pane.getByText('delivered').waitFor();
  twilio.phone(ADA).delivery = { outcome: 'undelivered', errorCode: 30006 };
  await pane.getByRole('textbox', { name: 'Text message' }).fill('And now?');
  await page.keyboard.press('Enter');
  await pane.getByText('undelivered 30006').waitFor();
  // What did not arrive is not on the telephone; the console shows that it was sent.
  expect(twilio.phone(ADA).messages.map(({ body }) => body)).toEqual(['Is the pier open?', 'You said Is the pier open?', 'And now?']);
});

test('a picture that is sent is shown, and a file of a stranger is only there to save', async () => {
  const { page } = opened();
  const pane = paneOf(page, 'Ada');
  const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  await pane.locator('input[type=file]').setInputFiles([
    { name: 'dot.png', mimeType: 'image/png', buffer: pixel },
    { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<script>top.hacked = true</script>') },
  ]);
  await pane.getByRole('button', { name: 'Remove page.html' }).waitFor();
  await pane.getByRole('button', { name: 'Send' }).click();
  const picture = pane.getByRole('img', { name: 'Picture, image/png' });
  await picture.waitFor();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  expect(await pane.getByRole('link', { name: /text\/html/ }).getAttribute('download')).toBe('');
});

test('three people meet in a conference, side by side, and hear one another', async () => {
  const { page, twilio } = opened();
  await goTo(page, `phones/${encodeURIComponent([ADA, GRACE, ALAN].join(','))}`);
  for (const name of ['Ada', 'Grace', 'Alan']) {
    const pane = paneOf(page, name);
    await pane.getByRole('combobox', { name: 'To' }).selectOption(MEETING);
    await pane.getByRole('button', { name: 'Call', exact: true }).click();
    await pane.getByText('conference harbour').waitFor();
  }
  await paneOf(page, 'Grace').getByRole('textbox', { name: 'What you say' }).fill('Good morning, everybody');
  await paneOf(page, 'Grace').getByRole('button', { name: 'Say' }).click();
  for (const name of ['Ada', 'Alan']) await paneOf(page, name).getByText('Good morning, everybody').waitFor();
  await paneOf(page, 'Ada').getByRole('button', { name: 'Hang up' }).click();
  await paneOf(page, 'Ada').getByText('conference harbour').waitFor({ state: 'detached' });
  expect(twilio.phone(GRACE).calls[0]?.status).toBe('in-progress');
  await goTo(page, `call/${twilio.phone(GRACE).calls[0]?.sid}`);
  const lanes = page.getByRole('region', { name: 'Legs' });
  for (const name of ['Grace', 'Alan']) await lanes.getByText(name).waitFor();
});

test('a telephone that the application calls rings, and is answered or declined by hand', async () => {
  const { page, twilio } = opened();
  const ring = async () => {
    const body = new URLSearchParams({
      To: ADA,
      From: OFFICE,
      Twiml: '<Response><Say>This is the office.</Say><Pause length="9"/></Response>',
    });
    const { accountSid, authToken } = { accountSid: 'AC0123456789abcdef0123456789abcdef', authToken: '0123456789abcdef0123456789abcdef' };
    const response = await twilio.rest(
      new Request(`https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Calls.json`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}`, 'content-type': 'application/x-www-form-urlencoded' },
        body,
      }),
    );
    expect(response.status).toBe(201);
  };
  const pane = paneOf(page, 'Ada');
  await ring();
  await pane.getByRole('alert').getByRole('button', { name: 'Answer' }).click();
  await pane.getByText('This is the office.').waitFor();
  await pane.getByRole('button', { name: 'Hang up' }).click();
  await ring();
  expect(await page.locator('p[role=status]').last().textContent()).toMatch(/Ada/);
  await pane.getByRole('button', { name: 'Decline' }).click();
  await pane.getByText('busy').waitFor();
});

test('a script in a text, a name or an answer does nothing', async () => {
  const { page, twilio } = opened();
  const script = '<img src=x onerror="window.hacked=true"><script>window.hacked=true</script>';
  await twilio.phone(ADA).text(OFFICE, script);
  await paneOf(page, 'Ada').getByText(`You said ${script}`).waitFor();
  await goTo(page, 'timeline');
  const row = page.getByRole('option', { name: /messaging\.incoming/ });
  await row.click();
  for (const tab of ['Answer', 'Parameters', 'Headers', 'Raw', 'Explain']) await page.getByRole('tab', { name: tab }).click();
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});
