import querystring from 'node:querystring';
import fc from 'fast-check';
import {
  getExpectedTwilioSignature,
  getSignatureAlgorithm,
  validateRequest,
  validateRequestWithBody,
} from 'twilio/lib/webhooks/webhooks.js';
import { describe, expect, test, vi } from 'vitest';
import { bodySha256, isSignatureValid, signRequest } from '../../src/signature/index.js';
import { bodyDivergences, urlDivergences } from './divergences.js';

const token = '0123456789abcdef0123456789abcdef';
const FORM = 'application/x-www-form-urlencoded';

function isOursValid(url: string, signature: string, body = '', contentType = FORM): boolean {
  return isSignatureValid({ url, headers: { 'x-twilio-signature': signature, 'content-type': contentType }, body }, { authToken: token });
}

/** Writes a form as it stands on the wire, with every repeated and empty name. */
function writePairs(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
}

/** `twilio` throws for URLs that are not absolute. */
function isTheirsValid(url: string, signature: string, parameters: Record<string, unknown> = {}): boolean {
  try {
    return validateRequest(token, signature, url, parameters);
  } catch {
    return false;
  }
}

const name = fc.oneof(
  fc.constantFrom('From', 'To', 'Body', 'Reason', 'ReasonCode', 'a[b]', 'a.b', '__proto__', 'constructor', ''),
  fc.string(),
);
const text = fc.oneof(fc.constantFrom('+15005550009', ' ', "O'hara", 'null', 'é', '😀', '\r\n', ''), fc.string({ unit: 'grapheme' }));
const pairs = fc.array(fc.tuple(name, text), { maxLength: 12 });

const piece = fc.oneof(
  fc.constantFrom('a', 'A1', '%20', '+', "'", '%27', '%2f', '%C3%A9', 'é', '~', '@', ':', ',', '"', '|', '*', '%41'),
  fc.string({ unit: 'grapheme-ascii', maxLength: 3 }),
);
const word = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('').replaceAll(/[\s?#&=/\\%]/g, '') || 'x');
const escapedWord = fc
  .array(fc.constantFrom('a', '%20', '+', "'", '%27', '%2F', '%C3%A9', '~', '@', ':', '%41'), { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join(''));
const query = fc
  .uniqueArray(fc.tuple(word, fc.oneof(word, escapedWord)), { maxLength: 4, selector: ([key]) => decodeURIComponent(key) })
  .map((all) => all.map((pair) => pair.join('=')).join('&'));
const url = fc
  .record({
    scheme: fc.constantFrom('https', 'http', 'HTTPS', 'wss'),
    credentials: fc.constantFrom('', '', '', 'user:pass@', 'user@'),
    host: fc.constantFrom('h.example', 'H.Example', 'my_app.example', 'münchen.example', '[2001:db8::1]', '127.0.0.1'),
    port: fc.constantFrom('', '', ':443', ':80', ':8443'),
    path: fc.constantFrom('', '/', '/p', '/a/../p', '//p', '/p/', '/a%2Fb', "/o'h", '/u@x:9'),
    query,
    fragment: fc.constantFrom('', '', '', '#rc=2'),
  })
  .map(
    (parts) =>
      `${parts.scheme}://${parts.credentials}${parts.host}${parts.port}${parts.path}${parts.query && `?${parts.query}`}${parts.fragment}`,
  );

/** What signers and frameworks make of a URL. */
const respell = fc.constantFrom<(given: string) => string>(
  (given) => given,
  (given) => given.replace(/(\/\/(?:[^/?#]*@)?(?:\[[^\]]*\]|[^/?#:]*)):\d+/, '$1'),
  (given) => given.replace(/^(https)(:\/\/(?:[^/?#]*@)?(?:\[[^\]]*\]|[^/?#:]*))(?=[/?#]|$)/i, '$1$2:443'),
  (given) => given.replace(/^(http|wss)(:\/\/(?:[^/?#]*@)?(?:\[[^\]]*\]|[^/?#:]*))(?=[/?#]|$)/i, '$1$2:80'),
  (given) => new URL(given).href,
  (given) => given.replace(/\?([^#]*)/, (_, old: string) => `?${querystring.stringify(querystring.parse(old))}`),
  (given) => new URL(given).href.replace(/\?([^#]*)/, (_, old: string) => `?${querystring.stringify(querystring.parse(old))}`),
  (given) => given.replace(/[^/?#]*@/, ''),
  (given) => given.replace(/#.*/, ''),
  (given) => given.replace(/^https/, 'http'),
  (given) => given.replace(/(?=[?#]|$)/, '/'),
  (given) => given.replaceAll('%27', "'"),
);

describe('against twilio', () => {
  test('signs forms alike', () => {
    fc.assert(
      fc.property(pairs, (pairs) => {
        const parameters = querystring.parse(writePairs(pairs));
        const expected = getExpectedTwilioSignature(token, 'https://h.example/p', parameters);
        expect(signRequest({ url: 'https://h.example/p', body: writePairs(pairs) }, { authToken: token })).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('accepts and refuses the same URLs, but for the listed divergences', () => {
    let differing = 0;
    fc.assert(
      fc.property(url, respell, respell, (given, first, second) => {
        const signed = second(first(given));
        const signature = getExpectedTwilioSignature(token, signed, {});
        const ours = isOursValid(given, signature);
        if (ours === isTheirsValid(given, signature)) return;
        differing += 1;
        const divergence = urlDivergences.find(({ covers, valid }) => valid === ours && covers(given, signed));
        expect(divergence?.what, `given ${given}, signed ${signed}, ours ${ours}`).toBeDefined();
      }),
      { numRuns: 3_000 },
    );
    expect(differing).toBeGreaterThan(0);
  });

  test.each(urlDivergences)('diverges: $what', ({ covers, valid, example: { given, signed } }) => {
    const signature = getExpectedTwilioSignature(token, signed, {});
    expect(covers(given, signed)).toBe(true);
    expect(isOursValid(given, signature)).toBe(valid);
    expect(isTheirsValid(given, signature)).toBe(!valid);
  });

  test.each(bodyDivergences)('diverges: $what', ({ request: { url, body, contentType }, tail }) => {
    const signature = getExpectedTwilioSignature(token, url + tail, {});
    const parameters = typeof body === 'object' ? (body as Record<string, unknown>) : {};
    expect(isTheirsValid(url, signature, parameters)).toBe(true);
    const headers = { 'x-twilio-signature': signature, 'content-type': contentType };
    expect(isSignatureValid({ url, headers, body }, { authToken: token })).toBe(false);
  });

  test('diverges: an empty token verifies nothing', () => {
    const signature = getExpectedTwilioSignature('', 'https://h.example/p', {});
    expect(validateRequest('', signature, 'https://h.example/p', {})).toBe(true);
    const request = { url: 'https://h.example/p', headers: { 'x-twilio-signature': signature } };
    expect(() => isSignatureValid(request, { authToken: '' })).toThrow(TypeError);
  });

  test('hashes bodies alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (body, isChanged) => {
        const hashed = `https://h.example/p?a=1&bodySHA256=${bodySha256(body)}&b=2`;
        const signature = getExpectedTwilioSignature(token, hashed, {});
        const given = isChanged ? `${body} ` : body;
        expect(isOursValid(hashed, signature, given, 'application/json')).toBe(validateRequestWithBody(token, signature, hashed, given));
      }),
    );
  });

  describe('shared keys', () => {
    const settings = fc.constantFrom(
      'key=k1,algorithm=HMAC_SHA1',
      'key=k1,algorithm=HMAC_SHA256',
      'algorithm=hmac_sha256, key=k1',
      ' key = k1 , algorithm = HMAC_SHA256 ',
      'key=k1',
      'key=k1,algorithm=',
      'key=k1,algorithm=HMAC_SHA512',
      'key=k1,algorithm=none',
      'key=k1,other=x=y,algorithm=HMAC_SHA1',
    );
    const algorithm = fc.constantFrom('HMAC_SHA1', 'HMAC_SHA256');
    const secret = fc.string({ unit: 'binary', minLength: 1 }).filter((value) => value.trim() !== '');

    test('are verified alike, by whatever the header says', () => {
      const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
      fc.assert(
        fc.property(secret, pairs, settings, algorithm, fc.boolean(), (secret, pairs, settings, algorithm, isForged) => {
          const body = writePairs(pairs);
          const signature = getExpectedTwilioSignature(
            isForged ? `${secret}x` : secret,
            'https://h.example/p',
            querystring.parse(body),
            algorithm,
          );
          const headers = { 'x-twilio-signature': signature, 'x-twilio-webhooks-signature-settings': settings };
          const ours = isSignatureValid({ url: 'https://h.example/p', headers, body }, { sharedKeys: { k1: secret } });
          const theirs = validateRequest(
            secret,
            signature,
            'https://h.example/p',
            querystring.parse(body),
            getSignatureAlgorithm(settings),
          );
          expect(ours).toBe(theirs);
        }),
        { numRuns: 500 },
      );
      warn.mockRestore();
    });

    test('sign alike', () => {
      fc.assert(
        fc.property(secret, pairs, algorithm, (secret, pairs, algorithm) => {
          const body = writePairs(pairs);
          const sharedKey = { id: 'k1', secret, algorithm: algorithm as 'HMAC_SHA1' };
          expect(signRequest({ url: 'https://h.example/p', body }, { sharedKey })).toBe(
            getExpectedTwilioSignature(secret, 'https://h.example/p', querystring.parse(body), algorithm),
          );
        }),
      );
    });

    test('diverge: of two algorithms twilio takes the first, where nobody can say which one is meant', () => {
      const settings = 'key=k1,algorithm=HMAC_SHA1,algorithm=HMAC_SHA256';
      const signature = getExpectedTwilioSignature('secret', 'https://h.example/p', {});
      const headers = { 'x-twilio-signature': signature, 'x-twilio-webhooks-signature-settings': settings };
      expect(validateRequest('secret', signature, 'https://h.example/p', {}, getSignatureAlgorithm(settings))).toBe(true);
      expect(isSignatureValid({ url: 'https://h.example/p', headers }, { sharedKeys: { k1: 'secret' } })).toBe(false);
    });
  });
});
