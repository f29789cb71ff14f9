import { describe, expect, test } from 'vitest';
import { explainSignature, isSignatureValid, type SignatureCause, type SignedRequest } from '../../src/signature/index.js';
import { authToken, sha256, sign, tailOf } from './signing.js';

/** What an explanation may say, and what it may not for want of evidence. */
const url = 'https://hooks.example.com/twilio/sms';
const form =
  'MessageSid=SM00000000000000000000000000000002&SmsSid=SM00000000000000000000000000000002&AccountSid=AC00000000000000000000000000000001' +
  '&From=%2B15005550009&To=%2B15005550006&Body=Tom+%26+Jerry&NumMedia=0&ApiVersion=2010-04-01';
const parameters = Object.fromEntries(new URLSearchParams(form));
const FORM = 'application/x-www-form-urlencoded';

/** A form as it was signed, and what the verifier is given in its place. */
function given(body: unknown, { signed = url + tailOf(form), at = url, headers = {} as Record<string, string> } = {}): SignedRequest {
  return {
    url: at,
    method: 'POST',
    body: body as string,
    headers: { 'content-type': FORM, 'x-twilio-signature': sign(signed), ...headers },
  };
}

function explain(request: SignedRequest): ReturnType<typeof explainSignature> {
  expect(isSignatureValid(request, { authToken })).toBe(false);
  return explainSignature(request, { authToken });
}

describe('the token is blamed by nothing but evidence:', () => {
  const unexplained: readonly (readonly [what: string, request: SignedRequest])[] = [
    [
      'a platform shows the path as /',
      given(form, { at: 'https://x.cloudfunctions.example/', signed: `https://x.cloudfunctions.example/inboundSMS${tailOf(form)}` }),
    ],
    ['a path that nothing tells', given(form, { signed: `https://hooks.example.com/some/other/way${tailOf(form)}` })],
    ['a host that nothing tells', given(form, { signed: `https://api.example.net/twilio/sms${tailOf(form)}` })],
    ['a parameter with another value', given(form.replace('Tom', 'Spike'))],
    [
      'dotted names that were dropped',
      given(form, { signed: `${url}${tailOf(`${form}&MessagingBinding.Address=%2B1&MessagingBinding.Type=sms`)}` }),
    ],
    ['the token of another account', given(form, { headers: { 'x-twilio-signature': sign(url + tailOf(form), 'f'.repeat(32)) } })],
  ];

  test.each(unexplained)('%s', (_, request) => {
    const { cause, message, suggestion } = explain(request);
    expect(cause).toBe('unknown');
    expect(message).toMatch(/the URL given.*the parameters.*the auth token.*AC00000000000000000000000000000001/);
    expect(suggestion).toMatch(/^Compare the URL.*raw body.*Then look at the token\./);
  });

  test('a path of / brings up the function that gives the whole URL', () => {
    expect(explain(unexplained[0]?.[1] as SignedRequest).suggestion).toMatch(/publicUrl as a function/);
  });

  test('a body whose hash the URL has is no candidate', () => {
    const hashed = `${url}?bodySHA256=${sha256('{}')}`;
    const request = given('{}', { at: hashed, signed: 'other', headers: { 'content-type': 'application/json' } });
    expect(explain(request)).toMatchObject({ cause: 'unknown', message: expect.not.stringMatching(/parameters/) });
  });
});

describe('a body is called empty when it is', () => {
  test.each<readonly [what: string, body: unknown, says: RegExp]>([
    ['an object', { ...parameters, B: { c: '2' } }, /"B" of the body given is an object/],
    ['null', { ...parameters, ErrorCode: null }, /"ErrorCode" of the body given is null/],
    ['a list in a list', { ...parameters, L: [['a']] }, /"L" of the body given is a list of more than texts/],
    ['a number', { ...parameters, NumMedia: 0 }, /"NumMedia" of the body given is of type number/],
    ['a list', [{ a: 1 }], /a list, not the parameters of a form/],
  ])('and not where a value is %s', (_, body, says) => {
    const { cause, message } = explain(given(body, { signed: 'something else' }));
    expect(cause).toBe('body-parsed');
    expect(message).toMatch(says);
  });

  const dotted =
    'AccountSid=AC00000000000000000000000000000001&EventType=onParticipantAdded&MessagingBinding.Address=%2B15005550009&MessagingBinding.Type=sms';
  test('nested names are joined with dots, as those of Conversations are written', () => {
    const body = {
      AccountSid: 'AC00000000000000000000000000000001',
      EventType: 'onParticipantAdded',
      MessagingBinding: { Address: '+15005550009', Type: 'sms' },
    };
    const request = given(body, { signed: url + tailOf(dotted) });
    expect(explain(request)).toMatchObject({ cause: 'body-parsed', matchedUrl: url });
    expect(explain({ ...request, url: url.replace('https', 'http') })).toMatchObject({ cause: 'body-parsed', matchedUrl: url });
  });

  test('a list of pairs is read', () => {
    expect(explain(given([...new URLSearchParams(form)]))).toMatchObject({ cause: 'body-parsed', matchedUrl: url });
  });

  test('FormData is read where it has no file', () => {
    const data = new FormData();
    for (const [name, value] of new URLSearchParams(form)) data.append(name, value);
    expect(isSignatureValid(given(data), { authToken })).toBe(true);
    expect(explainSignature(given(data), { authToken }).valid).toBe(true);
    data.append('file', new Blob(['x']), 'x.txt');
    expect(explain(given(data)).cause).toBe('body-parsed');
  });
});

describe('a host that Twilio cannot call', () => {
  const hosts = [
    'localhost:3000',
    '127.0.0.1:3000',
    '10.1.2.3',
    '192.168.0.9:80',
    '172.20.1.1',
    '169.254.1.1',
    '100.64.0.1',
    '[::1]:3000',
    '[fd00::1]',
    'app',
    'web.default.svc.cluster.local',
    'api.internal',
    'printer.local',
  ];
  test.each(hosts)('is what is said first of %s', (host) => {
    const { cause, message, suggestion } = explain(given(form, { at: `http://${host}/twilio/sms`, headers: { host } }));
    expect(cause).toBe('wrong-host');
    expect(message).toContain('the public host is not known here');
    expect(suggestion).toMatch(/^Set publicUrl.*Then look at the token\./);
  });

  test.each(['172.15.0.1', '172.32.0.1', '100.128.0.1', '11.0.0.1', 'hooks.example.com', 'a.co', '[2001:db8::1]'])('is not %s', (host) => {
    expect(explain(given(form, { at: `https://${host}/twilio/sms`, signed: 'x' })).cause).toBe('unknown');
  });

  test('is no reason where a header names a public one, which was tried', () => {
    const headers = { 'x-forwarded-host': 'other.example.com' };
    expect(explain(given(form, { at: 'http://localhost:3000/twilio/sms', signed: 'x', headers })).cause).toBe('unknown');
  });
});

describe('several parameters at once', () => {
  const cases: readonly (readonly [cause: SignatureCause, what: string, request: SignedRequest, says: RegExp])[] = [
    [
      'parameter-added',
      "a router's own",
      given({ ...parameters, controller: 'hooks', action: 'sms', id: '7' }),
      /"action", "controller", "id" are left out/,
    ],
    [
      'parameter-added',
      'two in capitals',
      given({ ...parameters, Controller: 'hooks', Action: 'sms' }),
      /"Action", "Controller" are left out/,
    ],
    [
      'parameter-added',
      "a router's own, behind a proxy",
      given({ ...parameters, controller: 'a', action: 'b' }, { at: url.replace('https', 'http') }),
      /"action", "controller"/,
    ],
    [
      'parameter-missing',
      'two whose values are known',
      given(form.replace('&NumMedia=0', '').replace('&ApiVersion=2010-04-01', '')),
      /"ApiVersion", "NumMedia" are there/,
    ],
    [
      'parameter-missing',
      'one that is another',
      given(form.replace('&SmsSid=SM00000000000000000000000000000002', '')),
      /"SmsSid" is there/,
    ],
    ['parameter-changed', 'a character that was taken out', given({ ...parameters, Body: 'Tom  Jerry' }), /"Body" has one more character/],
  ];
  test.each(cases)('%s: %s', (cause, _, request, says) => {
    expect(explain(request)).toMatchObject({ cause, message: expect.stringMatching(says) });
  });
});

describe('advice', () => {
  test.each<readonly [SignatureCause, SignedRequest]>([
    ['trailing-slash', given(form, { at: `${url}/` })],
    ['wrong-path', given(form, { at: 'https://hooks.example.com/sms' })],
  ])('on %s names the publicUrl function', (cause, request) => {
    expect(explain(request)).toMatchObject({ cause, suggestion: expect.stringContaining('publicUrl as a function') });
  });

  test('is not the wrong way round where the plain scheme was signed', () => {
    const http = explain(given(form, { signed: url.replace('https', 'http') + tailOf(form) }));
    expect(http).toMatchObject({ cause: 'wrong-scheme', suggestion: expect.stringMatching(/^It was signed for http:\/\//) });
    const request = {
      method: 'GET',
      url: 'wss://hooks.example.com/media',
      headers: { 'x-twilio-signature': sign('ws://hooks.example.com/media') },
    };
    const ws = explain(request);
    expect(ws).toMatchObject({ cause: 'websocket-url', suggestion: expect.stringMatching(/^It was signed for ws:\/\//) });
    for (const { suggestion } of [http, ws]) expect(suggestion).not.toMatch(/TLS ends|Give the wss/);
  });

  test('says that a tool signed it, where a private host was signed', () => {
    const request = given(form, { signed: `http://localhost:3000/twilio/sms${tailOf(form)}`, headers: { host: 'localhost:3000' } });
    expect(explain(request).suggestion).toMatch(/a tool sent it and not Twilio.*ringback send --as "https:\/\/hooks\.example\.com"/);
  });

  test('says nothing twice', () => {
    const request = given(form, { at: 'http://localhost:3000/twilio/sms', headers: { 'x-forwarded-host': 'hooks.example.com' } });
    const { suggestion = '' } = explain(request);
    const sentences = suggestion.split(/(?<=\.) (?=[A-Z])/);
    expect(sentences.length).toBeGreaterThan(2);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});

describe('the URLs that were tried', () => {
  const at = 'https://hooks.example.com/sms?From=%2B15005550009&Body=CANARY&To=%2B15005550006';

  test('are few, and on GET hold no value', () => {
    for (const method of ['GET', 'get', undefined]) {
      const { triedUrls } = explain({ url: at, method, headers: { 'x-twilio-signature': sign('x') } });
      expect(triedUrls.length).toBeLessThanOrEqual(21);
      expect(triedUrls[0]).toBe('https://hooks.example.com/sms?From=…&Body=…&To=…');
      expect(triedUrls.join()).not.toMatch(/CANARY|15005550009/);
    }
  });

  test('hold none where the request is right either', () => {
    const { triedUrls, matchedUrl } = explainSignature(
      { url: at, method: 'GET', headers: { 'x-twilio-signature': sign(at) } },
      { authToken },
    );
    expect(matchedUrl).toBe(at);
    expect(triedUrls.join()).not.toContain('CANARY');
  });
});
