import { createEmulator, type Emulator } from 'ringback/emulator';
import twilioClient from 'twilio';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { Outbox } from './outbox.ts';
import { createTemplates } from './templates.ts';

const [OURS, ADA] = ['whatsapp:+12015550123', 'whatsapp:+14155550100'];
const account = { accountSid: 'AC0123456789abcdef0123456789abcdef', authToken: 'a-token-for-tests' };
const publicUrl = 'https://shop.example';

let photos: string[];
let outbox: Outbox;
let twilio: Emulator;
beforeEach(async () => {
  photos = [];
  twilio = createEmulator({
    app: { fetch: (request) => app.fetch(request) },
    ...account,
    publicUrl,
    numbers: { [OURS]: { smsUrl: '/whatsapp' } },
  });
  // The emulator's client has what requests need, and not every member of the class.
  const client = twilioClient(account.accountSid, account.authToken, { httpClient: twilio.client as never });
  outbox = new Outbox(client, { from: OURS, publicUrl, templates: await createTemplates(client) });
  const app = createApp({
    authToken: account.authToken,
    publicUrl,
    outbox,
    orders: new Map([['12345', 'on its way']]),
    keepPhoto: async (_, url) => void photos.push(url),
  });
});
afterEach(async () => {
  await twilio.close();
});

test('offers buttons to whoever writes, by name, and answers what is tapped', async () => {
  const ada = twilio.phone(ADA);
  await ada.text(OURS, 'Hi!', { profileName: 'Ada' });
  await ada.receive('Hello Ada, what can I do for you?');
  await ada.text(OURS, 'Track an order', { buttonText: 'Track an order', buttonPayload: 'track' });
  await ada.receive('What is the number of your order?');
  await ada.text(OURS, 'It is 12345');
  await ada.receive('Order 12345 is on its way.');
  await ada.text(OURS, 'And 99999?');
  await ada.receive('I know of no order 99999.');
  expect(twilio.findings).toEqual([]);
});

test('names the nearest shop', async () => {
  const ada = twilio.phone(ADA);
  await ada.text(OURS, '', { location: { latitude: 53.5, longitude: 10 } });
  await ada.receive('Hamburg');
});

test('takes photos of what is broken', async () => {
  const ada = twilio.phone(ADA);
  await ada.text(OURS, 'Look', { media: [{ contentType: 'image/jpeg', content: new Uint8Array(100) }] });
  await ada.receive('A colleague will look at it');
  expect(photos).toEqual([expect.stringMatching(/^https:\/\/api\.twilio\.com\/.*\/Media\/ME/)]);
});

test('tells of an order by a template, and learns that it has arrived', async () => {
  await outbox.sendOrder(ADA, '12345', 'on its way');
  await twilio.phone(ADA).receive('Your order 12345 is on its way.');
  await twilio.idle();
  expect([...outbox.statuses.values()]).toEqual(['delivered']);
});
