import { expect, test } from 'vitest';
import type { Emulator } from '../../src/emulator/index.js';
import { ADA, ALAN, GRACE, goTo, MEETING, OFFICE, paneOf, SHOP, useConsole } from './open-console.js';

const ACCOUNT = 'AC0123456789abcdef0123456789abcdef';
const ACCOUNT_URL = `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}`;

const opened = useConsole();

/** Asks Twilio's API for something, as the application does. */
async function askRest(twilio: Emulator, url: string, body: string | URLSearchParams, contentType?: string): Promise<unknown> {
  const authorization = `Basic ${btoa(`${ACCOUNT}:0123456789abcdef0123456789abcdef`)}`;
  const headers = { authorization, ...(contentType !== undefined && { 'content-type': contentType }) };
  const response = await twilio.rest(new Request(url, { method: 'POST', headers, body }));
  expect(response.status).toBe(201);
  return response.json();
}

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
  await pane.getByRole('textbox', { name: 'What you say' }).press('Enter');
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
  await pane.getByRole('textbox', { name: 'Text message' }).press('Enter');
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
  const ring = () =>
    askRest(
      twilio,
      `${ACCOUNT_URL}/Calls.json`,
      new URLSearchParams({ To: ADA, From: OFFICE, Twiml: '<Response><Say>This is the office.</Say><Pause length="9"/></Response>' }),
    );
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

test('how many segments a text takes is told while it is written, and which sign makes it long', async () => {
  const { page } = opened();
  const pane = paneOf(page, 'Ada');
  const field = pane.getByRole('textbox', { name: 'Text message' });
  await field.fill('x'.repeat(161));
  await pane.getByText('2 segments · GSM-7').waitFor();
  await field.fill(`It’s ${'x'.repeat(60)}`);
  await pane.getByText('1 segment · UCS-2 because of ’ U+2019, which GSM-7 lacks').waitFor();
  await field.fill('');
  await pane.getByText('segment', { exact: false }).waitFor({ state: 'detached' });
});

test('the buttons and the list of a template are shown, and what is tapped comes to the application', async () => {
  const { page, twilio } = opened();
  const send = async (types: object) => {
    const { sid } = (await askRest(
      twilio,
      'https://content.twilio.com/v1/Content',
      JSON.stringify({ language: 'en', types }),
      'application/json',
    )) as {
      readonly sid: string;
    };
    const form = new URLSearchParams({ From: SHOP, To: `whatsapp:${ADA}`, ContentSid: sid });
    await askRest(twilio, `${ACCOUNT_URL}/Messages.json`, form);
  };
  const pane = paneOf(page, 'Ada');
  await pane.getByRole('combobox', { name: 'To' }).selectOption(SHOP);
  await pane.getByRole('textbox', { name: 'Text message' }).fill('hello');
  await pane.getByRole('textbox', { name: 'Text message' }).press('Enter');
  await pane.getByText('You said hello').waitFor();
  await send({
    'twilio/card': {
      title: 'Coming?',
      actions: [
        { type: 'QUICK_REPLY', title: 'Yes, please', id: 'yes-1' },
        { type: 'URL', title: 'The map', url: 'https://app.example/map' },
      ],
    },
  });
  await pane.getByText('https://app.example/map').waitFor();
  await pane.getByRole('button', { name: 'Yes, please' }).click();
  await pane.getByText('You said Yes, please').waitFor();
  const last = () => twilio.webhooks.filter(({ kind }) => kind.startsWith('messaging.incoming')).at(-1)?.parameters;
  expect(last()).toMatchObject({ ButtonText: 'Yes, please', ButtonPayload: 'yes-1' });
  await send({
    'twilio/list-picker': {
      body: 'When?',
      button: 'Times',
      items: [
        { item: 'Nine', id: 'slot-9', description: 'In the morning' },
        { item: 'Ten', id: 'slot-10' },
      ],
    },
  });
  await pane.getByRole('button', { name: 'Times' }).click();
  await page.getByRole('dialog', { name: 'Times' }).getByRole('button', { name: /Nine/ }).click();
  await pane.getByText('You said Nine').waitFor();
  expect(last()).toMatchObject({ ListId: 'slot-9', ListTitle: 'Nine', Body: 'Nine' });
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
