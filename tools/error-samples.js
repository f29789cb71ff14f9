// What the page of each error code shows: a program that meets the error, and the same program put right. A test runs them all: the bad ones
// must meet just this code, and the good ones none.

const TOKEN = "const authToken = '0123456789abcdef0123456789abcdef';";
const SIGN = "import { signRequest, verifySignature } from 'ringback/signature';";
const SEND = "import { signedRequest } from 'ringback/testing';";
const SMS = "import { IncomingMessage, webhook } from 'ringback';";
const SMS_URL = "const url = 'https://example.com/sms';";
const POST_SMS = 'await POST(signedRequest(IncomingMessage, {}, { url, authToken }));';

/** @type {(...lines: readonly string[]) => string} */
const program = (...lines) => lines.join('\n');

/** @type {(why: string, setUp: readonly string[], bad: readonly string[], good: readonly string[]) => { readonly why: string, readonly bad: string, readonly good: string }} */
const pair = (why, setUp, bad, good) => ({ why, bad: program(...setUp, '', ...bad), good: program(...setUp, '', ...good) });

const FORM = [
  SIGN,
  '',
  TOKEN,
  "const [url, body] = ['https://example.com/sms', 'Body=hi'];",
  'const signature = signRequest({ url, body }, { authToken });',
];

const JSON_BODY = [
  "import { bodySha256, signRequest, verifySignature } from 'ringback/signature';",
  '',
  TOKEN,
  'const body = \'[{ "id": "EZ1" }]\';',
  "const json = { 'content-type': 'application/json' };",
];

const HASHED = [
  'const url = `https://example.com/events?bodySHA256=$' + '{bodySha256(body)}`;',
  'const signed = signRequest({ url, headers: json, body }, { authToken });',
  "const headers = { ...json, 'x-twilio-signature': signed };",
];

/** By the code. */
export const ERROR_SAMPLES = {
  SIGNATURE_MISSING: pair(
    'A proxy passes on only the headers that it knows, or somebody who is not Twilio has found the URL.',
    FORM,
    ['verifySignature({ url, headers: {}, body }, { authToken });'],
    ["verifySignature({ url, headers: { 'x-twilio-signature': signature }, body }, { authToken });"],
  ),
  SIGNATURE_KEY_UNKNOWN: pair(
    'The settings at Twilio sign with a shared key, and the program knows the auth token alone.',
    [
      "import { signatureHeaders, verifySignature } from 'ringback/signature';",
      '',
      TOKEN,
      "const [url, body] = ['https://example.com/sms', 'Body=hi'];",
      "const sharedKey = { id: 'webhooks_sharedkey_01', secret: 'only for tests' };",
      'const headers = signatureHeaders({ url, body }, { sharedKey });',
    ],
    ['verifySignature({ url, headers, body }, { authToken });'],
    ['const sharedKeys = { [sharedKey.id]: sharedKey.secret };', '', 'verifySignature({ url, headers, body }, { authToken, sharedKeys });'],
  ),
  SIGNATURE_MALFORMED: pair(
    'Something on the way sends the header twice, and something else joins the two.',
    FORM,
    [
      "const headers = { 'x-twilio-signature': [signature, signature].join(', ') };",
      '',
      'verifySignature({ url, headers, body }, { authToken });',
    ],
    ["const headers = { 'x-twilio-signature': signature };", '', 'verifySignature({ url, headers, body }, { authToken });'],
  ),
  SIGNATURE_MISMATCH: pair(
    'TLS ends at a proxy, so that the program sees `http`. Twilio called, and signed, `https`.',
    [...FORM, "const headers = { 'x-twilio-signature': signature };"],
    ["verifySignature({ url: 'http://example.com/sms', headers, body }, { authToken });"],
    ["verifySignature({ url: 'https://example.com/sms', headers, body }, { authToken });"],
  ),
  SIGNATURE_BODY_MISMATCH: pair(
    'The body was parsed and written anew. The hash is of the bytes that came, with every space.',
    [...JSON_BODY, ...HASHED],
    ['const parsed = JSON.parse(body);', '', 'verifySignature({ url, headers, body: JSON.stringify(parsed) }, { authToken });'],
    ['verifySignature({ url, headers, body }, { authToken });'],
  ),
  SIGNATURE_BODY_UNSIGNED: pair(
    'The query was taken off the URL. Without its `bodySHA256` nothing vouches for a body in JSON.',
    [...JSON_BODY, ...HASHED],
    ["verifySignature({ url: url.split('?')[0] ?? '', headers, body }, { authToken });"],
    ['verifySignature({ url, headers, body }, { authToken });'],
  ),
  SIGNATURE_EXPIRED: pair(
    'A request of SendGrid was captured and sent again, or the clock of this machine is wrong.',
    [
      "import { generateKeyPairSync } from 'node:crypto';",
      "import { SendgridEvent } from 'ringback/payloads/sendgrid';",
      "import { verifyEmailEvent } from 'ringback/signature';",
      "import { signedEmailRequest } from 'ringback/testing';",
      '',
      "const { publicKey, privateKey } = generateKeyPairSync('ec', {",
      "  namedCurve: 'P-256',",
      "  publicKeyEncoding: { type: 'spki', format: 'pem' },",
      "  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },",
      '});',
    ],
    [
      "const signedAt = new Date('2026-01-01');",
      "const options = { url: 'https://example.com/email', privateKey, signedAt };",
      'const request = await signedEmailRequest(SendgridEvent, {}, options);',
      'const { headers } = request;',
      '',
      'await verifyEmailEvent({ headers, body: await request.text() }, { publicKey, maxAgeSeconds: 600 });',
    ],
    [
      "const options = { url: 'https://example.com/email', privateKey };",
      'const request = await signedEmailRequest(SendgridEvent, {}, options);',
      'const { headers } = request;',
      '',
      'await verifyEmailEvent({ headers, body: await request.text() }, { publicKey, maxAgeSeconds: 600 });',
    ],
  ),
  ACCOUNT_UNKNOWN: pair(
    'A subaccount calls whose token the program does not know.',
    [SMS, SEND, '', TOKEN, SMS_URL, "const AccountSid = 'AC00000000000000000000000000000002';"],
    [
      "const tokens = new Map([['AC00000000000000000000000000000001', authToken]]);",
      "const POST = webhook(IncomingMessage, { authToken: (sid) => tokens.get(sid ?? '') }, () => null);",
      '',
      'await POST(signedRequest(IncomingMessage, { AccountSid }, { url, authToken }));',
    ],
    [
      'const tokens = new Map([[AccountSid, authToken]]);',
      "const POST = webhook(IncomingMessage, { authToken: (sid) => tokens.get(sid ?? '') }, () => null);",
      '',
      'await POST(signedRequest(IncomingMessage, { AccountSid }, { url, authToken }));',
    ],
  ),
  ACCOUNT_MISMATCH: pair(
    'The signature is right, but the account is none of those that may call this URL.',
    [SMS, SEND, '', TOKEN, SMS_URL, "const AccountSid = 'AC00000000000000000000000000000002';"],
    [
      "const accountSid = 'AC00000000000000000000000000000001';",
      'const POST = webhook(IncomingMessage, { authToken, accountSid }, () => null);',
      '',
      'await POST(signedRequest(IncomingMessage, { AccountSid }, { url, authToken }));',
    ],
    [
      'const POST = webhook(IncomingMessage, { authToken, accountSid: AccountSid }, () => null);',
      '',
      'await POST(signedRequest(IncomingMessage, { AccountSid }, { url, authToken }));',
    ],
  ),
  HANDLER_TIMEOUT: pair(
    'The handler does its work before it answers. Twilio does not wait that long.',
    [
      SMS,
      SEND,
      "import { setTimeout } from 'node:timers/promises';",
      '',
      TOKEN,
      SMS_URL,
      "const work = () => setTimeout(1000, 'a report');",
    ],
    [
      'const POST = webhook(IncomingMessage, { authToken, deadlineMs: 50 }, async () => {',
      '  await work();',
      '  return null;',
      '});',
      '',
      POST_SMS,
    ],
    [
      'const POST = webhook(IncomingMessage, { authToken }, () => {',
      '  work().then(console.log, console.error); // goes on behind the answer',
      '  return null;',
      '});',
      '',
      POST_SMS,
    ],
  ),
  REQUEST_BODY_TOO_LARGE: pair(
    'The limit is smaller than what Twilio sends, or what comes is not from Twilio.',
    [SMS, SEND, '', TOKEN, SMS_URL],
    ['const POST = webhook(IncomingMessage, { authToken, maxBodyBytes: 100 }, () => null);', '', POST_SMS],
    ['const POST = webhook(IncomingMessage, { authToken }, () => null); // 1 MiB', '', POST_SMS],
  ),
  REQUEST_BODY_TIMEOUT: pair(
    'Something in front passes the body on slowly, or somebody keeps connections open on purpose.',
    [
      SMS,
      "import { setTimeout } from 'node:timers/promises';",
      "import { signRequest } from 'ringback/signature';",
      '',
      TOKEN,
      "const [url, form] = ['https://example.com/sms', 'MessageSid=SM1&AccountSid=AC1&From=%2B1&To=%2B2&Body=hi&NumMedia=0'];",
      'const slowly = new ReadableStream({',
      '  async start(controller) {',
      '    await setTimeout(300);',
      '    controller.enqueue(new TextEncoder().encode(form));',
      '    controller.close();',
      '  },',
      '});',
      "const type = 'application/x-www-form-urlencoded';",
      "const headers = { 'content-type': type, 'x-twilio-signature': signRequest({ url, body: form }, { authToken }) };",
      "const init = { method: 'POST', headers, body: slowly, duplex: 'half' };",
      'const request = new Request(url, init);',
    ],
    ['const POST = webhook(IncomingMessage, { authToken, bodyTimeoutMs: 20 }, () => null);', '', 'await POST(request);'],
    ['const POST = webhook(IncomingMessage, { authToken }, () => null); // 10 s', '', 'await POST(request);'],
  ),
  REQUEST_BODY_PARSED: pair(
    'A parser stands before the webhook. Of a body in JSON it leaves an object, whose bytes nobody knows.',
    [
      "import express from 'express';",
      "import { webhook } from 'ringback/express';",
      "import { EventStreamsRequest, EventStreamsTest } from 'ringback/payloads/event-streams';",
      "import { signedNodeRequest } from 'ringback/testing';",
      "import supertest from 'supertest';",
      '',
      TOKEN,
      "const [app, publicUrl] = [express(), 'https://example.com'];",
      'const events = webhook(EventStreamsRequest, { authToken, publicUrl }, () => {});',
    ],
    [
      'app.use(express.json());',
      "app.post('/events', events);",
      '',
      "const { path, headers, body } = signedNodeRequest(EventStreamsTest, {}, { url: 'https://example.com/events', authToken });",
      'await supertest(app).post(path).set(headers).send(body);',
    ],
    [
      "app.post('/events', events);",
      'app.use(express.json()); // for the routes behind it',
      '',
      "const { path, headers, body } = signedNodeRequest(EventStreamsTest, {}, { url: 'https://example.com/events', authToken });",
      'await supertest(app).post(path).set(headers).send(body);',
    ],
  ),
  REQUEST_BODY_CONSUMED: pair(
    'A body can be read once, and a log read it first.',
    [
      SMS,
      SEND,
      '',
      TOKEN,
      SMS_URL,
      'const POST = webhook(IncomingMessage, { authToken }, () => null);',
      'const request = signedRequest(IncomingMessage, {}, { url, authToken });',
    ],
    ['console.log(await request.text());', '', 'await POST(request);'],
    ['console.log(await request.clone().text());', '', 'await POST(request);'],
  ),
  REQUEST_CONTENT_TYPE: pair(
    'A request of your own has a text for its body, which goes out as `text/plain`. Twilio sends forms and JSON.',
    [
      SMS,
      "import { signRequest } from 'ringback/signature';",
      '',
      TOKEN,
      "const [url, form] = ['https://example.com/sms', 'MessageSid=SM1&AccountSid=AC1&From=%2B1&To=%2B2&Body=hi&NumMedia=0'];",
      "const headers = { 'x-twilio-signature': signRequest({ url, body: form }, { authToken }) };",
      'const POST = webhook(IncomingMessage, { authToken }, () => null);',
    ],
    ["await POST(new Request(url, { method: 'POST', headers, body: form }));"],
    ["await POST(new Request(url, { method: 'POST', headers, body: new URLSearchParams(form) }));"],
  ),
  REQUEST_METHOD: pair(
    'Somebody opened the URL in a browser, or a monitor asks it by HEAD. Give monitors a route of their own.',
    [SMS, SEND, '', TOKEN, SMS_URL, 'const POST = webhook(IncomingMessage, { authToken }, () => null);'],
    ["await POST(new Request(url, { method: 'HEAD' }));"],
    [POST_SMS],
  ),
  REQUEST_MALFORMED: pair(
    'The body breaks off: somebody cut it, or it is not what its type says.',
    [
      "import { webhook } from 'ringback';",
      "import { EventStreamsRequest } from 'ringback/payloads/event-streams';",
      "import { bodySha256, signRequest } from 'ringback/signature';",
      '',
      TOKEN,
      'const POST = webhook(EventStreamsRequest, { authToken }, () => {});',
      'async function send(body: string) {',
      '  const url = `https://example.com/events?bodySHA256=$' + '{bodySha256(body)}`;',
      "  const json = { 'content-type': 'application/json' };",
      '  const signature = signRequest({ url, headers: json, body }, { authToken });',
      "  const headers = { ...json, 'x-twilio-signature': signature };",
      "  return POST(new Request(url, { method: 'POST', headers, body }));",
      '}',
    ],
    ['await send(\'[{ "id": "EZ1", \');'],
    ['await send(\'[{ "id": "EZ1", "specversion": "1.0", "type": "com.twilio.eventstreams.test-event", "source": "/sinks" }]\');'],
  ),
  PAYLOAD_INVALID: pair(
    'The messaging URL of a number is set to the route of its calls.',
    [
      "import { IncomingCall, IncomingMessage, webhook } from 'ringback';",
      SEND,
      '',
      TOKEN,
      SMS_URL,
      'const voice = webhook(IncomingCall, { authToken }, () => null);',
      'const sms = webhook(IncomingMessage, { authToken }, () => null);',
    ],
    ['await voice(signedRequest(IncomingMessage, {}, { url, authToken }));'],
    ['await sms(signedRequest(IncomingMessage, {}, { url, authToken }));'],
  ),
  PAYLOAD_UNKNOWN_KIND: pair(
    'A router gets a webhook for which it has no handler.',
    ["import { IncomingCall, IncomingMessage, webhookRouter } from 'ringback';", SEND, '', TOKEN, SMS_URL],
    ['const POST = webhookRouter({ authToken }).on(IncomingCall, () => null).fetch;', '', POST_SMS],
    [
      'const POST = webhookRouter({ authToken })',
      '  .on(IncomingCall, () => null)',
      '  .on(IncomingMessage, () => null).fetch;',
      '',
      POST_SMS,
    ],
  ),
  PAYLOAD_OTHER_KIND: pair(
    'The status callback of a number is set to the route that answers its calls. Nothing is refused, but a greeting goes to a call that is over.',
    [
      "import { CallStatusCallback, GatherResult, webhook, webhookRouter } from 'ringback';",
      SEND,
      '',
      TOKEN,
      "const url = 'https://example.com/menu';",
    ],
    [
      'const POST = webhook(CallStatusCallback, { authToken }, () => {});',
      '',
      'await POST(signedRequest(GatherResult, {}, { url, authToken }));',
    ],
    [
      'const POST = webhookRouter({ authToken })',
      '  .on(CallStatusCallback, () => {})',
      '  .on(GatherResult, () => null).fetch;',
      '',
      'await POST(signedRequest(GatherResult, {}, { url, authToken }));',
    ],
  ),
  TWIML_MALFORMED: pair(
    'The document was put together as text, and what somebody typed has a meaning in XML.',
    [
      "import { voiceResponse } from 'ringback/twiml';",
      "import { parseTwiml } from 'ringback/twiml/document';",
      '',
      "const name = 'Tom & Jerry';",
    ],
    ['parseTwiml(`<Response><Say>$' + '{name}</Say></Response>`);'],
    ['parseTwiml(voiceResponse().say(name).toString());'],
  ),
};
