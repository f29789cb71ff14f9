import twilio from 'twilio';
import { afterEach, describe, expect, test } from 'vitest';
import type { Emulator } from '../../../src/emulator/index.js';
import { ACCOUNT, ADA, OURS, startEmulator, TOKEN } from '../setup.js';

const running: Emulator[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()));
});

async function startServer(...parameters: Parameters<typeof startEmulator>) {
  const emulator = startEmulator(...parameters);
  running.push(emulator);
  return { emulator, url: (await emulator.listen()).url };
}

const authorization = `Basic ${btoa(`${ACCOUNT}:${TOKEN}`)}`;

describe('Clients', () => {
  test('twilio’s own client sends and lists in this process', async () => {
    const emulator = startEmulator();
    const client = twilio(ACCOUNT, TOKEN, { httpClient: emulator.client as never });
    const message = await client.messages.create({ from: OURS, to: ADA, body: 'hi', mediaUrl: ['https://cdn.example/a.png'] });
    expect(message).toMatchObject({ status: 'queued', numMedia: '1' });
    await emulator.idle();
    expect(await client.messages(message.sid).fetch()).toMatchObject({ status: 'delivered' });
    for (let count = 0; count < 4; count += 1) await client.messaging.v1.services.create({ friendlyName: `s${count}` });
    expect(await client.messaging.v1.services.list({ pageSize: 3 })).toHaveLength(4);
    await expect(client.messages('SM0').fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  test('products are told apart by the first part of the path, page after page', async () => {
    const { url } = await startServer();
    const headers = { authorization };
    const paths = [`/2010-04-01/Accounts/${ACCOUNT}.json`, '/verify/v2/Services', '/lookups.twilio.com/v2/PhoneNumbers/+14155550100'];
    const answers = await Promise.all(paths.map(async (path) => (await fetch(url + path, { headers })).json()));
    expect(answers).toMatchObject([{ sid: ACCOUNT }, { services: [] }, { valid: true }]);
    for (const FriendlyName of ['one', 'two']) {
      const body = new URLSearchParams({ FriendlyName });
      expect((await fetch(`${url}/sync/v1/Services`, { method: 'POST', headers, body })).status).toBe(201);
    }
    const first = (await (await fetch(`${url}/sync/v1/Services?PageSize=2`, { headers })).json()) as { meta: { next_page_url: string } };
    const next = (await (await fetch(first.meta.next_page_url, { headers })).json()) as { services: unknown[] };
    expect(next.services).toHaveLength(1);
  });

  test('forms may be multipart, as version 3.0 of twilio’s own client writes them', async () => {
    const emulator = startEmulator();
    const path = `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`;
    const post = async (body: BodyInit, headers: Record<string, string> = {}) => {
      const request = new Request(`https://api.twilio.com${path}`, { method: 'POST', headers: { authorization, ...headers }, body });
      const answer = await emulator.rest(request);
      return { status: answer.status, body: (await answer.json()) as unknown };
    };
    const form = new FormData();
    for (const [name, value] of [
      ['From', OURS],
      ['To', ADA],
      ['Body', 'Grüße & 🚀'],
      ['MediaUrl', 'https://cdn.example/a.png'],
    ] as const)
      form.append(name, value);
    form.append('MediaUrl', 'https://cdn.example/b.png');
    expect(await post(form)).toMatchObject({ status: 201, body: { body: 'Grüße & 🚀', num_media: '2' } });
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    expect(await post('--x--\r\n', type)).toMatchObject({ status: 400, body: { code: 21604 } });
    expect(await post('--x\r\nContent-Disposition: broken', type)).toMatchObject({ status: 400, body: { code: 20001 } });
  });

  test('over HTTP too, a status is called back after the answer', async () => {
    const order: string[] = [];
    const { emulator, url } = await startServer({
      '/status': () => {
        order.push('callback');
        return '<Response/>';
      },
    });
    const body = new URLSearchParams({ From: OURS, To: ADA, Body: 'hi', StatusCallback: 'https://app.example/status' });
    const waiting = emulator.phone(ADA).receive('hi');
    const answer = await fetch(`${url}/2010-04-01/Accounts/${ACCOUNT}/Messages.json`, { method: 'POST', headers: { authorization }, body });
    await answer.json();
    order.push('answer');
    await waiting;
    expect(order[0]).toBe('answer');
    expect(order).toContain('callback');
  });

  test('a file is redirected to another origin of the server', async () => {
    const { emulator, url } = await startServer({ '/sms': '<Response/>' });
    const content = new Uint8Array([1, 2, 3]);
    const sent = await emulator.phone(ADA).text(OURS, 'look', { media: [{ contentType: 'image/png', content }] });
    const path = new URL(sent.media[0]?.url ?? '').pathname;
    const redirect = await fetch(url + path, { headers: { authorization }, redirect: 'manual' });
    const location = new URL(redirect.headers.get('location') ?? '');
    expect([redirect.status, location.hostname]).toEqual([307, 'localhost']);
    // The name may lead to another address of this machine, where nobody listens.
    const file = await fetch(url + location.pathname);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(content);
  });

  test('a host name that leads here from elsewhere is refused', async () => {
    const { request } = await import('node:http');
    const { url } = await startServer();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const asking = request(`${url}/verify/v2/Services`, { headers: { host: 'evil.example', authorization } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asking.on('error', reject);
      asking.end();
    });
    expect(status).toBe(403);
  });

  test('close() stops listening', async () => {
    const emulator = startEmulator();
    const { url } = await emulator.listen();
    await emulator.close();
    await expect(fetch(url)).rejects.toThrow();
  });
});
