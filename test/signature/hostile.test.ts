import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSignatureValid, SignatureError, type SignedRequest, verifySignature } from '../../src/signature/index.js';
import { authToken, sign, tailOf } from './signing.js';

const FORM = 'application/x-www-form-urlencoded';
const url = 'https://hooks.example.com/sms';

function formRequest(body: SignedRequest['body'], signed: string): SignedRequest {
  return { url, method: 'POST', headers: { 'content-type': FORM, 'x-twilio-signature': sign(signed) }, body };
}

describe('whatever a request holds, it is refused without a crash', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('%', '%zz', '%ff', '&', '=', '+', '\0', '\ud800', '__proto__', '[', ']', 'a'), { maxLength: 30 })
      .map((pieces) => pieces.join('')),
  );
  const urls = fc.oneof(
    text,
    fc
      .tuple(fc.constantFrom('https://h.example/', 'wss://a:b@h:1', 'HTTP://[::1]:x', 'https://h?bodySHA256='), text)
      .map((parts) => parts.join('')),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
  );
  const value = fc.oneof(text, fc.array(text), fc.constantFrom(undefined, sign('a'), FORM, 'application/json', `${FORM}, ${FORM}`));
  const names = fc.oneof(
    fc.constantFrom('x-twilio-signature', 'X-Twilio-Signature', 'content-type', 'Content-Type', '__proto__', 'constructor'),
    text,
  );
  const headers = fc.dictionary(names, value);
  const parsed = fc.oneof(
    fc.object({ key: text, withNullPrototype: true }),
    fc.array(fc.jsonValue()),
    fc.jsonValue(),
    fc.dictionary(text, fc.oneof(text, fc.array(text))),
  );
  const bodies = fc.oneof(
    text,
    fc.uint8Array(),
    parsed,
    fc.constant(undefined),
    fc.array(fc.tuple(text, text)).map((pairs) => new URLSearchParams(pairs)),
  );

  test('by its verdict and by its error', () => {
    fc.assert(
      fc.property(urls, headers, bodies, fc.constantFrom('GET', 'post', 'PUT', undefined), (url, headers, body, method) => {
        const request = { url, headers, method, body: body as never };
        expect(isSignatureValid(request, { authToken })).toBe(false);
        expect(() => verifySignature(request, { authToken })).toThrow(SignatureError);
      }),
      { numRuns: 500 },
    );
    expect({}).not.toHaveProperty('polluted');
  });

  test('and a signature verifies whatever was signed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), text), { maxLength: 8 }), (pairs) => {
        const search = new URLSearchParams(pairs);
        const unique = new URLSearchParams(Object.fromEntries(search));
        expect(isSignatureValid(formRequest(unique.toString(), url + tailOf(unique.toString())), { authToken })).toBe(true);
        expect(isSignatureValid(formRequest(unique, url + tailOf(unique.toString())), { authToken })).toBe(true);
      }),
    );
  });
});

describe('size', () => {
  const megabyte = 2 ** 20;
  const bodies: readonly (readonly [what: string, body: string])[] = [
    ['one long value', `Body=${'x'.repeat(megabyte)}`],
    ['one long value of escapes', `Body=${'%41'.repeat(megabyte / 4)}`],
    ['one long value of pluses', `Body=${'+'.repeat(megabyte)}`],
    ['broken escapes', `Body=${'%4'.repeat(megabyte / 2)}`],
    ['ten thousand parameters', Array.from({ length: 10_000 }, (_, at) => `name${at}=${'v'.repeat(80)}`).join('&')],
    ['half a million times the same parameter', 'a&'.repeat(megabyte / 2)],
    ['ten thousand values of one name', Array.from({ length: 10_000 }, (_, at) => `a=${at}`).join('&')],
    ['nothing but separators', '&='.repeat(megabyte / 2)],
    ['names that are numbers', Array.from({ length: 50_000 }, (_, at) => `${at * 7_919}=`).join('&')],
  ];

  test.each(bodies)('is no obstacle: %s', (_, body) => {
    const pairs = Array.from(new URLSearchParams(body), ([name, value]) => [name, value] as const);
    const distinct = [...new Map(pairs.map(([name, value]) => [`${name}\0${value}`, [name, value] as const])).values()];
    distinct.sort(([name, value], [other, otherValue]) => (name < other || (name === other && value < otherValue) ? -1 : 1));
    const request = formRequest(body, url + distinct.flat().join(''));
    expect(isSignatureValid(request, { authToken })).toBe(true);
    expect(isSignatureValid({ ...request, url: `${url}?` }, { authToken })).toBe(false);
  });

  test('of a URL is none either', () => {
    for (const long of ['a', '/', '?', '&', '%', '=', "'", '+', '@', ':', '[', '#', '%27', 'bodySHA256=&']) {
      const request = { ...formRequest('a=1', ''), url: `https://h.example/p?${long.repeat(megabyte / 8)}` };
      expect(isSignatureValid(request, { authToken })).toBe(false);
    }
  });
});
