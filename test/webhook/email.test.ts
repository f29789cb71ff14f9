import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { webhook as expressWebhook } from '../../src/express/index.js';
import { webhook as nodeWebhook } from '../../src/node/index.js';
import { IncomingMessage } from '../../src/payloads/messaging/index.js';
import { SendgridEvent, SendgridEvents, SendgridInboundParse } from '../../src/payloads/sendgrid/index.js';
import { signedEmailRequest, signedRequest } from '../../src/testing/index.js';
import { type WebhookOptions, webhook, webhookRouter } from '../../src/webhook/index.js';

const pair = () =>
  generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
const { publicKey, privateKey } = pair();
const url = 'https://example.com/mail';
const quiet = { publicKey, onRejected() {} };

/** Answers events, and tells which. */
const heard: unknown[] = [];
const listen = (options: WebhookOptions<undefined> = quiet) =>
  webhook(SendgridEvents, options, (events, { kind, accountSid }) => void heard.push([events[0]?.event, kind, accountSid]));

describe('A webhook of SendGrid', () => {
  test('is verified by its public key and read', async () => {
    heard.length = 0;
    for (const variant of ['click', 'account_status_change']) {
      const response = await listen()(await signedEmailRequest(SendgridEvent, {}, { url, privateKey, variant }));
      expect(response.status).toBe(204);
    }
    expect(heard).toEqual([
      ['click', 'sendgrid.event', undefined],
      ['account_status_change', 'sendgrid.event', undefined],
    ]);
  });

  test('is refused by another key, without a signature, and with a changed body', async () => {
    const codes: string[] = [];
    const POST = listen({ publicKey, onRejected: ({ code }) => void codes.push(code) });
    const good = await signedEmailRequest(SendgridEvent, {}, { url, privateKey });
    const changed = new Request(url, { method: 'POST', headers: good.headers, body: `${await good.text()} ` });
    const forged = await signedEmailRequest(SendgridEvent, {}, { url, privateKey: pair().privateKey });
    const bare = new Request(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '[]' });
    for (const request of [changed, forged, bare]) expect((await POST(request)).status).toBe(403);
    expect(codes).toEqual(['SIGNATURE_MISMATCH', 'SIGNATURE_MISMATCH', 'SIGNATURE_MISSING']);
  });

  test('is not read where nobody has signed it, and not waited for without end', async () => {
    const codes: string[] = [];
    const POST = listen({ publicKey, bodyTimeoutMs: 20, onRejected: ({ code }) => void codes.push(code) });
    const { headers } = await signedEmailRequest(SendgridEvent, {}, { url, privateKey });
    const unsigned = { 'content-type': 'application/json' };
    for (const sent of [unsigned, { ...unsigned, 'x-twilio-signature': 'cY40yaXehnYD+znLRXC+awiFAn0=' }, headers]) {
      const pull = vi.fn();
      // A queue of none: nothing is pulled before somebody reads.
      const body = new ReadableStream({ pull }, { highWaterMark: 0 });
      await POST(new Request(url, { method: 'POST', headers: sent, body, duplex: 'half' } as RequestInit));
      expect(pull).toHaveBeenCalledTimes(sent === headers ? 1 : 0);
    }
    expect(codes).toEqual(['SIGNATURE_MISSING', 'SIGNATURE_MISSING', 'REQUEST_BODY_TIMEOUT']);
  });

  test('is not opened by an auth token', async () => {
    const token = '0123456789abcdef0123456789abcdef';
    const errors: unknown[] = [];
    const POST = webhook(SendgridEvents, { authToken: token, onError: (error) => void errors.push(error) }, () => expect.unreachable());
    expect((await POST(signedRequest(IncomingMessage, {}, { url, authToken: token }))).status).toBe(500);
    expect(errors).toEqual([expect.objectContaining({ name: 'TypeError', message: expect.stringContaining('publicKey') })]);
  });

  test('tells of a key that is none, and of a body that is neither JSON nor a form', async () => {
    const errors: unknown[] = [];
    const broken = listen({ publicKey: 'MFkw', onError: (error) => void errors.push(error) });
    expect((await broken(await signedEmailRequest(SendgridEvent, {}, { url, privateKey }))).status).toBe(500);
    expect(String(errors[0])).toContain('MFkw');
    const good = await signedEmailRequest(SendgridEvent, {}, { url, privateKey });
    const headers = new Headers(good.headers);
    headers.set('content-type', 'text/plain');
    expect((await listen()(new Request(url, { method: 'POST', headers, body: await good.arrayBuffer() }))).status).toBe(415);
    expect(() => listen({ publicKey: '' })).toThrow(/publicKey/);
    await expect(signedEmailRequest(SendgridEvent, {}, { url, privateKey: 'none' })).rejects.toThrow(TypeError);
  });

  test('comes by POST alone', async () => {
    expect((await listen()(new Request(url))).status).toBe(405);
  });

  test('has no place in a router, and its key none in other webhooks', () => {
    expect(() => webhookRouter().on(SendgridEvent, () => undefined)).toThrow(/publicKey/);
    expect(() => webhook(IncomingMessage, { publicKey }, () => null)).toThrow(/authToken/);
    expect(() => signedRequest(SendgridEvent, {}, { url, authToken: 'a'.repeat(32) })).toThrow(/signedEmailRequest/);
  });
});

describe('Inbound Parse', () => {
  test('hands over a mail with its files, and its texts as they came', async () => {
    const mails: unknown[] = [];
    const POST = webhook(SendgridInboundParse, quiet, ({ from, files }, { kind, parameters }) => {
      mails.push([from, files.map(({ name }) => name), kind, parameters['attachments'], Object.keys(parameters).includes('attachment1')]);
    });
    const files = [new File(['a'.repeat(2_000_000)], 'a.png', { type: 'image/png' })];
    const response = await POST(
      await signedEmailRequest(SendgridInboundParse, { from: 'Bob <bob@example.com>', files }, { url, privateKey }),
    );
    expect(response.status).toBe(204);
    expect(mails).toEqual([['Bob <bob@example.com>', ['a.png'], 'sendgrid.inbound-parse', '1', false]]);
  });

  test('is refused where it is larger than allowed, or not what it says', async () => {
    const POST = webhook(SendgridInboundParse, { ...quiet, maxBodyBytes: 100 }, () => expect.unreachable());
    expect((await POST(await signedEmailRequest(SendgridInboundParse, {}, { url, privateKey }))).status).toBe(413);
    const events = await signedEmailRequest(SendgridEvent, {}, { url, privateKey });
    const headers = new Headers(events.headers);
    headers.set('content-type', 'multipart/form-data; boundary=x');
    const strict = webhook(SendgridInboundParse, quiet, () => expect.unreachable());
    expect((await strict(new Request(url, { method: 'POST', headers, body: await events.arrayBuffer() }))).status).toBe(400);
  });
});

describe('By an adapter', () => {
  const servers: Server[] = [];
  afterAll(() => Promise.all(servers.map((server) => new Promise((done) => server.close(done)))));

  const serve = async (server: Server): Promise<string> => {
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  };

  test.each([
    ['node:http', () => createServer(nodeWebhook(SendgridEvents, quiet, (events) => void heard.push(events[0]?.event)))],
    [
      'express',
      () =>
        createServer(
          express().post(
            '/',
            expressWebhook(SendgridEvents, quiet, (events) => void heard.push(events[0]?.event)),
          ),
        ),
    ],
  ])('of %s events are heard, one after the other on a connection', async (_, make) => {
    heard.length = 0;
    const target = await serve(make());
    for (const variant of ['open', 'campaign', 'delivered']) {
      const request = await signedEmailRequest(SendgridEvent, {}, { url: target, privateKey, variant });
      expect((await fetch(request)).status).toBe(204);
    }
    const forged = await signedEmailRequest(SendgridEvent, {}, { url: target, privateKey: pair().privateKey });
    expect((await fetch(forged)).status).toBe(403);
    expect(heard).toEqual(['open', 'processed', 'delivered']);
  });
});
