import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { identifyWebhook } from '../../../src/payloads/index.js';
import { Payment, PaymentComplete, PaymentUpdate, PayResult, PayStatusCallback } from '../../../src/payloads/voice/index.js';
import { loadSamples } from '../samples.js';

const samples = loadSamples('voice-payment');
function bodyOf(kind: string): Record<string, string> {
  return { ...samples.find((sample) => sample.kind === kind)?.body };
}

describe('a <Pay>', () => {
  test('keeps masks and leading zeros', () => {
    expect(PayResult.parse(bodyOf('voice.pay'))).toMatchObject({
      Result: 'success',
      PaymentCardNumber: 'xxxx-xxxxxx-x4001',
      ExpirationDate: '0528',
      SecurityCode: '****',
    });
  });

  test('that failed is told without a method of payment', () => {
    const { PaymentMethod, PaymentCardNumber, PaymentCardType, ...rest } = bodyOf('voice.pay');
    const body = { ...rest, Result: 'payment-connector-error', PaymentError: 'card is declined', PayErrorCode: '64010' };
    expect(identifyWebhook(body)).toBe('voice.pay');
    expect(PayResult.parse(body).PayErrorCode).toBe(64010);
  });

  test('counts its attempts', () => {
    const status = PayStatusCallback.parse({ ...bodyOf('voice.pay.status'), ErrorType: 'input-timeout' });
    expect(status).toMatchObject({ Attempt: 1, For: 'expiration-date', ErrorType: 'input-timeout' });
  });
});

describe('a payment of the REST API', () => {
  test.each([
    ['as recorded', '2025-12-18T20:02:01.123Z'],
    ['as documented', 'Thu, 18 Dec 2025 20:02:01 +0000'],
  ])('reads its dates %s', (_, text) => {
    const payment = Payment.parse({ ...bodyOf('voice.payment'), DateCreated: text });
    expect(payment.DateCreated?.toISOString()).toMatch(/^2025-12-18T20:02:01/);
    expect(z.encode(Payment, payment)['DateCreated']).toBe(text);
  });

  test('keeps the text of what is charged', () => {
    expect(Payment.parse({ ...bodyOf('voice.payment'), ChargeAmount: '20.50' }).ChargeAmount).toBe('20.50');
  });

  test('tells whether more digits are to come', () => {
    const update = PaymentUpdate.parse(bodyOf('voice.payment.update'));
    expect(update).toMatchObject({ PartialResult: true, Capture: 'payment-card-number' });
    expect(PaymentUpdate.parse({ ...bodyOf('voice.payment.update'), Required: '', PartialResult: 'false' })).toMatchObject({
      Required: '',
      PartialResult: false,
    });
  });

  test.each(['voice.payment', 'voice.payment.update', 'voice.payment.complete'])('may be named by PaymentSid: %s', (kind) => {
    const { Sid, ...rest } = bodyOf(kind);
    const body = { ...rest, PaymentSid: Sid };
    expect(identifyWebhook(body)).toBe(kind);
    const schema = [Payment, PaymentUpdate, PaymentComplete].find((candidate) => candidate.kind === kind) as z.ZodType;
    const payment = schema.parse(body);
    expect(payment).toMatchObject({ Sid });
    expect(z.encode(schema, payment)).toEqual(body);
  });
});
