import { describe, expect, test } from 'vitest';
import { ADA, ask, OURS, startEmulator } from './setup.js';

const DECLINED = '4000000000000002';
const REFUSED = {
  Result: 'payment-connector-error',
  PaymentError: 'The card was declined.',
  PayErrorCode: 64012,
  ConnectorError: 'card_declined',
};

/** A caller whom `<Pay>` asks. Returns what its action was told. */
async function pay(keys: readonly string[], attributes = '') {
  const emulator = startEmulator({
    '/voice': `<Response><Pay postalCode="false" securityCode="false" action="/paid" ${attributes}/></Response>`,
    '/paid': '<Response><Hangup/></Response>',
  });
  const call = await emulator.phone(ADA).call(OURS);
  for (const key of keys) await call.press(key);
  await emulator.idle();
  await emulator.close();
  return emulator.webhooks.find(({ kind }) => kind === 'voice.pay');
}

describe('A <Pay> that fails', () => {
  test.each([
    ['a number that is none', ['4111111111111112#'], 'invalid-card-number'],
    ['a card that is not taken', ['6011111111111117#'], 'invalid-card-type'],
    ['a date that is none', ['4111111111111111#', '1399#'], 'invalid-date'],
    ['a date that is not keyed in', ['4111111111111111#'], 'invalid-date'],
    ['nothing at all', [], 'invalid-card-number'],
  ])('says what went wrong: %s', async (_, keys, error) => {
    const told = await pay(keys);
    expect(told?.payload).toMatchObject({ Result: 'too-many-failed-attempts', PaymentError: error });
    expect(told?.parameters).not.toHaveProperty('PayErrorCode');
  });

  test('says what went wrong the last time', async () => {
    expect((await pay(['4111111111111112#', '6011111111111117#'], 'maxAttempts="2"'))?.payload).toMatchObject({
      PaymentError: 'invalid-card-type',
    });
  });

  test.each(['', 'chargeAmount="20.45"'])('says that the card was declined, with the number of the error: %s', async (attributes) => {
    const told = await pay([`${DECLINED}#`, '1230#'], attributes);
    expect(told?.payload).toMatchObject({ ...REFUSED, PaymentCardNumber: 'xxxxxxxxxxxx0002', ExpirationDate: '1230' });
    expect(told?.parameters).not.toHaveProperty('PaymentToken');
    expect(told?.parameters).not.toHaveProperty('PaymentConfirmationCode');
    expect(JSON.stringify(told)).not.toContain('400000');
  });

  test('says so of a payment that REST leads, too', async () => {
    const emulator = startEmulator({ '/voice': '<Response><Pause length="600"/></Response>' });
    const call = await emulator.phone(ADA).call(OURS);
    const form = { StatusCallback: 'https://app.example/paid', SecurityCode: 'false', PostalCode: 'false' };
    const { body } = await ask(emulator, 'POST', `/Calls/${call.sid}/Payments.json`, { ...form, IdempotencyKey: '0' });
    const update = (IdempotencyKey: string, more: Readonly<Record<string, string>>) =>
      ask(emulator, 'POST', `/Calls/${call.sid}/Payments/${body.sid}.json`, { ...form, IdempotencyKey, ...more });
    await update('1', { Capture: 'payment-card-number' });
    await call.press(`${DECLINED}#`);
    await update('2', { Capture: 'expiration-date' });
    await call.press('1230#');
    await update('3', { Status: 'complete' });
    await emulator.advance('5s');
    expect(emulator.webhooks.find(({ kind }) => kind === 'voice.payment.complete')?.payload).toMatchObject(REFUSED);
    await emulator.close();
  });

  test('tells nothing of the kind where the caller ended it', async () => {
    const told = await pay(['*']);
    expect(told?.parameters).toMatchObject({ Result: 'caller-interrupted-with-star' });
    expect(told?.parameters).not.toHaveProperty('PaymentError');
  });
});
