import crypto from 'node:crypto';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { explainSignature, isSignatureValid, type SignatureCause, type SignedRequest } from '../../src/signature/index.js';
import { authToken, sha256, sign, tailOf } from './signing.js';
import { twilioVectors } from './vectors.js';

const url = 'https://hooks.example.com/twilio/sms';
const form =
  'AccountSid=AC00000000000000000000000000000001&MessageSid=SM00000000000000000000000000000002&From=%2B15005550009&To=%2B15005550006&FromCity=&Body=Hi+there';
const json = '[{"id":"EV1","type":"com.twilio.messaging.message.sent"}]';
const FORM = 'application/x-www-form-urlencoded';

interface Mangled extends Omit<SignedRequest, 'headers'> {
  readonly headers?: Record<string, string>;
  /** The text that Twilio signed, where it is not that of the form at the URL. */
  readonly signed?: string;
}

/** What the verifier is given, where Twilio sent the form above to the URL above. */
function form0(mangled: Partial<Mangled>): SignedRequest {
  const { signed = url + tailOf(form), headers, ...rest } = mangled;
  return { url, method: 'POST', body: form, ...rest, headers: { 'content-type': FORM, 'x-twilio-signature': sign(signed), ...headers } };
}

/** What the verifier is given, where Twilio sent the JSON above. */
function json0(mangled: Partial<Mangled>): SignedRequest {
  const hashed = `${url}?bodySHA256=${sha256(json)}`;
  return form0({
    url: hashed,
    body: json,
    signed: hashed,
    ...mangled,
    headers: { 'content-type': 'application/json', ...mangled.headers },
  });
}

/** What the verifier is given, where Twilio called with GET or opened a WebSocket. */
function get0(signed: string, mangled: Partial<Mangled>): SignedRequest {
  return { method: 'GET', url: signed, ...mangled, headers: { 'x-twilio-signature': sign(signed), ...mangled.headers } };
}

const parameters = Object.fromEntries(new URLSearchParams(form));
const without = (...names: string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(parameters).filter(([name]) => !names.includes(name)));

const unsorted = `${url}?step=2&Called=%2B1&ToState=NY&CallerCountry=US&Direction=inbound&CallSid=CA1&AccountSid=AC1&From=%2B2&CallStatus=ringing`;
const sortQuery = (text: string): string => {
  const [path, query = ''] = text.split('?');
  return `${path}?${query.split('&').toSorted().join('&')}`;
};

const cases: readonly (readonly [cause: SignatureCause, what: string, request: SignedRequest, says: RegExp])[] = [
  ['wrong-scheme', 'TLS ends at a proxy', form0({ url: url.replace('https', 'http') }), /scheme is https/],
  [
    'wrong-host',
    'a proxy names the host',
    form0({ url: url.replace('hooks.example.com', '10.0.0.5'), headers: { 'x-forwarded-host': 'hooks.example.com' } }),
    /x-forwarded-host/,
  ],
  [
    'wrong-host',
    'a proxy names the host as the standard says',
    form0({ url: 'http://inner:3000/twilio/sms', headers: { forwarded: 'for=1.2.3.4;host="hooks.example.com";proto=https' } }),
    /forwarded/,
  ],
  [
    'wrong-host',
    'the Host header is the public one',
    form0({ url: 'https://localhost/twilio/sms', headers: { host: 'hooks.example.com' } }),
    /header host/,
  ],
  ['wrong-scheme', 'two proxies named their schemes', form0({ url: url.replace('https', 'https,http') }), /"https".*a list/],
  ['wrong-scheme', 'lists of schemes and hosts', form0({ url: 'http, https://a.example,hooks.example.com/twilio/sms' }), /a list/],
  ['wrong-scheme', 'the scheme was forgotten', form0({ url: url.replace('https://', '') }), /starts with https:\/\//],
  ['wrong-scheme', 'no scheme, and nothing else fits', form0({ url: 'other.example.com/sms' }), /does not begin with a scheme/],
  ['wrong-host', 'two proxies named their hosts', form0({ url: url.replace('.com', '.com, inner:3000') }), /"hooks\.example\.com".*a list/],
  ['wrong-host', 'a path alone, and no header names the host', form0({ url: '/twilio/sms' }), /is a path alone/],
  ['wrong-host', "a framework's path alone", form0({ url: '/twilio/sms', headers: { host: 'hooks.example.com' } }), /path alone/],
  ['wrong-host', 'www was taken away', form0({ signed: url.replace('hooks', 'www.hooks') + tailOf(form) }), /www\.hooks/],
  [
    'wrong-port',
    'a public port that the program does not know',
    form0({ signed: url.replace('.com', '.com:8443') + tailOf(form) }),
    /port is 8443/,
  ],
  [
    'wrong-port',
    'the port that a proxy names',
    form0({ signed: url.replace('.com', '.com:31337') + tailOf(form), headers: { 'x-forwarded-port': '31337' } }),
    /port is 31337/,
  ],
  [
    'wrong-port',
    'the port of the Host header',
    form0({ signed: url.replace('.com', '.com:2222') + tailOf(form), headers: { host: 'hooks.example.com:2222' } }),
    /2222/,
  ],
  ['wrong-path', 'a router cut its mount path', form0({ url: 'https://hooks.example.com/sms' }), /path is "\/twilio\/sms"/],
  ['wrong-path', 'a stage was put in front', form0({ url: 'https://hooks.example.com/prod/twilio/sms' }), /path is "\/twilio\/sms"/],
  [
    'wrong-path',
    'a rewrite',
    form0({ url: 'https://hooks.example.com/.netlify/functions/sms', signed: `https://hooks.example.com/api/sms${tailOf(form)}` }),
    /"\/api\/sms"/,
  ],
  [
    'wrong-path',
    'a header keeps the path',
    form0({ url: 'https://hooks.example.com/index', headers: { 'x-original-url': '/twilio/sms' } }),
    /x-original-url/,
  ],
  [
    'wrong-path',
    'a header keeps the prefix',
    form0({ url: 'https://hooks.example.com/sms', headers: { 'x-forwarded-prefix': '/twilio/' } }),
    /x-forwarded-prefix/,
  ],
  [
    'wrong-path',
    'a proxy hides scheme, host and path',
    form0({ url: 'http://127.0.0.1:8080/x', headers: { 'x-forwarded-host': 'hooks.example.com', 'x-original-uri': '/twilio/sms' } }),
    /scheme is https.*and the URL's host.*and the URL's path/,
  ],
  ['wrong-path', 'two slashes became one', form0({ signed: `https://hooks.example.com//twilio/sms${tailOf(form)}` }), /"\/\/twilio\/sms"/],
  ['trailing-slash', 'a slash was added', form0({ url: `${url}/` }), /no slash at the end/],
  [
    'trailing-slash',
    'a slash was taken away, behind a proxy',
    form0({ url: 'http://hooks.example.com/twilio', signed: `https://hooks.example.com/twilio/${tailOf(form)}` }),
    /slash at the end/,
  ],
  ['query-changed', 'the query was left out', form0({ signed: `${url}?${tailOf(form)}` }), /question mark/],
  [
    'query-changed',
    'a platform added a pair',
    form0({ url: `${url}?a=1&bypass=true`, signed: `${url}?a=1${tailOf(form)}` }),
    /no "bypass"/,
  ],
  ['query-changed', 'a platform added the whole query', form0({ url: `${url}?bypass=true` }), /query is left out/],
  ['query-changed', 'the query was sorted', get0(`${url}?z=1&a=2&m=3`, { url: `${url}?a=2&m=3&z=1` }), /another order/],
  [
    'query-changed',
    'the query was sorted and its spaces were written anew',
    form0({ signed: `${url}?step=2&note=not+found${tailOf(form)}`, url: `${url}?note=not%20found&step=2` }),
    /another order, with spaces written \+/,
  ],
  ['query-changed', 'the long query of a GET was sorted', get0(unsorted, { url: sortQuery(unsorted) }), /sorted by name/],
  [
    'query-changed',
    'the query was passed as the body',
    get0(`${url}?CallSid=CA1&From=%2B1&City=SAN%20FRANCISCO`, { url, body: { CallSid: 'CA1', From: '+1', City: 'SAN FRANCISCO' } }),
    /parameters in its query/,
  ],
  ['query-changed', 'the hash was lost with the query', json0({ url }), /bodySHA256/],
  [
    'url-encoding',
    'an @ and a colon were escaped',
    get0(`${url}?to=sip:a@b.example`, { url: `${url}?to=sip%3Aa%40b.example` }),
    /@ and : are not escaped/,
  ],
  ['url-encoding', 'a space was written anew', get0(`${url}?n=a%20b&c=x:y`, { url: `${url}?n=a+b&c=x:y` }), /%20/],
  ['url-encoding', 'everything was decoded', get0(`${url}?n=%2B1%20%C3%A9`, { url: `${url}?n=+1 é` }), /%2B/],
  ['url-encoding', 'an HTML page escaped it', get0(`${url}?a=1&b=2`, { url: `${url}?a=1&amp;b=2` }), /&amp;/],
  [
    'url-encoding',
    'the path was escaped twice',
    form0({ url: 'https://hooks.example.com/a%2520b', signed: `https://hooks.example.com/a%20b${tailOf(form)}` }),
    /./,
  ],
  [
    'fragment',
    'some other program signed the fragment',
    form0({ url: `${url}#rc=2`, signed: `${url}#rc=2${tailOf(form)}` }),
    /fragment is signed/,
  ],
  ['fragment', 'the number sign was escaped', form0({ url: `${url}%23rc=2` }), /%23/],
  [
    'parameter-changed',
    'a value was trimmed',
    form0({ signed: url + tailOf(form.replace('there', 'there+')) }),
    /"Body" ends with a space/,
  ],
  ['parameter-changed', 'a plus was lost', form0({ body: form.replaceAll('%2B', '+') }), /space in front of digits is a plus/],
  ['parameter-changed', 'an empty value became null', form0({ body: { ...parameters, FromCity: 'null' } }), /null/],
  ['parameter-changed', 'UTF-8 was read as Latin-1', form0({ body: { Body: 'cafÃ©' }, signed: `${url}Bodycafé` }), /Latin-1/],
  ['parameter-changed', 'a sanitiser wrote entities', form0({ body: { Body: 'a &amp; b&#39;s' }, signed: `${url}Bodya & b's` }), /HTML/],
  [
    'parameter-changed',
    'PHP changed a name',
    form0({ body: { MessagingBinding_Address: 'x' }, signed: `${url}MessagingBinding.Addressx` }),
    /dots/,
  ],
  ['parameter-missing', 'empty values were dropped', form0({ body: without('FromCity') }), /"FromCity"/],
  [
    'parameter-missing',
    'the empty body of a picture message was dropped, behind a proxy',
    form0({ url: url.replace('https', 'http'), body: 'From=a', signed: `${url}BodyFroma` }),
    /"Body"/,
  ],
  ['parameter-added', 'a proxy added one', form0({ body: `${form}&utm_source=x` }), /"utm_source" is left out/],
  ['parameter-added', 'a parser added empty ones', form0({ body: 'A=1&B=&C=', signed: `${url}A1` }), /empty parameters are left out/],
  ['parameters-counted-twice', 'GET', get0(`${url}?CallSid=CA1`, { body: { CallSid: 'CA1' } }), /URL alone is signed/],
  [
    'parameters-counted-twice',
    'GET, and the method was not given',
    get0(`${url}?CallSid=CA1&From=%2B1`, { method: undefined, body: { CallSid: 'CA1', From: '+1' } }),
    /URL alone is signed/,
  ],
  [
    'parameters-counted-twice',
    'the query was merged into the body',
    form0({ url: `${url}?user=7`, signed: `${url}?user=7${tailOf(form)}`, body: { ...parameters, user: '7' } }),
    /query are not counted/,
  ],
  ['duplicate-parameter-lost', 'values were joined', form0({ body: { k: 'a,b' }, signed: `${url}kakb` }), /comma/],
  ['duplicate-parameter-lost', 'names gained brackets', form0({ body: { 'k[]': ['a', 'b'] }, signed: `${url}kakb` }), /brackets/],
  ['body-missing', 'something read the body', form0({ body: '' }), /empty/],
  ['body-missing', 'nothing parsed the body', form0({ body: {} }), /empty/],
  ['body-missing', 'something read the JSON', json0({ body: '' }), /empty/],
  [
    'body-parsed',
    'a parser nested the names',
    form0({ body: { a: { b: '1' }, c: ['2', '3'] } as never, signed: `${url}a[b]1c2c3` }),
    /parser/,
  ],
  [
    'body-parsed',
    'a parser changed types',
    form0({ body: { NumMedia: 0, Ok: true, City: null } as never, signed: `${url}CityNumMedia0Oktrue` }),
    /parser/,
  ],
  ['body-parsed', 'a form was written as JSON', form0({ body: JSON.stringify(parameters) }), /JSON/],
  ['body-parsed', 'JSON was parsed', json0({ body: JSON.parse(json) }), /parsed already/],
  ['body-parsed', 'JSON was parsed and written anew', json0({ body: JSON.stringify(JSON.parse(json), undefined, 2) }), /written anew/],
  ['body-changed', 'a form came as base64', form0({ body: Buffer.from(form).toString('base64') }), /base64/],
  ['body-changed', 'JSON came as base64', json0({ body: Buffer.from(json).toString('base64') }), /base64/],
  ['body-changed', 'a relay added a line end', json0({ body: `${json}\n` }), /line end/],
  ['body-changed', 'the JSON says something else', json0({ body: json.replace('EV1', 'EV2') }), /SHA-256/],
  [
    'body-changed',
    'the form was cut short',
    form0({ body: form.slice(0, -10), headers: { 'content-length': String(form.length) } }),
    /Content-Length/,
  ],
  ['body-not-signed', 'JSON that anybody may have sent to a signed URL', json0({ url, signed: url }), /URL alone is signed/],
  ['body-not-signed', 'a form of another Content-Type', form0({ headers: { 'content-type': 'text/plain' } }), /is a form/],
  ['body-not-signed', 'JSON under the Content-Type of a form', json0({ headers: { 'content-type': FORM } }), /is no form/],
  [
    'unknown',
    'another account may have sent it',
    form0({ headers: { 'x-twilio-signature': sign(url + tailOf(form), 'f'.repeat(32)) } }),
    /AC00000000000000000000000000000001/,
  ],
  [
    'unknown',
    'another account may have sent the event',
    json0({ body: '{"accountsid":"AC00000000000000000000000000000001"}', url: `${url}?bodySHA256=1`, signed: 'x' }),
    /AC0000/,
  ],
  ['signature-missing', 'a browser', { url, headers: { 'user-agent': 'Mozilla/5.0' }, body: form }, /No other header/],
  ['signature-missing', 'a proxy removed the header', { url, headers: { 'user-agent': 'TwilioProxy/1.1' }, body: form }, /removed/],
  [
    'signature-malformed',
    'the header came twice',
    form0({ headers: { 'x-twilio-signature': `${sign('a')}, ${sign('a')}` } }),
    /more than once/,
  ],
  ['signature-malformed', 'base64url', form0({ headers: { 'x-twilio-signature': 'cY40yaXehnYD-znLRXC-awiFAn0=' } }), /base64url/],
  [
    'signature-malformed',
    'a last digit that no encoder writes',
    form0({ headers: { 'x-twilio-signature': 'cY40yaXehnYD+znLRXC+awiFAn1=' } }),
    /bits behind/,
  ],
  [
    'websocket-url',
    'http for a WebSocket',
    get0('wss://hooks.example.com/media', { url: 'http://hooks.example.com/media' }),
    /scheme is wss/,
  ],
  ['websocket-url', 'ws behind a proxy', get0('wss://hooks.example.com/media', { url: 'ws://hooks.example.com/media' }), /scheme is wss/],
  [
    'websocket-url',
    'a query that is not signed',
    get0('wss://hooks.example.com/media', { url: 'wss://hooks.example.com/media?user=7' }),
    /query is left out/,
  ],
  [
    'websocket-url',
    'https and a slash',
    get0('wss://hooks.example.com/media/', { url: 'https://hooks.example.com/media' }),
    /scheme is wss/,
  ],
  [
    'shared-key',
    'a signature of 32 bytes',
    form0({ headers: { 'x-twilio-signature': Buffer.alloc(32).toString('base64') } }),
    /shared key/,
  ],
  [
    'shared-key',
    'the header that names a key',
    form0({ headers: { 'x-twilio-signature': sign('a', 'key'), 'x-twilio-signature-key-sid': 'SK1' } }),
    /"SK1"/,
  ],
  ['unknown', 'none of all this', { url, headers: { 'x-twilio-signature': sign('x') }, body: 'A=1' }, /No reading/],
];

test.each(cases)('%s: %s', (cause, _, request, says) => {
  expect(isSignatureValid(request, { authToken })).toBe(false);
  const explanation = explainSignature(request, { authToken });
  expect(explanation).toMatchObject({
    valid: false,
    cause,
    message: expect.stringMatching(says),
    suggestion: expect.stringMatching(new RegExp(`\\S \\S.* More: https://ringback\\.dev/signature#${cause}$`)),
  });
});

describe('malformed tokens', () => {
  const request = form0({});
  test.each([
    ['white space clings to it', `${authToken}\n`, /no white space/],
    ['quotes cling to it', `"${authToken}"`, /no quotes/],
    ['it has capital letters', authToken.toUpperCase(), /small letters/],
    ['its name clings to it', `TWILIO_AUTH_TOKEN=${authToken}`, /stands alone/],
    ['it is an account SID', 'AC00000000000000000000000000000001', /account SID/],
    ['it is the SID of a key', 'SK00000000000000000000000000000001', /SID of an API key/],
    ['it is the secret of a key', 'aBcDeFgHiJkLmNoPqRsTuVwXyZ012345', /secrets of API keys/],
    ['it is something else', 'hunter2', /7 characters/],
  ])('%s', (_, token, says) => {
    const explanation = explainSignature(request, { authToken: token });
    expect(explanation).toMatchObject({ cause: 'malformed-token', message: expect.stringMatching(says) });
  });
});

describe('the ten commonest failures are named with their fix:', () => {
  const subaccount = form.replace('AC00000000000000000000000000000001', 'AC0000000000000000000000000000beef');
  const commonest: readonly (readonly [what: string, request: SignedRequest, cause: SignatureCause, fix: RegExp])[] = [
    ['TLS that ends at a proxy', form0({ url: url.replace('https', 'http') }), 'wrong-scheme', /publicUrl.*trustForwarded: true/],
    [
      'a tunnel that changes the host',
      form0({ url: 'http://localhost:3000/twilio/sms', headers: { 'x-forwarded-host': 'hooks.example.com' } }),
      'wrong-host',
      /publicUrl.*trustForwarded: true/,
    ],
    ['a mounted router', form0({ url: 'https://hooks.example.com/sms' }), 'wrong-path', /req\.originalUrl/],
    ['a slash at the end', form0({ url: `${url}/` }), 'trailing-slash', /Configure the URL at Twilio with the slash/],
    [
      'a query that a platform adds to',
      form0({ signed: `${url}?room=7${tailOf(form)}`, url: `${url}?room=7&x=1` }),
      'query-changed',
      /req\.originalUrl/,
    ],
    ['a JSON parser that ran first', json0({ body: JSON.parse(json) }), 'body-parsed', /express\.raw.*rawBody: true/],
    ['a body that was read before', form0({ body: '' }), 'body-missing', /before express\.urlencoded\(\)/],
    [
      'the token of the parent account',
      form0({ body: subaccount, headers: { 'x-twilio-signature': sign(url + tailOf(subaccount), 'f'.repeat(32)) } }),
      'unknown',
      /^Compare the URL.*a subaccount's own token, not its parent's/,
    ],
    ['empty parameters that a framework drops', form0({ body: without('FromCity') }), 'parameter-missing', /raw body/],
    [
      'parameters of a GET that are counted twice',
      get0(`${url}?CallSid=CA1&From=%2B1`, { body: { CallSid: 'CA1', From: '+1' }, headers: { 'content-type': FORM } }),
      'parameters-counted-twice',
      /pass no body/,
    ],
  ];
  test.each(commonest)('%s', (_, request, cause, fix) => {
    expect(explainSignature(request, { authToken })).toMatchObject({ cause, suggestion: expect.stringMatching(fix) });
  });
});

test('every cause has a case', () => {
  const published: Record<SignatureCause, true> = {
    'wrong-scheme': true,
    'wrong-host': true,
    'wrong-port': true,
    'wrong-path': true,
    'trailing-slash': true,
    'query-changed': true,
    'url-encoding': true,
    fragment: true,
    'parameter-changed': true,
    'parameter-missing': true,
    'parameter-added': true,
    'parameters-counted-twice': true,
    'duplicate-parameter-lost': true,
    'body-missing': true,
    'body-parsed': true,
    'body-changed': true,
    'body-not-signed': true,
    'wrong-token': true,
    'malformed-token': true,
    'signature-missing': true,
    'signature-malformed': true,
    'websocket-url': true,
    'signature-expired': true,
    'shared-key': true,
    unknown: true,
  };
  const covered = new Set<string>([...cases.map(([cause]) => cause), 'malformed-token', 'wrong-token', 'signature-expired']);
  expect(Object.keys(published).filter((cause) => !covered.has(cause))).toEqual([]);
});

describe('an explanation', () => {
  test('of a valid request names the URL that was signed', () => {
    const explanation = explainSignature(get0(`${url}:443`, { url }), { authToken });
    expect(explanation.valid).toBe(false);
    expect(explainSignature(form0({}), { authToken })).toEqual({
      valid: true,
      message: expect.any(String),
      triedUrls: [url],
      matchedUrl: url,
    });
  });

  test('names the URL that was signed, and every URL that was tried', () => {
    const { matchedUrl, triedUrls } = explainSignature(form0({ url: url.replace('https', 'http') }), { authToken });
    expect(matchedUrl).toBe(url);
    expect(triedUrls).toContain(url);
    const unknown = explainSignature(form0({ body: 'A=1' }), { authToken });
    expect(unknown.matchedUrl).toBeUndefined();
    expect(unknown.triedUrls).toEqual(
      expect.arrayContaining(['http://hooks.example.com/twilio/sms', `${url}/`, 'https://hooks.example.com:8443/twilio/sms']),
    );
    expect(new Set(unknown.triedUrls).size).toBe(unknown.triedUrls.length);
  });

  test('finds the URL that was signed for every vector that says which', () => {
    const diagnosable = twilioVectors.filter(
      ({ id, valid, signedUrl, authToken }) =>
        !valid && signedUrl && authToken && !['suite-node-unit-1', 'ws-query-dropped', 'url-relative'].includes(id),
    );
    expect(diagnosable.length).toBeGreaterThan(5);
    for (const { headers, method, url, body, authToken, signedUrl } of diagnosable) {
      expect(explainSignature({ headers, method, url, body }, { authToken }).matchedUrl).toBe(signedUrl);
    }
  });

  test('never holds a token, a right signature, a password or the value of a parameter', () => {
    const secret = 'Sup3rS3cret';
    const requests = [
      form0({ url: `https://user:${secret}@hooks.example.com/twilio/other` }),
      form0({ body: `${form}&Password=${secret}` }),
      form0({ body: { A: secret, B: ` ${secret}` } }),
      form0({ body: JSON.stringify({ a: secret }) }),
    ];
    for (const request of requests) {
      const text = JSON.stringify(explainSignature(request, { authToken }));
      expect(text).not.toContain(authToken);
      expect(text).not.toContain(secret);
      expect(text).not.toContain(sign(url + tailOf(form)));
    }
  });

  test('of a URL with lists of hosts holds nothing of a password', () => {
    const { triedUrls } = explainSignature(form0({ url: 'https://user:Sup3r,S3cret@a.example,b.example/x' }), { authToken });
    expect(triedUrls.join()).not.toMatch(/Sup3r|S3cret/);
    expect(triedUrls).toContain('https://a.example/x');
  });

  test('takes the query of a GET for sorted when all of it is in order, and no sooner', () => {
    const explain = (given: string) => explainSignature(get0(`${url}?x`, { url: given }), { authToken }).cause;
    expect(explain(sortQuery(unsorted))).toBe('query-changed');
    expect(explain(unsorted)).toBe('unknown');
    expect(explain(`${url}?a=1&b=2&c=3`)).toBe('unknown');
  });

  test('stays on one line, whatever the sender writes', () => {
    const headers = { 'x-forwarded-host': 'a\nb', 'x-original-url': '/\n\u001b[31m', 'x-twilio-signature-key-sid': 'x\r\ny'.repeat(100) };
    const { message, suggestion } = explainSignature(form0({ url: `${url}/%0A\n?a=\n`, headers, body: 'a\nb=1' }), { authToken });
    expect(`${message}${suggestion}`).not.toMatch(/[\0-\x1f]/);
    expect(message.length).toBeLessThan(600);
  });

  test.each([
    ['an everyday request', form],
    ['one value of a megabyte', `Body=${'x'.repeat(2 ** 20)}`],
    ['ten thousand parameters in a megabyte', Array.from({ length: 10_000 }, (_, at) => `name${at}=${'v'.repeat(94)}`).join('&')],
  ])('of %s hashes no more than is said', (_, body) => {
    const hash = vi.spyOn(crypto, 'hash');
    try {
      explainSignature(form0({ body, signed: 'nothing that is tried' }), { authToken });
      const hashed = hash.mock.calls.reduce((sum, [, data]) => sum + (data as string | Uint8Array).length, 0);
      expect(hash.mock.calls.length).toBeGreaterThan(10);
      // Two hashes make an HMAC.
      expect(hash.mock.calls.length).toBeLessThan(2 * 5_000);
      expect(hashed).toBeLessThan(16 * 2 ** 20);
    } finally {
      hash.mockRestore();
    }
  });

  test('takes null for no body', () => {
    expect(explainSignature(form0({ body: null as never }), { authToken })).toMatchObject({ cause: 'body-missing' });
    expect(explainSignature(json0({ body: null as never }), { authToken })).toMatchObject({ cause: 'body-missing' });
  });

  test('says so when the body is nothing that can be read', () => {
    expect(explainSignature(form0({ body: new Map() as never }), { authToken })).toMatchObject({ cause: 'body-parsed' });
  });

  test.each([
    ['a promise', Promise.resolve(form), /a promise of it: await it first/],
    ['a request', new Request(url, { method: 'POST', body: form }), /a whole request or a Blob: give what its text\(\) resolves to/],
    ['an ArrayBuffer', new TextEncoder().encode(form).buffer, /an ArrayBuffer: give a Uint8Array of it/],
    ['a stream of the web', new Request(url, { method: 'POST', body: form }).body, /a stream: read it to its end/],
    ['a stream of Node.js', Readable.from([form]), /a stream: read it to its end/],
    ['a Map', new Map([['Body', 'Hi there']]), /such as a Map/],
  ])('says what to do with a body that is %s', (_, body, message) => {
    expect(explainSignature(form0({ body: body as never }), { authToken })).toMatchObject({
      cause: 'body-parsed',
      message: expect.stringMatching(message),
    });
  });

  test('is never thrown', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('%', '%zz', '\0', '__proto__', 'https://', 'wss://[::1', '?', '#', 'bodySHA256='),
    );
    const headers = fc.dictionary(
      fc.constantFrom('x-twilio-signature', 'content-type', 'host', 'x-forwarded-host', 'forwarded', 'x-original-url', 'content-length'),
      fc.oneof(text, fc.array(text), fc.constant(sign('a')), fc.constantFrom(FORM, 'application/json')),
    );
    const parsed = fc.object({ key: text, maxDepth: 3, withNullPrototype: true });
    const body = fc.oneof(text, fc.uint8Array(), parsed, fc.array(parsed), fc.jsonValue(), fc.constant(undefined));
    const urls = fc.oneof(
      text,
      fc.tuple(fc.constantFrom('https://h.example/', 'ws://a:b@h'), text).map((parts) => parts.join('')),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
    );
    fc.assert(
      fc.property(urls, headers, body, fc.constantFrom('GET', 'POST', undefined), (url, headers, body, method) => {
        const request = { url, method, headers, body: body as never };
        expect(explainSignature(request, { authToken }).valid).toBe(isSignatureValid(request, { authToken }));
      }),
      { numRuns: 150 },
    );
  });
});
