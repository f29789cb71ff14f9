import { describe, expect, test } from 'vitest';
import {
  bodySha256,
  explainSignature,
  isEmailEventValid,
  isSignatureValid,
  signatureHeaders,
  signRequest,
  verifyEmailEvent,
  verifySignature,
} from '../../src/signature/index.js';

const authToken = '0123456789abcdef0123456789abcdef';
const url = 'https://example.com/sms';
const headers = { 'x-twilio-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' };
const publicKey =
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==';

/** What plain JavaScript passes where the compiler would have refused it. */
const noRequests: readonly [string, unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a URL', url],
  ['a promise', Promise.resolve({ url, headers })],
  ['a request without headers', { url }],
  ['a request without a URL', { headers }],
  ['a URL object', { url: new URL(url), headers }],
];

describe('A program that calls wrongly hears what is expected, of', () => {
  test.each([verifySignature, isSignatureValid, explainSignature])('%o', (verify) => {
    for (const [what, request] of noRequests)
      expect(() => verify(request as never, { authToken }), what).toThrow(
        new TypeError('request must be { url, headers, body }, its url a text.'),
      );
    for (const options of [undefined, null, authToken])
      expect(() => verify({ url, headers }, options as never)).toThrow(/^authToken must be a text that is not empty/);
  });

  test.each([signRequest, signatureHeaders])('%o', (sign) => {
    for (const request of [undefined, null, {}, { url: new URL(url) }, { url: '/sms' }])
      expect(() => sign(request as never, { authToken })).toThrow(/^url must be absolute, such as https:\/\/example.com\/sms, and a text/);
    for (const options of [undefined, null, {}]) expect(() => sign({ url }, options as never)).toThrow(/^authToken must be a text/);
  });

  test.each([verifyEmailEvent, isEmailEventValid])('%o', async (verify) => {
    for (const request of [undefined, null, '[]', { body: '[]' }])
      await expect(verify(request as never, { publicKey })).rejects.toThrow(
        new TypeError('request must be { headers, body }, its body raw.'),
      );
    for (const options of [undefined, null]) await expect(verify({ headers: {} }, options as never)).rejects.toThrow(/^publicKey must be/);
  });

  test.each([
    ['nothing', undefined],
    ['an object', { a: 1 }],
    ['a promise: await it', Promise.resolve('a')],
    ['an instance of ArrayBuffer', new ArrayBuffer(1)],
  ])('bodySha256 given %s', (what, body) => {
    expect(() => bodySha256(body as never)).toThrow(
      new TypeError(`bodySha256() takes the raw body, as text or a Uint8Array, and got ${what}.`),
    );
  });
});
