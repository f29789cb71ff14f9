// One table of cases for all frameworks.
import { Agent } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { publicOrigin } from './endpoints.js';
import type { Framework, RunningFramework } from './framework.js';
import { type Proxy, startProxy } from './proxy.js';
import { type Answer, accountSid, call, formOf, get, message, post, postJson, type Sending, sendHead, sign } from './requests.js';

const form = formOf(message);
const said = (text: string) => `<?xml version="1.0" encoding="UTF-8"?><Response><Message>${text}</Message></Response>`;
const incomingCall = {
  AccountSid: accountSid,
  ApiVersion: '2010-04-01',
  CallSid: 'CA1a2b3c4d5e6f70811a2b3c4d5e6f7081',
  CallStatus: 'ringing',
  Direction: 'inbound',
  From: '+14155550100',
  To: '+12015550123',
};

/** Runs every case that applies to a framework. */
export function describeFramework(framework: Framework): void {
  describe(framework.name, () => {
    let running: RunningFramework;
    let proxy: Proxy;
    const at = (path: string) => `${running.origin}${path}`;
    const asSigned = (url: string) => url.replace(/^http/, framework.signedScheme ?? 'http');
    const send = (path: string, body: string, sending: Sending = {}) => post(at(path), body, { signedUrl: asSigned(at(path)), ...sending });
    /** Sends something, and waits for what `onRejected` heard of it: a runtime of its own prints it, which takes a moment. */
    const refused = async (sending: () => Promise<Answer>) => {
      const heard = running.rejections.length;
      const { status, text } = await sending();
      await vi.waitFor(() => expect(running.rejections.length).toBeGreaterThan(heard), 5000);
      return { status, text, rejection: running.rejections.at(-1) ?? '' };
    };

    beforeAll(async () => {
      running = await framework.start();
      proxy = await startProxy(running.origin);
    });
    afterAll(async () => {
      proxy?.stop();
      await running?.stop();
    });

    test('answers a signed form with TwiML', async () => {
      const { status, headers, text } = await send('/plain', form);
      expect([status, headers.get('content-type'), text]).toEqual([200, 'text/xml; charset=utf-8', said('You said Hello')]);
    });

    test('answers several requests on one connection, each with a body of its own length', async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      try {
        for (const body of ['hi', 'x'.repeat(300), 'a word', '']) {
          const { status, text, headers } = await send('/plain', formOf({ ...message, Body: body }), { agent });
          expect([status, text]).toEqual([200, said(`You said ${body}`)]);
          expect(headers.get('content-length') ?? String(text.length)).toBe(String(text.length));
        }
      } finally {
        agent.destroy();
      }
    });

    test('refuses what another account signed, what nobody signed, and what was changed, without a word', async () => {
      const other = await send('/plain', form, { token: 'f'.repeat(32) });
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const unsigned = await call(at('/plain'), 'POST', type, form);
      const changed = await call(
        at('/plain'),
        'POST',
        { ...type, 'x-twilio-signature': sign(asSigned(at('/plain')), form) },
        form.replace('Hello', 'Hi'),
      );
      expect([other, unsigned, changed].map(({ status, text }) => [status, text])).toEqual(Array(3).fill([403, '']));
    });

    test('verifies behind a proxy that ends TLS with publicUrl and with trustForwarded, and not without', async () => {
      const through = (path: string) => post(`${proxy.origin}${path}`, form, { signedUrl: `${publicOrigin}${path}` });
      expect([(await through('/public')).status, (await through('/forwarded')).status, (await through('/plain')).status]).toEqual([
        200, 200, 403,
      ]);
    });

    test('believes no forwarding header that it was not asked to', async () => {
      const forged = { 'x-forwarded-host': 'public.example', 'x-forwarded-proto': 'https' };
      const { status } = await send('/plain', form, { signedUrl: `${publicOrigin}/plain`, headers: forged });
      expect(status).toBe(403);
    });

    test.each([
      [`O'hara+%2B%22x%22+%26`, `O'hara +"x" &amp;`],
      ['Anna%20%2B%201', 'Anna + 1'],
      ['Z%C3%BCrich%2FWest', 'Zürich/West'],
    ])('verifies quotes and escapes in the query: %s', async (query, meaning) => {
      const { status, text } = await send(`/plain?q=${query}`, form);
      expect([status, text]).toEqual([200, said(`You said Hello and ${meaning}`)]);
    });

    if (framework.rawUrls)
      test('verifies what a web Request would escape', async () => {
        const { status, text } = await send(`/plain?q="a|b"'`, form);
        expect([status, text]).toEqual([200, said(`You said Hello and "a|b"'`)]);
      });

    test('verifies repeated names, in any order', async () => {
      const { status } = await send('/plain', `${form}&Binding.Address=b&Binding.Address=a&Binding.Address=b&%5B%5D=1`);
      expect(status).toBe(200);
    });

    test('refuses a body that is too large', async () => {
      const large = formOf({ ...message, Body: 'x'.repeat(3000) });
      const { status, text, headers } = await send('/small', large, { headers: { connection: 'keep-alive' } });
      expect(status).toBe(413);
      expect(text).not.toContain('xxx');
      if (framework.streams === true) expect(headers.get('connection')).toBe('close');
    });

    if (framework.onNode === true)
      test.each([
        ['no signature', {}],
        ['a signature that is none', { 'x-twilio-signature': 'none' }],
      ])('does not wait for the body of a request with %s', async (_, headers) => {
        const answer = await sendHead(running.origin, '/plain', headers);
        expect(answer).toMatch(/^HTTP\/1\.1 403 /);
        expect(answer).toMatch(/\r\nconnection: close\r\n/i);
      });

    if (framework.onNode === true)
      test('waits for a body no longer than it was told to', async () => {
        const { rejection } = await refused(async () => {
          const answer = await sendHead(running.origin, '/slow', { 'x-twilio-signature': sign(asSigned(at('/slow')), form) });
          expect(answer).toMatch(/^HTTP\/1\.1 408 /);
          expect(answer).toMatch(/\r\nconnection: close\r\n/i);
          return { status: 408, text: '', headers: new Headers() };
        });
        expect(rejection).toMatch(/^REQUEST_BODY_TIMEOUT /);
      });

    if (framework.onNode === true)
      test('takes path and query alone of a target that names a host', async () => {
        const { host } = new URL(running.origin);
        const type = { 'content-type': 'application/x-www-form-urlencoded', host };
        const sendTarget = (target: string, signedUrl: string) =>
          call(at(''), 'POST', { ...type, 'x-twilio-signature': sign(signedUrl, form) }, form, { path: target });
        const elsewhere = 'https://elsewhere.example/plain';
        expect((await sendTarget(elsewhere, elsewhere)).status).toBe(403);
        expect((await sendTarget('/plain', at('/plain'))).status).toBe(200);
      });

    if (framework.onNode === true)
      test('does not wait for a reply that never ends', async () => {
        expect((await send('/endless', form)).status).toBe(503);
      });

    test.each(['/throws-nothing', '/throws-route'])(
      'answers a handler that rejects with what is no error, and goes on to nobody: %s',
      async (path) => {
        const { status, text } = await send(path, form);
        expect(status).toBe(framework.errors ?? 500);
        expect(text).not.toContain('next');
      },
    );

    test('reads a GET from its query', async () => {
      const url = at(`/voice?${formOf(incomingCall)}`);
      expect((await get(url, { signedUrl: asSigned(url) })).text).toBe(
        '<?xml version="1.0" encoding="UTF-8"?><Response><Say>+14155550100</Say></Response>',
      );
      expect((await get(url, { token: 'f'.repeat(32) })).status).toBe(403);
    });

    test('tells methods that Twilio does not use which it does', async () => {
      const { status, headers } = await call(at('/plain'), 'DELETE', {});
      expect([status, headers.get('allow')]).toEqual([405, 'POST, GET, PUT']);
    });

    test('tells webhooks apart in a router', async () => {
      expect((await send('/router', form)).text).toBe(said('+14155550100'));
      expect((await send('/router', formOf(incomingCall))).text).toContain('<Say>+12015550123</Say>');
    });

    test('answers an error of a handler without its message, and hands it to the framework that has a way with errors', async () => {
      const { status, text } = await send('/throws', form);
      expect(status).toBe(framework.errors ?? 500);
      expect(text).not.toContain('secret detail');
    });

    if (framework.parsed !== undefined)
      test('copes with a parser that was there first: a form is recovered or refused at once', async () => {
        const parsed = () => send('/parsed?q=1', `${form}&Tag=b&Tag=a`);
        if (framework.parsed === 'recovered') expect(await parsed()).toMatchObject({ status: 200, text: said('You said Hello and 1') });
        else expect(await refused(parsed)).toEqual({ status: 500, text: '', rejection: expect.stringMatching(/^REQUEST_BODY_CONSUMED /) });
      });

    if (framework.advice !== undefined)
      test('refuses parsed JSON and nested forms, and names the line to add', async () => {
        const json = JSON.stringify({ ...message, nested: { a: 1 } });
        for (const sending of [() => postJson(at('/parsed-json'), json), () => send('/nested', `${form}&a[b]=c`)]) {
          const { status, text, rejection } = await refused(sending);
          expect([status, text, rejection]).toEqual([500, '', expect.stringMatching(/^REQUEST_BODY_PARSED /)]);
          expect(rejection).toContain(framework.advice);
        }
      });

    if (framework.advice !== undefined)
      test('does not wait for a body that somebody else has read', async () => {
        const { status, text, rejection } = await refused(() => send('/consumed', form));
        expect([status, text, rejection]).toEqual([500, '', expect.stringMatching(/^REQUEST_BODY_CONSUMED /)]);
        expect(rejection).toContain(framework.advice);
      });

    if (framework.verifies === true)
      test('lets signed requests pass to a handler of its own, and no others', async () => {
        const { status, text } = await send('/verified?q=1', form);
        expect(status).toBe(200);
        expect(JSON.parse(text)).toEqual({
          parameters: message,
          url: asSigned(at('/verified?q=1')),
          accountSid,
          kind: 'messaging.incoming',
        });
        expect((await send('/verified', form, { token: 'f'.repeat(32) })).status).toBe(403);
        expect(await refused(() => call(at('/verified'), 'DELETE', {}))).toMatchObject({
          status: 405,
          rejection: expect.stringMatching(/^REQUEST_METHOD /),
        });
      });
  });
}
