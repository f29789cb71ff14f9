import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  explainSignature,
  isSignatureValid,
  SignatureError,
  type SignatureOptions,
  type SignedRequest,
  signatureHeaders,
  signRequest,
  verifySignature,
} from '../../src/signature/index.js';
import { sign, tailOf } from './signing.js';

interface Vector extends SignedRequest {
  readonly id: string;
  readonly note: string;
  readonly valid: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

const { authToken, sharedKeys, vectors } = JSON.parse(readFileSync(new URL('../vectors/shared-keys.json', import.meta.url), 'utf8')) as {
  readonly authToken: string;
  readonly sharedKeys: Readonly<Record<string, string>>;
  readonly vectors: readonly Vector[];
};

const [[keyId = '', secret = ''] = [], [oldId = '', oldSecret = ''] = []] = Object.entries(sharedKeys);
const SETTINGS = 'X-Twilio-Webhooks-Signature-Settings';
const url = 'https://hooks.example.com/sms';
const form = 'AccountSid=AC00000000000000000000000000000001&Body=Hi&From=%2B15005550009';
const text = url + tailOf(form);

/** A form, signed by hand. */
function request(settings: string | readonly string[] | undefined, signature: string): SignedRequest {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature };
  return { url, method: 'POST', body: form, headers: { ...headers, ...(settings !== undefined && { [SETTINGS]: settings }) } };
}

function sha256(key: string): string {
  return createHmac('sha256', key).update(text).digest('base64');
}

function refusalOf(given: SignedRequest, options: SignatureOptions): string | undefined {
  try {
    verifySignature(given, options);
    return undefined;
  } catch (error) {
    if (error instanceof SignatureError) return error.code;
    throw error;
  }
}

describe('signatures that twilio 6.3.1 made', () => {
  test.each(vectors)('$id: $note', ({ valid, ...given }) => {
    expect(isSignatureValid(given, { authToken, sharedKeys })).toBe(valid);
    expect(isSignatureValid(given, { authToken, sharedKeys: (id) => sharedKeys[id] })).toBe(valid);
    expect(explainSignature(given, { authToken, sharedKeys }).valid).toBe(valid);
  });

  const named = vectors.filter(({ headers }) => (headers[SETTINGS] ?? '') !== '');

  test.each(named)('$id is nothing without the key', (given) => {
    expect(refusalOf(given, { authToken })).toBe('SIGNATURE_KEY_UNKNOWN');
    expect(refusalOf(given, { authToken: [authToken, secret, oldSecret] })).toBe('SIGNATURE_KEY_UNKNOWN');
  });
});

describe('two keys in use at once', () => {
  test.each([
    [keyId, secret],
    [oldId, oldSecret],
  ])('%s is verified by its own secret', (id, own) => {
    expect(isSignatureValid(request(`key=${id},algorithm=HMAC_SHA256`, sha256(own)), { sharedKeys })).toBe(true);
    const others = Object.fromEntries(Object.entries(sharedKeys).map(([name, value]) => [name, value === own ? 'another' : value]));
    expect(isSignatureValid(request(`key=${id},algorithm=HMAC_SHA256`, sha256(own)), { sharedKeys: others })).toBe(false);
  });
});

describe('nothing falls back:', () => {
  const options = { authToken, sharedKeys };
  test.each([
    ['a key that is not known, signed with the auth token', `key=other,algorithm=HMAC_SHA1`, sign(text, authToken)],
    ['a key that is not known, signed with a known secret', `key=other,algorithm=HMAC_SHA256`, sha256(secret)],
    ['an algorithm that is not known', `key=${keyId},algorithm=HMAC_MD5`, sign(text, secret)],
    ['an algorithm of a similar name', `key=${keyId},algorithm=SHA1`, sign(text, secret)],
    ['no key', 'algorithm=HMAC_SHA1', sign(text, authToken)],
    ['an empty key', 'key=,algorithm=HMAC_SHA1', sign(text, authToken)],
    ['a header that says something else', 'nothing', sign(text, authToken)],
    ['a comma', ',', sign(text, authToken)],
    ['two keys', `key=${keyId},key=${oldId}`, sign(text, secret)],
    ['two keys in two headers', [`key=${keyId}`, `key=${oldId}`], sign(text, secret)],
    ['two algorithms', `key=${keyId},algorithm=HMAC_SHA1,algorithm=HMAC_SHA256`, sha256(secret)],
    ['a name in another case', `Key=${keyId}`, sign(text, secret)],
  ])('%s', (_, settings, signature) => {
    expect(refusalOf(request(settings, signature), options)).toBe('SIGNATURE_KEY_UNKNOWN');
    const { cause, matchedUrl } = explainSignature(request(settings, signature), options);
    expect(cause).toBe('shared-key');
    expect(matchedUrl === undefined || matchedUrl === url).toBe(true);
  });

  test('the same key or algorithm said twice is one', () => {
    const settings = `key=${keyId},algorithm=HMAC_SHA256,key=${keyId},algorithm=hmac_sha256`;
    expect(isSignatureValid(request(settings, sha256(secret)), options)).toBe(true);
  });

  test('a signature of the other length is malformed', () => {
    expect(refusalOf(request(`key=${keyId},algorithm=HMAC_SHA256`, sign(text, secret)), options)).toBe('SIGNATURE_MALFORMED');
    expect(refusalOf(request(`key=${keyId},algorithm=HMAC_SHA1`, sha256(secret)), options)).toBe('SIGNATURE_MALFORMED');
    expect(refusalOf(request(undefined, sha256(authToken)), options)).toBe('SIGNATURE_MALFORMED');
  });

  test('what names no key is refused where shared keys alone are given', () => {
    expect(refusalOf(request(undefined, sign(text, authToken)), { sharedKeys })).toBe('SIGNATURE_KEY_UNKNOWN');
    expect(explainSignature(request(undefined, sign(text, authToken)), { sharedKeys })).toMatchObject({
      cause: 'shared-key',
      message: expect.stringContaining('none was given'),
      suggestion: expect.stringContaining('authToken'),
    });
  });
});

describe('an explanation', () => {
  const named = `key=${keyId},algorithm=HMAC_SHA256`;
  test.each<readonly [what: string, given: SignedRequest, options: SignatureOptions, says: string]>([
    [
      'tells the keys that are known',
      request('key=k9', sign(text, 'x')),
      { sharedKeys: { a: 'secret-a', b: 'secret-b' } },
      'have "a", "b"',
    ],
    ['tells that none are', request('key=k9', sign(text, 'x')), { authToken }, 'no sharedKeys were given'],
    ['tells that a function knew none', request('key=k9', sign(text, 'x')), { sharedKeys: () => undefined }, 'the sharedKeys function'],
    [
      'tells the algorithms that are known',
      request(`key=${keyId},algorithm=HMAC_MD5`, sign(text, 'x')),
      { sharedKeys },
      '"HMAC_MD5". HMAC_SHA1 and',
    ],
    [
      'tells another key that fits',
      request(named, sha256(oldSecret)),
      { sharedKeys },
      `the shared key "${oldId}" signs it, where the header names "${keyId}"`,
    ],
    [
      'tells a known key under an unknown name',
      request('key=k9,algorithm=HMAC_SHA256', sha256(secret)),
      { sharedKeys },
      `"${keyId}" signs it`,
    ],
    [
      'tells that the auth token fits',
      request(`key=${keyId}`, sign(text, authToken)),
      { authToken, sharedKeys },
      'the auth token signs it',
    ],
    ['tells another algorithm that fits', request(named, sign(text, secret)), { sharedKeys }, 'the algorithm is HMAC_SHA1'],
    [
      'tells a secret with a line end',
      request(named, sha256(secret)),
      { sharedKeys: { [keyId]: `${secret}\n` } },
      'has no white space around it',
    ],
    ['tells that the header was lost', request(undefined, sha256(secret)), { authToken, sharedKeys }, 'and the request lacks it'],
    [
      'tells that the header of SHA-1 was lost',
      request(undefined, sign(text, secret)),
      { authToken, sharedKeys },
      'and the request lacks it',
    ],
    ['tells that a header must have been lost', request(undefined, sha256('x')), { authToken }, '32 bytes'],
  ])('%s', (_, given, options, says) => {
    const explanation = explainSignature(given, options);
    expect(explanation).toMatchObject({ valid: false, cause: 'shared-key', message: expect.stringContaining(says) });
    for (const hidden of [secret, oldSecret, authToken, 'secret-a']) expect(JSON.stringify(explanation)).not.toContain(hidden);
  });

  test('looks for other reasons with the secret and the algorithm of the key', () => {
    const given = { ...request(named, sha256(secret)), url: url.replace('https', 'http') };
    expect(explainSignature(given, { sharedKeys })).toMatchObject({ cause: 'wrong-scheme', matchedUrl: url });
  });

  test('names URL and parameters before the secret', () => {
    const { cause, message } = explainSignature(request(named, sha256('x')), { sharedKeys });
    expect(cause).toBe('unknown');
    expect(message).toMatch(/the URL given.*the parameters.*the secret given is not that of the shared key/);
  });

  test('knows the header of the private beta, which is not read any more', () => {
    const { headers, ...given } = request(undefined, sign(text, 'beta'));
    const explanation = explainSignature(
      { ...given, headers: { ...headers, 'x-twilio-signature-key-sid': 'SK1' } as never },
      { authToken },
    );
    expect(explanation).toMatchObject({ cause: 'shared-key', message: expect.stringMatching(/"SK1".*private beta/) });
  });
});

describe('secrets that can never work are a mistake of the program', () => {
  const given = request(`key=${keyId}`, sign(text, secret));
  test.each<[string, unknown]>([
    ['no secret at all', {}],
    ['an empty list of keys', { sharedKeys: {} }],
    ['an empty secret', { authToken, sharedKeys: { [keyId]: '' } }],
    ['an empty secret of another key', { authToken, sharedKeys: { [keyId]: secret, other: ' ' } }],
    ['a secret that was not set', { sharedKeys: { [keyId]: `${process.env.RINGBACK_NO_SUCH_VARIABLE}` } }],
    ['a secret that is no text', { sharedKeys: { [keyId]: 7 } }],
    ['a Map', { authToken, sharedKeys: new Map([[keyId, secret]]) }],
    ['a list', { authToken, sharedKeys: [secret] }],
    ['a text', { authToken, sharedKeys: secret }],
    ['null', { authToken, sharedKeys: null }],
    ['a function that finds an empty text', { sharedKeys: () => '' }],
    ['a function that returns a promise', { sharedKeys: async () => secret }],
    ['an empty token beside a key', { authToken: '', sharedKeys }],
  ])('%s', (_, options) => {
    expect(() => isSignatureValid(given, options as SignatureOptions)).toThrow(TypeError);
    expect(() => verifySignature(given, options as SignatureOptions)).toThrow(TypeError);
    expect(() => explainSignature(given, options as SignatureOptions)).toThrow(TypeError);
  });
});

describe('whatever the header holds', () => {
  const hostile = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a=b', '*', 'x'.repeat(201), 'x'.repeat(100_000), 'ä', 'a b'];

  test.each(hostile)('a key called %.40s is unknown, and no object is asked for it', (id) => {
    for (const signature of [sign(text, authToken), sign(text, secret), sign(text, 'undefined'), sign(text, '[object Object]')]) {
      for (const options of [{ authToken, sharedKeys }, { sharedKeys }, { sharedKeys: (key: string) => sharedKeys[key] }]) {
        expect(refusalOf(request(`key=${id},algorithm=HMAC_SHA1`, signature), options)).toBe('SIGNATURE_KEY_UNKNOWN');
      }
    }
  });

  test('functions are asked for visible ids of a bounded length alone', () => {
    const asked: string[] = [];
    for (const id of [...hostile, keyId])
      isSignatureValid(request(`key=${id}`, sign(text, 'x')), { sharedKeys: (key) => void asked.push(key) });
    expect(asked).toEqual(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a=b', '*', keyId]);
  });

  test('a key of such a name works when it is given', () => {
    const own = JSON.parse('{"__proto__":"a-secret"}');
    expect(isSignatureValid(request('key=__proto__', sign(text, 'a-secret')), { sharedKeys: own })).toBe(true);
  });

  test('there is a verdict', () => {
    const piece = fc.oneof(
      fc.constantFrom('key', 'algorithm', '=', ',', ' ', keyId, 'HMAC_SHA1', 'HMAC_SHA256', '__proto__', '\0'),
      fc.string(),
    );
    const header = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(header, fc.array(header)), (settings) => {
        // The one way in is to name the key by itself.
        expect(isSignatureValid(request(settings, sha256('x')), { authToken, sharedKeys })).toBe(false);
        expect(explainSignature(request(settings, sha256('x')), { authToken, sharedKeys }).valid).toBe(false);
      }),
    );
  });

  test('its size is no obstacle', () => {
    for (const long of [',', 'key=a,', '=', 'algorithm=HMAC_SHA1,', ' ']) {
      expect(isSignatureValid(request(long.repeat(2 ** 20 / long.length), sha256('x')), { authToken, sharedKeys })).toBe(false);
    }
  });
});

describe('signatureHeaders', () => {
  test('are those that verify, with either algorithm', () => {
    for (const algorithm of ['HMAC_SHA1', 'HMAC_SHA256', undefined] as const) {
      const headers = signatureHeaders({ url, body: form }, { sharedKey: { id: keyId, secret, algorithm } });
      expect(headers).toEqual({
        'x-twilio-signature': algorithm === 'HMAC_SHA256' ? sha256(secret) : sign(text, secret),
        'x-twilio-webhooks-signature-settings': `key=${keyId},algorithm=${algorithm ?? 'HMAC_SHA1'}`,
      });
      expect(isSignatureValid({ url, body: form, headers }, { sharedKeys })).toBe(true);
      expect(signRequest({ url, body: form }, { sharedKey: { id: keyId, secret, algorithm } })).toBe(headers['x-twilio-signature']);
    }
  });

  test('of an auth token are one', () => {
    expect(signatureHeaders({ url, body: form }, { authToken })).toEqual({ 'x-twilio-signature': sign(text, authToken) });
  });

  test.each([
    { id: '', secret },
    { id: 'a,b', secret },
    { id: undefined, secret },
    { id: keyId, secret: '' },
    { id: keyId, secret, algorithm: 'HMAC_MD5' },
  ])('refuse a key that no header can name: %j', (sharedKey) => {
    expect(() => signatureHeaders({ url }, { sharedKey: sharedKey as never })).toThrow(TypeError);
  });
});
