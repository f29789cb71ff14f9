import { createSign, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEmailEventValid, SignatureError, verifyEmailEvent } from '../../src/signature/index.js';
import { emailVectors } from './vectors.js';

const SIGNATURE = 'X-Twilio-Email-Event-Webhook-Signature';
const TIMESTAMP = 'X-Twilio-Email-Event-Webhook-Timestamp';

const { publicKey: ownKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicKey = ownKey.export({ type: 'spki', format: 'der' }).toString('base64');

function sign(timestamp: string, body: string | Uint8Array): Record<string, string> {
  const signature = createSign('sha256').update(timestamp).update(body).sign(privateKey, 'base64');
  return { [SIGNATURE]: signature, [TIMESTAMP]: timestamp };
}

async function refusalOf(request: Parameters<typeof verifyEmailEvent>[0]): Promise<unknown> {
  const error = await verifyEmailEvent(request, { publicKey }).catch((caught: unknown) => caught);
  return error instanceof SignatureError ? [error.code, error.explanation.cause] : error;
}

test.each(emailVectors)('$id', async ({ headers, body, publicKey, valid }) => {
  expect(await isEmailEventValid({ headers, body }, { publicKey })).toBe(valid);
});

test('signatures of every length verify, over any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.uint8Array({ maxLength: 200 }), async (timestamp, body) => {
      expect(await isEmailEventValid({ headers: sign(String(timestamp), body), body }, { publicKey })).toBe(true);
    }),
  );
});

test('a key may be given as PEM', async () => {
  const pem = ownKey.export({ type: 'spki', format: 'pem' }).toString();
  for (const publicKey of [pem, pem.replaceAll('\n', '\r\n'), pem.replaceAll('\n', '\\n'), pem.replaceAll('\n', ' ')])
    expect(await isEmailEventValid({ headers: sign('1', 'a\r\n'), body: 'a\r\n' }, { publicKey })).toBe(true);
});

describe('refuses', () => {
  const headers = sign('1600112502', '[{}]\r\n');

  test.each([
    ['a request without headers', { headers: {}, body: '[{}]\r\n' }, ['SIGNATURE_MISSING', 'signature-missing']],
    ['a request without the timestamp', { headers: { [SIGNATURE]: 'MEUC' }, body: '[{}]\r\n' }, ['SIGNATURE_MISSING', 'signature-missing']],
    ['another timestamp', { headers: { ...headers, [TIMESTAMP]: '1600112503' }, body: '[{}]\r\n' }, ['SIGNATURE_MISMATCH', 'unknown']],
    ['a body written anew', { headers, body: '[{}]' }, ['SIGNATURE_MISMATCH', 'body-changed']],
    ['a body that was read before', { headers, body: '' }, ['SIGNATURE_MISMATCH', 'body-missing']],
    ['a parsed body', { headers, body: [{}] as never }, ['SIGNATURE_MISMATCH', 'body-parsed']],
    [
      'text that is no base64',
      { headers: { ...headers, [SIGNATURE]: '*' }, body: '[{}]\r\n' },
      ['SIGNATURE_MALFORMED', 'signature-malformed'],
    ],
  ])('%s', async (_, request, refusal) => {
    expect(await refusalOf(request)).toEqual(refusal);
  });

  test('a timestamp that is no text, and says so', async () => {
    const request = { headers: { ...headers, [TIMESTAMP]: 1600112502 as never }, body: '[{}]\r\n' };
    const error = await verifyEmailEvent(request, { publicKey }).catch((caught: unknown) => caught as SignatureError);
    expect((error as SignatureError).explanation).toMatchObject({
      cause: 'signature-missing',
      message: expect.stringContaining('x-twilio-email-event-webhook-timestamp given is of type number'),
    });
  });

  test.each([
    ['a signature whose timestamp was lost', { [SIGNATURE]: 'MEUC' }, /lacks X-Twilio-Email-Event-Webhook-Timestamp, and has/],
    ['a timestamp whose signature was lost', { [TIMESTAMP]: '1600112502' }, /lacks X-Twilio-Email-Event-Webhook-Signature, and has/],
    ['a webhook of Twilio', { 'x-twilio-signature': 'cY40yaXehnYD+znLRXC+awiFAn0=' }, /X-Twilio-Signature, which Twilio sends/],
  ])('%s, and says so', async (_, headers, says) => {
    const error = await verifyEmailEvent({ headers, body: '[{}]\r\n' }, { publicKey }).catch((caught: unknown) => caught as SignatureError);
    const { message, suggestion } = (error as SignatureError).explanation;
    expect(message).toMatch(says);
    expect(suggestion).not.toMatch(/Turn on/);
  });

  test('a body in base64, and says so', async () => {
    const request = { headers, body: Buffer.from('[{}]\r\n').toString('base64') };
    const error = await verifyEmailEvent(request, { publicKey }).catch((caught: unknown) => caught as SignatureError);
    expect((error as SignatureError).explanation).toMatchObject({
      cause: 'body-changed',
      suggestion: expect.stringContaining('isBase64Encoded'),
    });
  });

  test('any bytes that are no signature, without a crash', async () => {
    const start = fc.constantFrom([], [0x30], [0x30, 6, 2, 1, 1, 2, 1, 1], [0x30, 6, 2, 0, 2, 2, 1, 1], [0x30, 4, 2, 200, 1, 1]);
    const bytes = fc.tuple(start, fc.uint8Array()).map(([head, tail]) => Buffer.from([...head, ...tail]).toString('base64'));
    await fc.assert(
      fc.asyncProperty(bytes, async (signature) => {
        expect(await isEmailEventValid({ headers: { [SIGNATURE]: signature, [TIMESTAMP]: '1' }, body: 'a' }, { publicKey })).toBe(false);
      }),
    );
  });
});

describe('maxAgeSeconds', () => {
  const at = (seconds: number | string) => {
    const timestamp = typeof seconds === 'string' ? seconds : String(Math.floor(Date.now() / 1_000) + seconds);
    return { headers: sign(timestamp, '[{}]\r\n'), body: '[{}]\r\n' };
  };

  test('refuses what is older, and what is as far ahead', async () => {
    for (const [seconds, isValid] of [
      [0, true],
      [-290, true],
      [290, true],
      [-310, false],
      [310, false],
    ] as const) {
      expect(await isEmailEventValid(at(seconds), { publicKey, maxAgeSeconds: 300 }), String(seconds)).toBe(isValid);
      expect(await isEmailEventValid(at(seconds), { publicKey })).toBe(true);
    }
  });

  test('refuses a timestamp that is no number of seconds', async () => {
    for (const timestamp of ['2020-01-01', '1e9', '-1', '9'.repeat(400)]) {
      expect(await isEmailEventValid(at(timestamp), { publicKey, maxAgeSeconds: 1e9 })).toBe(false);
    }
  });

  test('has a code and a cause of its own', async () => {
    const error = await verifyEmailEvent(at(-1_000), { publicKey, maxAgeSeconds: 300 }).catch(
      (caught: unknown) => caught as SignatureError,
    );
    expect(error).toMatchObject({ code: 'SIGNATURE_EXPIRED', status: 403, explanation: { cause: 'signature-expired' } });
  });

  test.each([-1, Number.NaN, '300', null])('is a mistake of the program where it is no age: %s', async (maxAgeSeconds) => {
    await expect(isEmailEventValid(at(0), { publicKey, maxAgeSeconds: maxAgeSeconds as never })).rejects.toThrow(TypeError);
  });
});

test.each(['', 'MFkw', undefined, `${publicKey.slice(0, -4)}AAA=`])(
  'a public key that is none is a mistake of the program: %s',
  async (wrong) => {
    await expect(verifyEmailEvent({ headers: {}, body: '' }, { publicKey: wrong as string })).rejects.toThrow(TypeError);
  },
);
