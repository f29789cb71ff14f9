import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodySha256, isSignatureValid, signRequest } from '../../src/signature/index.js';

const authToken = '12345';

describe('signRequest', () => {
  test('computes the worked example that Twilio publishes', () => {
    const body = 'Digits=1234&To=%2B18005551212&From=%2B14158675310&Caller=%2B14158675310&CallSid=CA1234567890ABCDE';
    expect(signRequest({ url: 'https://example.com/myapp.php?foo=1&bar=2', body }, { authToken })).toBe('L/OH5YylLD5NRKLltdqwSvS0BnU=');
  });

  test('leaves out credentials and the fragment, as Twilio does', () => {
    const plain = signRequest({ url: 'https://example.com:8443/p?q=1' }, { authToken });
    expect(signRequest({ url: 'https://user:pass@example.com:8443/p?q=1#rc=2' }, { authToken })).toBe(plain);
  });

  test('wants the hash of a body that is no form', () => {
    const headers = { 'content-type': 'application/json' };
    expect(() => signRequest({ url: 'https://example.com/p', headers, body: '{}' }, { authToken })).toThrow(/bodySHA256/);
    const url = `https://example.com/p?bodySHA256=${bodySha256('{}')}`;
    const signature = signRequest({ url, headers, body: '{}' }, { authToken });
    const request = { url, headers: { ...headers, 'x-twilio-signature': signature }, body: '{}' };
    expect(isSignatureValid(request, { authToken })).toBe(true);
  });

  test('refuses what cannot be signed', () => {
    expect(() => signRequest({ url: '/p' }, { authToken })).toThrow(TypeError);
    expect(() => signRequest({ url: 'https://example.com/p', body: { a: 1 } as never }, { authToken })).toThrow(TypeError);
    expect(() => signRequest({ url: 'https://example.com/p' }, { authToken: '' })).toThrow(TypeError);
  });

  test('signs what verifies, in every form of the same body', () => {
    const names = fc.string({ unit: 'binary' });
    const bodies = fc.array(fc.tuple(names, names)).map((pairs) => new URLSearchParams(pairs));
    const urls = fc.webUrl({ withQueryParameters: true, withFragments: true });
    fc.assert(
      fc.property(urls, bodies, (url, body) => {
        const signature = signRequest({ url, body: body.toString() }, { authToken });
        const headers = { 'X-Twilio-Signature': signature };
        expect(isSignatureValid({ url, headers, body }, { authToken })).toBe(true);
        expect(isSignatureValid({ url, headers, body: body.toString() }, { authToken })).toBe(true);
        expect(isSignatureValid({ url, headers, body: new TextEncoder().encode(body.toString()) }, { authToken })).toBe(true);
        expect(isSignatureValid({ url, headers, body }, { authToken: '12346' })).toBe(false);
      }),
    );
  });
});

test('bodySha256 is lower-case hexadecimal of the bytes', () => {
  expect(bodySha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(bodySha256('é')).toBe(bodySha256(new Uint8Array([0xc3, 0xa9])));
});
