// One message means one thing, whichever way it comes in: its bytes are read to the same payload by all of them, or refused by all.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { webhook as lambdaWebhook } from '../../src/lambda/index.js';
import { parseWebhook } from '../../src/payloads/index.js';
import { IncomingMessage } from '../../src/payloads/messaging/index.js';
import { bodySha256 } from '../../src/signature/body-hash.js';
import { signRequest } from '../../src/signature/index.js';
import { webhook } from '../../src/webhook/index.js';

const authToken = '0123456789abcdef0123456789abcdef';
const quiet = { authToken, onRejected() {} };
const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded; charset=UTF-8';
const REFUSED = 'refused';
const message = {
  MessageSid: 'SM1a2b3c4d5e6f70811a2b3c4d5e6f7081',
  AccountSid: 'AC1a2b3c4d5e6f70811a2b3c4d5e6f7081',
  From: '+14155550100',
  To: '+12015550123',
  Body: 'Hello',
};

/** A payload as text, with what JSON does not show of it. */
function write(payload: object): string {
  return JSON.stringify([payload, Object.getPrototypeOf(payload) === Object.prototype, Object.hasOwn(payload, '__proto__')]);
}

/** What a way in makes of a body. */
async function attempt(read: (hear: (payload: object) => null) => unknown): Promise<string> {
  let heard = REFUSED;
  const hear = (payload: object) => {
    heard = write(payload);
    return null;
  };
  await (async () => read(hear))().catch(() => undefined);
  return heard;
}

async function readEveryWay(text: string, contentType: string): Promise<Readonly<Record<string, string>>> {
  const body = new TextEncoder().encode(text);
  const query = contentType === JSON_TYPE ? `bodySHA256=${bodySha256(body)}` : '';
  const url = `https://example.com/sms${query && '?'}${query}`;
  const type = { 'content-type': contentType };
  const headers = { ...type, host: 'example.com', 'x-twilio-signature': signRequest({ url, headers: type, body }, { authToken }) };
  const event = {
    ...{ version: '2.0', rawPath: '/sms', rawQueryString: query, headers, isBase64Encoded: true },
    requestContext: { domainName: 'example.com', http: { method: 'POST' } },
    body: Buffer.from(body).toString('base64'),
  };
  return {
    webhook: await attempt((hear) => webhook(IncomingMessage, quiet, hear)(new Request(url, { method: 'POST', headers, body }))),
    lambda: await attempt((hear) => lambdaWebhook(IncomingMessage, quiet, hear)(event as never)),
    'parseWebhook of bytes': await attempt((hear) => hear(parseWebhook(body, { contentType }).payload)),
    'parseWebhook of text': await attempt((hear) => hear(parseWebhook(text, { contentType }).payload)),
    'a schema of bytes': await attempt((hear) => hear(IncomingMessage.parse(body))),
    'a schema of text': await attempt((hear) => hear(IncomingMessage.parse(text))),
  };
}

async function readOneWay(text: string, contentType: string): Promise<string> {
  const readings = await readEveryWay(text, contentType);
  const [first = REFUSED] = Object.values(readings);
  expect(readings).toEqual(Object.fromEntries(Object.keys(readings).map((way) => [way, first])));
  return first;
}

const NAMES = ['__proto__', '\\u005f_proto__', 'constructor', 'toString', 'Extra', 'Body'];

/** JSON of a message, with members that a stranger chose. */
function writeJson({ mark, members, depth }: { mark: string; members: readonly (readonly [string, unknown])[]; depth: number }): string {
  const chosen = members.map(([name, value]) => `,"${name}":${JSON.stringify(value)}`).join('');
  return `${mark}${JSON.stringify(message).slice(0, -1)}${chosen},"Nested":${'['.repeat(depth)}${']'.repeat(depth)}}`;
}

describe('Every way in reads', () => {
  test('JSON alike, whatever members, marks and depth it has', async () => {
    const bodies = fc.record({
      mark: fc.constantFrom('', '\uFEFF', '\uFEFF\uFEFF', ' '),
      members: fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.jsonValue()), { maxLength: 3 }),
      depth: fc.nat(300),
    });
    await fc.assert(fc.asyncProperty(bodies, async (body) => void (await readOneWay(writeJson(body), JSON_TYPE))));
  });

  test('forms alike, whatever names and marks they have', async () => {
    const pairs = fc.array(fc.tuple(fc.constantFrom(...NAMES, '\uFEFFx'), fc.string({ unit: 'grapheme' })), { maxLength: 3 });
    const property = fc.asyncProperty(fc.constantFrom('', '\uFEFF', '\uFEFFx=1&'), pairs, async (mark, chosen) => {
      const form = new URLSearchParams([...Object.entries(message), ...chosen.map(([name, value]) => [name, value] as [string, string])]);
      await readOneWay(`${mark}${form}`, FORM_TYPE);
    });
    await fc.assert(property);
  });

  test.each([
    ['a member __proto__', writeJson({ mark: '', members: [['__proto__', { admin: true }]], depth: 1 }), /^\[\{.*true,false\]$/],
    ['a byte order mark', writeJson({ mark: '\uFEFF', members: [], depth: 1 }), /Hello/],
    ['3,000 levels', writeJson({ mark: '', members: [], depth: 3_000 }), REFUSED],
    ['a broken end', `${writeJson({ mark: '', members: [], depth: 1 })}}`, REFUSED],
  ])('JSON with %s in one way', async (_, text, expected) => {
    expect(await readOneWay(text, JSON_TYPE)).toMatch(expected);
  });
});

test('A text in JSON is not read once more as a form, or as JSON', async () => {
  for (const inner of [new URLSearchParams(message).toString(), JSON.stringify(message)]) {
    const { webhook: heard, lambda, 'parseWebhook of bytes': parsed } = await readEveryWay(JSON.stringify(inner), JSON_TYPE);
    expect([heard, lambda, parsed]).toEqual([REFUSED, REFUSED, REFUSED]);
  }
});
