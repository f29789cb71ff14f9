import { expect, test } from 'vitest';
import { ADA, ask, OURS, startEmulator } from '../setup.js';

const AT = { StatusCallback: 'https://app.example/told', RecordingStatusCallback: 'https://app.example/told' };

test.each([
  ['Payments', { ...AT, IdempotencyKey: 'k' }],
  ['Recordings', { ...AT, RecordingStatusCallbackEvent: 'in-progress' }],
  ['Transcriptions', { StatusCallbackUrl: 'https://app.example/told' }],
  ['Siprec', { ...AT, ConnectorName: 'c' }],
])('what %s of a call tell comes after the answer that made them', async (path, form) => {
  const order: string[] = [];
  const emulator = startEmulator({
    '/voice': '<Response><Pause length="60"/></Response>',
    '/told': () => {
      order.push('told');
      return '<Response/>';
    },
  });
  const call = await emulator.phone(ADA).call(OURS);
  await ask(emulator, 'POST', `/Calls/${call.sid}/${path}.json`, form);
  order.push('answered');
  await emulator.advance('1s');
  expect(order).toEqual(['answered', 'told']);
});
