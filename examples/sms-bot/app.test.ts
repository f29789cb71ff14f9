import { createEmulator, type Emulator } from 'ringback/emulator';
import twilioClient from 'twilio';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { remindAll } from './remind.ts';
import { createStore, type Store } from './store.ts';

const [OURS, ADA] = ['+12015550123', '+14155550100'];
const account = { accountSid: 'AC0123456789abcdef0123456789abcdef', authToken: 'a-token-for-tests' };
const publicUrl = 'https://salon.example';

let store: Store;
let twilio: Emulator;
beforeEach(() => {
  store = createStore();
  start();
});
afterEach(async () => {
  await twilio.close();
});

function start(options = {}): void {
  const app = createApp({ authToken: account.authToken, publicUrl, store });
  twilio = createEmulator({ app: { listener: app }, ...account, publicUrl, numbers: { [OURS]: { smsUrl: '/sms' } }, ...options });
}

/** Sends the reminders of the day, by Twilio's own client. */
async function remind(): Promise<void> {
  // The emulator's client has what requests need, and not every member of the class.
  const client = twilioClient(account.accountSid, account.authToken, { httpClient: twilio.client as never });
  await remindAll(client, store, { from: OURS, publicUrl });
  await twilio.idle();
}

test('books an appointment in a conversation', async () => {
  const ada = twilio.phone(ADA);
  await ada.text(OURS, 'Hello?');
  await ada.receive('Text BOOK');
  await ada.text(OURS, 'Book');
  await ada.receive('Which day?');
  await ada.text(OURS, 'someday');
  await ada.receive('Please text one of Monday');
  await ada.text(OURS, 'tue');
  await ada.receive('Tuesday: in the morning or in the afternoon?');
  await ada.text(OURS, 'In the afternoon please');
  await ada.receive('Text YES to confirm');
  await ada.text(OURS, 'YES');
  await ada.receive('See you on Tuesday afternoon');
  expect(store.appointments.get(ADA)).toBe('Tuesday afternoon');
  expect(store.conversations.size).toBe(0);
  expect(twilio.findings).toEqual([]);
});

test('keeps the conversations of several people apart, and forgets one that is given up', async () => {
  const [ada, bob] = [twilio.phone(ADA), twilio.phone('+14155550101')];
  await ada.text(OURS, 'book');
  await bob.text(OURS, 'book');
  await ada.text(OURS, 'monday');
  await bob.text(OURS, 'back');
  await bob.receive('Nothing was booked');
  expect([...store.conversations]).toEqual([[ADA, { step: 'time', day: 'Monday' }]]);
});

test('reminds, and knows that the reminder has arrived, whatever the order of the callbacks', async () => {
  await twilio.close();
  start({ faults: { repeats: 1, disorder: 1 }, seed: 7 });
  store.appointments.set(ADA, 'Monday morning');
  await remind();
  await twilio.phone(ADA).receive('looking forward to seeing you on Monday morning');
  expect([...store.reminders.values()].map(({ status }) => status)).toEqual(['delivered']);
});

test('knows why a reminder has not arrived', async () => {
  twilio.phone(ADA, { is: 'off' });
  store.appointments.set(ADA, 'Monday morning');
  await remind();
  expect([...store.reminders.values()]).toEqual([{ status: 'undelivered', errorCode: 30003 }]);
});
