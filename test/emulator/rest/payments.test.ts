import { describe, expect, test } from 'vitest';
import { ACCOUNT, ADA, ask, OURS, startEmulator } from '../setup.js';

const CALLBACK = { StatusCallback: 'https://app.example/paid' };

async function startPayment(form: Readonly<Record<string, string>> = {}) {
  const emulator = startEmulator({ '/voice': '<Response><Pause length="600"/></Response>' });
  const call = await emulator.phone(ADA).call(OURS);
  const started = await ask(emulator, 'POST', `/Calls/${call.sid}/Payments.json`, { ...CALLBACK, IdempotencyKey: 'start', ...form });
  let asked = 0;
  const update = async (more: Readonly<Record<string, string>>) => {
    asked += 1;
    const form = { ...CALLBACK, IdempotencyKey: `update-${asked}`, ...more };
    return ask(emulator, 'POST', `/Calls/${call.sid}/Payments/${started.body.sid}.json`, form);
  };
  const told = () => emulator.got.filter(({ path }) => path === '/paid').map(({ parameters }) => Object.fromEntries(parameters));
  return { emulator, call, started, update, told };
}

describe('A payment over the REST API', () => {
  test('is started, captured digit by digit, masked, and completed', async () => {
    const { emulator, call, started, update, told } = await startPayment({
      ChargeAmount: '20.45',
      PostalCode: 'false',
      SecurityCode: 'false',
    });
    expect([started.status, started.body.call_sid, started.body.uri]).toEqual([
      201,
      call.sid,
      `/2010-04-01/Accounts/${ACCOUNT}/Calls/${call.sid}/Payments/${started.body.sid}.json`,
    ]);
    expect((await update({ Capture: 'payment-card-number' })).status).toBe(202);
    await call.press('4111111111111111#');
    await update({ Capture: 'expiration-date' });
    await call.press('1230#');
    await update({ Status: 'complete' });
    await emulator.advance('5s');
    const [begun, asked, first] = told();
    expect(begun).toMatchObject({ Sid: started.body.sid, CallSid: call.sid, ChargeAmount: '20.45', PaymentConnector: 'Default' });
    expect(asked).toMatchObject({ Capture: 'payment-card-number', Required: 'payment-card-number,expiration-date', PartialResult: 'true' });
    expect(first).toMatchObject({ PaymentCardNumber: 'x', PartialResult: 'true' });
    const taken = told().find(({ PartialResult }) => PartialResult === 'false');
    expect(taken).toMatchObject({ PaymentCardNumber: 'xxxxxxxxxxxx1111', PaymentCardType: 'visa', Required: 'expiration-date' });
    expect(told().at(-1)).toMatchObject({
      Result: 'success',
      PaymentConfirmationCode: expect.stringMatching(/^ch_/),
      ExpirationDate: '1230',
    });
    expect(JSON.stringify(told())).not.toContain('411111');
    expect(emulator.findings).toEqual([]);
  });

  test('says what was wrong, and asks for it again', async () => {
    const { call, update, told } = await startPayment();
    await update({ Capture: 'security-code' });
    await update({ Capture: 'payment-card-number' });
    await call.press('4111111111111112#');
    await update({ Capture: 'expiration-date' });
    await call.stay('6s');
    expect(told().flatMap(({ ErrorType }) => ErrorType ?? [])).toEqual([
      'invalid-card-number-security-code-capture-sequence',
      'invalid-card-number',
      'input-timeout',
    ]);
    expect(told().at(-1)?.Required).toBe('payment-card-number,expiration-date,security-code,postal-code');
  });

  test.each([
    [
      'the caller presses the star',
      async ({ call, update }) => {
        await update({ Capture: 'postal-code' });
        await call.press('*');
      },
      'caller-interrupted-with-star',
    ],
    ['the caller hangs up', async ({ call }) => call.hangUp(), 'caller-hung-up'],
    ['the agent gives it up', async ({ update }) => update({ Status: 'cancel' }), 'canceled'],
  ] satisfies [string, (payment: Awaited<ReturnType<typeof startPayment>>) => Promise<unknown>, string][])(
    'ends when %s',
    async (_, act, result) => {
      const payment = await startPayment();
      await act(payment);
      await payment.emulator.advance('1s');
      expect(payment.told().map(({ Result }) => Result)).toContain(result);
      expect((await payment.update({ Capture: 'postal-code' })).body.code).toBe(20001);
    },
  );

  test('is made once for one idempotency key, and only one at a time', async () => {
    const { emulator, call, started, told } = await startPayment();
    const path = `/Calls/${call.sid}/Payments.json`;
    const again = await ask(emulator, 'POST', path, { ...CALLBACK, IdempotencyKey: 'start' });
    expect(again.body.sid).toBe(started.body.sid);
    expect((await ask(emulator, 'POST', path, { ...CALLBACK, IdempotencyKey: 'other' })).status).toBe(400);
    await emulator.advance('1s');
    expect(told()).toHaveLength(1);
  });

  test.each([
    [{}, 400],
    [{ IdempotencyKey: 'x' }, 400],
    [{ ...CALLBACK, IdempotencyKey: 'x', PaymentMethod: 'cash' }, 400],
    [{ ...CALLBACK, IdempotencyKey: 'x', ChargeAmount: '-1' }, 400],
    [{ ...CALLBACK, IdempotencyKey: 'x', PaymentMethod: 'ach-debit' }, 201],
  ])('of %j is answered by %i', async (form, status) => {
    const emulator = startEmulator({ '/voice': '<Response><Pause length="600"/></Response>' });
    const call = await emulator.phone(ADA).call(OURS);
    expect((await ask(emulator, 'POST', `/Calls/${call.sid}/Payments.json`, form as Record<string, string>)).status).toBe(status);
    const unknown = `/Calls/${call.sid}/Payments/PK${'0'.repeat(32)}.json`;
    expect((await ask(emulator, 'POST', unknown, { ...CALLBACK, IdempotencyKey: 'y', Status: 'cancel' })).status).toBe(404);
  });
});
