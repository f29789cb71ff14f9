import { describe, expect, test } from 'vitest';
import { isSignatureValid, SignatureError, type SignedRequest, verifySignature } from '../../src/signature/index.js';
import { authToken, sign } from './signing.js';
import { readBytes, twilioVectors } from './vectors.js';

function formRequest(
  url: string,
  body: SignedRequest['body'],
  signedText: string,
  contentType = 'application/x-www-form-urlencoded',
): SignedRequest {
  return { url, method: 'POST', headers: { 'content-type': contentType, 'x-twilio-signature': sign(signedText) }, body };
}

function codeOf(request: SignedRequest): string | undefined {
  try {
    verifySignature(request, { authToken });
    return undefined;
  } catch (error) {
    return error instanceof SignatureError ? error.code : `not a SignatureError: ${String(error)}`;
  }
}

function catchError(run: () => void): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('every vector has its verdict', () => {
  const settled = twilioVectors.filter(({ either, authToken }) => either !== true && authToken !== '');

  test.each(settled)('$id', (vector) => {
    const { url, method, headers, valid } = vector;
    const body = readBytes(vector);
    expect(isSignatureValid({ url, method, headers, body }, { authToken: vector.authToken })).toBe(valid);
    expect(isSignatureValid({ url, method, headers: new Headers(headers), body }, { authToken: vector.authToken })).toBe(valid);
  });

  test.each(settled.filter(({ body }) => body !== undefined))('$id, given as text', ({ url, method, headers, body, valid, authToken }) => {
    expect(isSignatureValid({ url, method, headers, body }, { authToken })).toBe(valid);
  });

  const forms = settled.filter(({ headers, body }) => body !== undefined && headers['Content-Type']?.includes('urlencoded'));
  test.each(forms)('$id, parsed already', ({ url, method, headers, body, valid, authToken }) => {
    expect(isSignatureValid({ url, method, headers, body: new URLSearchParams(body) }, { authToken })).toBe(valid);
  });
});

describe('a missing auth token is a mistake of the program', () => {
  const request = formRequest('https://example.com/sms', 'a=1', 'https://example.com/smsa1');

  test.each([
    ['an empty text', ''],
    ['white space', ' \n'],
    ['no token', undefined],
    ['an empty list', []],
    ['a list with an empty text', [authToken, '']],
    ['the name of a missing value', 'undefined'],
  ])('%s', (_, missing) => {
    expect(() => verifySignature(request, { authToken: missing as string })).toThrow(TypeError);
    expect(() => isSignatureValid(request, { authToken: missing as string })).toThrow(TypeError);
  });
});

describe('what is refused says so by its code', () => {
  const url = 'https://example.com/hook';
  const json = { 'content-type': 'application/json' };

  test('a request without the header', () => {
    expect(codeOf({ url, headers: {}, body: 'a=1' })).toBe('SIGNATURE_MISSING');
    expect(codeOf({ url, headers: { 'x-twilio-signature': '' }, body: 'a=1' })).toBe('SIGNATURE_MISSING');
  });

  test.each([
    ['base64url', 'cY40yaXehnYD-znLRXC-awiFAn0='],
    ['without padding', 'cY40yaXehnYDznLRXCawiFAn00'],
    ['with bits behind the last byte', 'cY40yaXehnYDAznLRXCAawiFAn1='],
    ['of another length', 'cY40yaXehnYDAznLRXCAawiFAn0cY40yaXehnYDAzn0='],
    ['with white space', ' cY40yaXehnYDAznLRXCAawiFAn0='],
  ])('a header that is no signature: %s', (_, header) => {
    expect(codeOf({ url, headers: { 'x-twilio-signature': header }, body: 'a=1' })).toBe('SIGNATURE_MALFORMED');
  });

  test('a header that came twice', () => {
    const right = sign(`${url}a1`);
    expect(codeOf({ url, headers: { 'x-twilio-signature': [right] }, body: 'a=1' })).toBeUndefined();
    expect(codeOf({ url, headers: { 'x-twilio-signature': [right, right] }, body: 'a=1' })).toBe('SIGNATURE_MALFORMED');
  });

  test('a changed parameter', () => {
    expect(codeOf(formRequest(url, 'a=2', `${url}a1`))).toBe('SIGNATURE_MISMATCH');
  });

  test('a body that neither parameters nor a hash cover, though the URL is signed', () => {
    expect(codeOf({ url, headers: { ...json, 'x-twilio-signature': sign(url) }, body: '{"a":1}' })).toBe('SIGNATURE_BODY_UNSIGNED');
    expect(codeOf({ url, headers: { ...json, 'x-twilio-signature': sign(url) }, body: '' })).toBeUndefined();
  });

  test('a body that is not the hashed one', () => {
    const hashed = `${url}?bodySHA256=015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862`;
    const headers = { ...json, 'x-twilio-signature': sign(hashed) };
    expect(codeOf({ url: hashed, headers, body: '{"a":1}' })).toBeUndefined();
    expect(codeOf({ url: hashed, headers, body: '{"a":2}' })).toBe('SIGNATURE_BODY_MISMATCH');
    expect(codeOf({ url: hashed, headers, body: { a: '1' } })).toBe('SIGNATURE_BODY_MISMATCH');
  });

  test('a captured hashed body, sent again as an empty form', () => {
    const hashed = `${url}?bodySHA256=015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862`;
    for (const body of ['', '&', '=', {}, undefined]) expect(codeOf(formRequest(hashed, body, hashed))).toBe('SIGNATURE_BODY_MISMATCH');
  });

  test('the reason is looked for when somebody asks, and once', () => {
    let reads = 0;
    class CountingHeaders extends Headers {
      override get(name: string): string | null {
        reads += 1;
        return super.get(name);
      }
    }
    const { headers, ...refused } = formRequest(url, 'a=2', `${url}a1`);
    const request = { ...refused, headers: new CountingHeaders(headers as Record<string, string>) };
    const error = catchError(() => verifySignature(request, { authToken }));
    const readsToRefuse = reads;
    expect(error).toMatchObject({ status: 403, name: 'SignatureError' });
    const { explanation } = error as SignatureError;
    expect(explanation).toMatchObject({ valid: false, cause: 'unknown' });
    const readsToExplain = reads;
    expect(readsToExplain).toBeGreaterThan(readsToRefuse);
    expect((error as SignatureError).explanation).toBe(explanation);
    expect(reads).toBe(readsToExplain);
  });
});

describe('bodies', () => {
  const url = 'https://example.com/hook';

  test('text without a Content-Type is a form', () => {
    expect(isSignatureValid({ url, headers: { 'x-twilio-signature': sign(`${url}ab c`) }, body: 'a=b+c' }, { authToken })).toBe(true);
  });

  test('a body without a Content-Type may have its hash in the URL', () => {
    const hashed = `${url}?bodySHA256=015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862`;
    const headers = { 'x-twilio-signature': sign(hashed) };
    expect(isSignatureValid({ url: hashed, headers, body: '{"a":1}' }, { authToken })).toBe(true);
    expect(isSignatureValid({ url: hashed, headers, body: '{"a":2}' }, { authToken })).toBe(false);
  });

  test('names that are properties of every object are parameters like others', () => {
    const text = `${url}__proto__2constructor1toString3`;
    expect(codeOf(formRequest(url, 'constructor=1&__proto__=2&toString=3', text))).toBeUndefined();
    const parsed = JSON.parse('{"constructor":"1","__proto__":"2","toString":"3"}') as Record<string, string>;
    expect(codeOf(formRequest(url, parsed, text))).toBeUndefined();
  });

  test('values that a parser made into objects are refused, whatever is signed', () => {
    for (const value of [{ b: 'c' }, 1, null, true, [{}], undefined]) {
      expect(codeOf(formRequest(url, { a: value } as never, `${url}a${String(value)}`))).toBe('SIGNATURE_MISMATCH');
    }
    for (const body of [[], ['a'], 5, true] as never[]) expect(codeOf(formRequest(url, body, url))).toBe('SIGNATURE_MISMATCH');
  });

  test('objects that look empty but are not are a mistake of the program', () => {
    for (const body of [new Map(), new ReadableStream(), new Blob(['a=1'])] as never[]) {
      expect(() => isSignatureValid(formRequest(url, body, url), { authToken })).toThrow(TypeError);
    }
  });

  test('the empty object that a framework makes for a GET is no body', () => {
    const headers = { 'content-type': 'application/json', 'x-twilio-signature': sign(url) };
    expect(codeOf({ url, method: 'GET', headers, body: {} })).toBeUndefined();
    expect(codeOf({ url, method: 'POST', headers, body: {} })).toBe('SIGNATURE_BODY_UNSIGNED');
  });
});

describe('spellings of the URL', () => {
  const at = (url: string, signed: string): boolean =>
    isSignatureValid({ url, headers: { 'x-twilio-signature': sign(signed) } }, { authToken });

  test.each([
    ['the port is dropped', 'https://h.example:8443/p?q=1', 'https://h.example/p?q=1'],
    ['the default port is written', 'https://h.example/p', 'https://h.example:443/p'],
    ['the default port of http', 'HTTP://h.example/p', 'HTTP://h.example:80/p'],
    ['the default port of a secure WebSocket', 'wss://h.example/p', 'wss://h.example:443/p'],
    ['an IPv6 address has colons of its own', 'https://[2001:db8::1]/p', 'https://[2001:db8::1]:443/p'],
    ['a fragment of connection overrides', 'https://h.example/p?q=1#rc=2&ct=100', 'https://h.example/p?q=1'],
    ['credentials are not signed', 'https://user:p@ss@h.example/p', 'https://h.example/p'],
    ['credentials are signed by some', 'https://user:pass@h.example/p', 'https://user:pass@h.example/p'],
    ['a WebSocket gains a slash', 'wss://h.example/media', 'wss://h.example/media/'],
    ['a WebSocket loses a slash', 'wss://h.example/media/', 'wss://h.example/media'],
    ['a WebSocket gains a slash before its query', 'wss://h.example/media?a=1', 'wss://h.example/media/?a=1'],
    ['an empty path is a slash', 'https://h.example?q=1', 'https://h.example/?q=1'],
    ['a host in another case', 'https://H.Example/p', 'https://h.example/p'],
    ['an international name', 'https://münchen.example/p', 'https://xn--mnchen-3ya.example/p'],
    ['a quote that was escaped on the way', 'https://h.example/p?c=O%27hara', "https://h.example/p?c=O'hara"],
    ['a quote that was escaped on the way, beside a plus', 'https://h.example/p?c=O%27hara+x', "https://h.example/p?c=O'hara+x"],
    ['a quote that the signer escaped', "https://h.example/p?c=O'hara", 'https://h.example/p?c=O%27hara'],
    ['a plus that the signer escaped', 'https://h.example/p?c=a+b', 'https://h.example/p?c=a%20b'],
  ])('%s', (_, url, signed) => {
    expect(at(url, signed)).toBe(true);
  });

  test.each([
    ['another scheme', 'http://h.example/p', 'https://h.example/p'],
    ['a slash on a URL that is no WebSocket', 'https://h.example/p', 'https://h.example/p/'],
    ['another port', 'https://h.example/p', 'https://h.example:8443/p'],
    ['a secure WebSocket at port 80', 'wss://h.example/p', 'wss://h.example:80/p'],
    ['a fragment that was signed', 'https://h.example/p#rc=2', 'https://h.example/p#rc=2'],
    ['a relative URL, though signed as it is', '/p', '/p'],
    ['no URL, though signed as it is', '', ''],
  ])('not %s', (_, url, signed) => {
    expect(at(url, signed)).toBe(false);
  });

  test('no header offers another URL', () => {
    const headers = {
      host: 'h.example',
      'x-forwarded-host': 'h.example',
      'x-forwarded-proto': 'https',
      'x-twilio-signature': sign('https://h.example/p'),
    };
    expect(isSignatureValid({ url: 'http://inner.example/p', headers }, { authToken })).toBe(false);
  });
});

test('any of several tokens may have signed', () => {
  const request = formRequest('https://example.com/sms', 'a=1', 'https://example.com/smsa1');
  expect(isSignatureValid(request, { authToken: ['f'.repeat(32), authToken] })).toBe(true);
  expect(isSignatureValid(request, { authToken: ['f'.repeat(32), 'e'.repeat(32)] })).toBe(false);
});
