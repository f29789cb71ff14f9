import { validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks.js';
import { describe, expect, test } from 'vitest';
import { tamperings } from '../../src/delivery/tamper.js';
import { PayloadError } from '../../src/errors.js';
import {
  IncomingMessage,
  identifyWebhook,
  type PayloadSchema,
  RecordVerbRecording,
  schemaFor,
  type WebhookKind,
  webhookKinds,
} from '../../src/payloads/index.js';
import { parseForm } from '../../src/request/forms.js';
import { explainSignature, isSignatureValid, type SignatureOptions, type SignOptions } from '../../src/signature/index.js';
import { fixture, formFixture, listVariants, signedRequest, type Tampering, tamperedRequest } from '../../src/testing/index.js';

const authToken = '0123456789abcdef0123456789abcdef';
const url = 'https://example.com/hook?state=1';

/** All dates of a payload, however deep. */
function listDates(value: unknown): Date[] {
  if (value instanceof Date) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listDates) : [];
}

describe.each(webhookKinds.flatMap((kind) => listVariants(kind).map((variant) => ({ kind, variant }))))(
  'the fixture of $kind, $variant',
  ({ kind, variant }) => {
    const schema = schemaFor(kind) as unknown as PayloadSchema<object>;

    test('is read by its schema, and the same for the same seed alone', () => {
      const payload = fixture(schema, undefined, { variant, seed: 7 });
      expect(fixture(schema, undefined, { variant, seed: 7 })).toEqual(payload);
      const wire = JSON.stringify(formFixture(schema, undefined, { variant, seed: 7 }));
      expect(schema.safeParse(JSON.parse(wire)).success).toBe(true);
      if (/\b[A-Z]{2}[0-9a-f]{32}\b/.test(wire))
        expect(wire).not.toBe(JSON.stringify(formFixture(schema, undefined, { variant, seed: 8 })));
    });

    test('is identified as the sample that it is made from', () => {
      if (schema.identifiable) expect(identifyWebhook(formFixture(schema, undefined, { variant }))).toBe(kind);
    });

    test('has its dates moved by a clock, and its numbers set aside for fiction', () => {
      const now = new Date('2030-01-01T12:00:00Z');
      const dates = listDates(fixture(schema, undefined, { variant, now }));
      if (dates.length > 0) expect(Math.max(...dates.map((date) => date.getTime()))).toBe(now.getTime());
      const wire = JSON.stringify(formFixture(schema, undefined, { variant, now }));
      for (const [number] of wire.matchAll(/\+\d{7,15}\b/g)) expect(number).toMatch(/^\+1\d{3}55501\d\d$/);
    });

    test('makes a request that twilio accepts, where Twilio signs it', async () => {
      if ('signedBy' in schema)
        return expect(() => signedRequest(schema, undefined, { url, authToken, variant })).toThrow('signedEmailRequest');
      const request = signedRequest(schema, undefined, { url, authToken, variant });
      const signature = request.headers.get('x-twilio-signature') ?? '';
      const body = await request.text();
      const isJson = request.headers.get('content-type') === 'application/json';
      const isValid = isJson
        ? validateRequestWithBody(authToken, signature, request.url, body)
        : validateRequest(authToken, signature, request.url, parseForm(body) as never);
      expect(isValid).toBe(true);
    });
  },
);

describe('overrides', () => {
  test('are decoded values, and a list sets its count', () => {
    const message = fixture(IncomingMessage, { Body: 'hi', Media: [{ Url: 'https://example.com/a.jpg' }] });
    expect(message).toMatchObject({ Body: 'hi', NumMedia: 1, Media: [{ Url: 'https://example.com/a.jpg' }] });
    expect(formFixture(IncomingMessage, { Media: [] })).toMatchObject({ NumMedia: '0' });
  });

  test('that do not fit are a PayloadError', () => {
    expect(() => fixture(IncomingMessage, { MessageSid: '' as 'SM' })).toThrow(PayloadError);
  });
});

describe('the clock', () => {
  test('moves the latest date to now', () => {
    const now = new Date('2030-01-01T12:00:00Z');
    expect(fixture(RecordVerbRecording, {}, { now }).RecordingStartTime?.getTime()).toBe(now.getTime());
    expect(formFixture(RecordVerbRecording, {}, { now })).toMatchObject({ RecordingStartTime: 'Tue, 01 Jan 2030 12:00:00 +0000' });
  });
});

describe('a tampered request', () => {
  const secret = 'a-shared-secret';
  const keys = { authToken, sharedKeys: { k1: secret } };
  const signers: readonly SignOptions[] = [
    { authToken },
    { sharedKey: { id: 'k1', secret } },
    { authToken, sharedKey: { id: 'k1', secret, algorithm: 'HMAC_SHA256' } },
  ];
  const ways = signers.flatMap((signer) => tamperings.map((how) => [how, signer] as const));

  test.each(ways)('is refused: %s of %j', async (how, signer) => {
    const request = tamperedRequest(IncomingMessage, { Body: 'hi' }, { url: 'https://example.com/sms', ...signer }, how);
    const signed = { url: request.url, method: request.method, headers: request.headers, body: await request.text() };
    expect(isSignatureValid(signed, keys)).toBe(false);
    const { cause, message } = explainSignature(signed, keys);
    expect([cause, message]).not.toContain('');
  });

  test('is refused to be made in a way that there is not', () => {
    const make = () => tamperedRequest(IncomingMessage, {}, { url: 'https://example.com/sms', authToken }, 'wrong-url' as never);
    expect(make).toThrow(new TypeError(`There is no way "wrong-url" to break a request; there are ${tamperings.join(', ')}`));
  });

  test.each(signers)('of a shared key fails for that reason alone: %j', async (signer) => {
    const explain = async (how: Tampering, given: SignatureOptions) => {
      const request = tamperedRequest(IncomingMessage, { Body: 'hi' }, { url: 'https://example.com/sms', ...signer }, how);
      return explainSignature({ url: request.url, method: request.method, headers: request.headers, body: await request.text() }, given);
    };
    expect((await explain('unknown-key', keys)).cause).toBe('shared-key');
    expect((await explain('downgraded-algorithm', keys)).cause).toBe('shared-key');
    // Whoever took the header's word for nothing but the key would be deceived.
    const named = { ...keys, sharedKeys: { k1: secret, webhooks_sharedkey_unknown: signer.sharedKey?.secret ?? authToken } };
    expect((await explain('unknown-key', named)).valid).toBe(true);
    expect((await explain('downgraded-algorithm', named)).message).toContain('HMAC_SHA1');
  });

  test('names every way in its type', () => {
    const all: Record<Tampering, true> = {
      'wrong-token': true,
      'changed-parameter': true,
      'http-url': true,
      'missing-header': true,
      'replayed-on-other-url': true,
      'unsigned-body': true,
      'unknown-key': true,
      'wrong-secret': true,
      'downgraded-algorithm': true,
    };
    expect(tamperings).toEqual(expect.arrayContaining(Object.keys(all)));
  });

  test('would be accepted, were it not tampered with', async () => {
    const request = signedRequest(IncomingMessage, { Body: 'hi' }, { url: 'https://example.com/sms', authToken });
    expect(isSignatureValid({ url: request.url, headers: request.headers, body: await request.text() }, { authToken })).toBe(true);
  });
});

test('kinds are typed', () => {
  const kinds: readonly WebhookKind[] = webhookKinds;
  expect(kinds.length).toBeGreaterThan(150);
});
