import { request } from 'node:http';
import { connect as connectSocket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { makeEmulator } from '../../../src/emulator/create-emulator.js';
import { createEmulator, type Emulator } from '../../../src/emulator/index.js';
import { WorldKeeper } from '../../../src/emulator/world-keeper.js';
import { ask, connect, listenTo } from './client.js';

const OURS = '+15550001111';
const ADA = '+14155550100';
const ACCOUNT = 'AC0123456789abcdef0123456789abcdef';
const AUTH_TOKEN = '6bc1bee22e409f96e93d7e117393172a';

const open: Emulator[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((emulator) => emulator.close()));
});

const pages = new Map([
  [
    'index.html',
    { contentType: 'text/html;charset=utf-8', content: new TextEncoder().encode('<!doctype html><script src="app.js"></script>') },
  ],
  ['app.js', { contentType: 'text/javascript;charset=utf-8', content: new TextEncoder().encode('void 0') }],
]);

async function start(options: { readonly host?: string; readonly keep?: number } = {}) {
  const keeper = new WorldKeeper({
    app: { fetch: async () => new Response('<Response/>', { headers: { 'content-type': 'text/xml' } }) },
    accountSid: ACCOUNT,
    authToken: AUTH_TOKEN,
    numbers: { [OURS]: { smsUrl: '/sms', voiceUrl: '/voice' } },
    clock: 'steered',
    strict: false,
    ...(options.keep !== undefined && { keep: options.keep }),
  });
  const emulator = makeEmulator(keeper);
  open.push(emulator);
  const reports: unknown[] = [];
  const control = { pages, ports: { key: 'the-key-of-reports', hear: (report: unknown) => void reports.push(report) } };
  const server = await emulator.listen({ control, ...(options.host !== undefined && { host: options.host }) });
  const port = new URL(server.url).port;
  return { ...server, emulator, port, cookie: `ringback-${port}=${server.token}`, console: connect(server), reports };
}

const json = { 'content-type': 'application/json' };
const text = JSON.stringify({ do: 'text', from: ADA, to: OURS, body: 'Hi' });

describe('what listens, and what a stranger asks of it', () => {
  test.each([
    'attacker.example',
    'attacker.example:80',
    '127.0.0.1.attacker.example',
    'localhost.attacker.example',
    '192.168.1.7',
    'evil@127.0.0.1.nip.io',
    'twilio.com.attacker.example',
  ])('refuses the host name %j, which a page could let lead here, for console, control and REST', async (host) => {
    const { url, token } = await start();
    for (const path of ['/', '/console/', '/control/state', '/control/events', `/2010-04-01/Accounts/${ACCOUNT}.json`]) {
      const answer = await ask(url, path, { headers: { host, authorization: `Bearer ${token}` } });
      expect([answer.status, path]).toEqual([403, path]);
      expect(answer.body).not.toContain('numbers');
    }
  });

  test.each(['localhost', '127.0.0.1', 'console.localhost', '[::1]'])('takes %s for this machine', async (name) => {
    const { url, token, port } = await start();
    const headers = { host: `${name}:${port}`, authorization: `Bearer ${token}` };
    expect((await ask(url, '/control/state', { headers })).status).toBe(200);
  });

  test('takes bare addresses for its own only where it was told to listen to others', async () => {
    const { url, token, port } = await start({ host: '0.0.0.0' });
    const state = (host: string) => ask(url, '/control/state', { headers: { host, authorization: `Bearer ${token}` } });
    expect((await state(`192.168.1.7:${port}`)).status).toBe(200);
    expect((await state(`attacker.example:${port}`)).status).toBe(403);
  });

  test('never serves the control under a host name of Twilio', async () => {
    const { url, token } = await start();
    for (const path of ['/control/state', '/console/', '/']) {
      const answer = await ask(url, path, { headers: { host: 'api.twilio.com', authorization: `Bearer ${token}` } });
      expect(answer.status).not.toBe(200);
      expect(answer.body).not.toContain('optOuts');
    }
  });

  test.each(['http://attacker.example', 'https://127.0.0.1', 'http://localhost:1', 'null'])(
    'refuses what a page of %s asks, though its browser has the cookie',
    async (origin) => {
      const { url, cookie, emulator } = await start();
      const headers = { cookie, origin };
      expect((await ask(url, '/control/state', { headers })).status).toBe(403);
      expect((await ask(url, '/control/events', { headers })).status).toBe(403);
      expect((await ask(url, '/control/do', { method: 'POST', headers: { ...headers, ...json }, body: text })).status).toBe(403);
      expect(emulator.events).toEqual([]);
    },
  );

  test('refuses what browsers call cross-site, such as a picture, a script or an EventSource of another page', async () => {
    const { url, cookie } = await start();
    for (const site of ['cross-site', 'same-site']) {
      const headers = { cookie, 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };
      expect((await ask(url, '/control/state', { headers })).status).toBe(403);
    }
    const own = { cookie, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };
    expect((await ask(url, '/control/state', { headers: own })).status).toBe(200);
  });

  test('allows no other origin to read anything', async () => {
    const { url, token } = await start();
    const asked = [
      ask(url, '/control/do', {
        method: 'OPTIONS',
        headers: { origin: 'http://attacker.example', 'access-control-request-method': 'POST' },
      }),
      ask(url, '/control/state', { headers: { authorization: `Bearer ${token}` } }),
      ask(url, `/2010-04-01/Accounts/${ACCOUNT}.json`, { headers: { origin: 'http://attacker.example' } }),
    ];
    for (const answer of await Promise.all(asked)) {
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  test.each([
    {},
    { authorization: 'Bearer ' },
    { authorization: `Bearer ${'0'.repeat(64)}` },
    { cookie: 'ringback=1' },
    { authorization: `Basic ${btoa(`${ACCOUNT}:${AUTH_TOKEN}`)}` },
  ])('refuses whoever has no token, such as %j, before it reads what they send', async (headers) => {
    const { url, emulator } = await start();
    for (const path of ['/control/state', '/control/events', '/console/', '/console/app.js', '/control/session', '/']) {
      expect((await ask(url, path, { headers: headers as Record<string, string> })).status).toBe(401);
    }
    expect(
      (await ask(url, '/control/do', { method: 'POST', headers: { ...(headers as Record<string, string>), ...json }, body: text })).status,
    ).toBe(401);
    expect(emulator.events).toEqual([]);
  });

  test('a token that is right but for its end, or its length, is not right', async () => {
    const { url, token } = await start();
    for (const wrong of [token.slice(0, -1), `${token}0`, `${token.slice(0, -1)}x`, token.toUpperCase()]) {
      expect((await ask(url, '/control/state', { headers: { authorization: `Bearer ${wrong}` } })).status).toBe(401);
    }
  });

  test('exchanges the token for a cookie that scripts cannot read and other sites cannot send, and drops it from the address', async () => {
    const { url, token, cookie } = await start();
    const entered = await ask(url, `/?token=${token}`);
    expect(entered.status).toBe(303);
    expect(entered.headers['location']).toBe('/console/');
    expect(String(entered.headers['set-cookie'])).toBe(`${cookie}; HttpOnly; SameSite=Strict; Path=/`);
    expect(entered.headers['referrer-policy']).toBe('no-referrer');
    expect((await ask(url, '/console/', { headers: { cookie } })).body).toContain('app.js');
    const wrong = await ask(url, '/?token=wrong', { headers: { cookie } });
    expect(wrong.status).toBe(401);
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  test('a command of a page names its page and is JSON', async () => {
    const { url, cookie, emulator } = await start();
    const send = (headers: Record<string, string>) => ask(url, '/control/do', { method: 'POST', headers, body: text });
    expect((await send({ cookie, ...json })).status).toBe(403);
    expect((await send({ cookie, origin: url, 'content-type': 'text/plain' })).status).toBe(415);
    expect((await send({ cookie, origin: url, 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect(emulator.events).toEqual([]);
    expect((await send({ cookie, origin: url, ...json })).status).toBe(200);
  });

  test('speaks no WebSocket, with the token or without', async () => {
    const { url, cookie } = await start();
    const upgrade = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': btoa('0123456789abcdef'),
    };
    for (const headers of [
      { ...upgrade },
      { ...upgrade, cookie, origin: 'http://attacker.example' },
      { ...upgrade, cookie, origin: url },
    ]) {
      expect((await ask(url, '/control/events', { headers })).status).toBe(400);
    }
  });

  test.each([
    '/console/../package.json',
    '/console/..%2f..%2fpackage.json',
    '/console/%2e%2e/%2e%2e/etc/passwd',
    '/console/..\\..\\package.json',
    '/console//etc/passwd',
    '/console/app.js%00.html',
    '//console/../../etc/passwd',
    '/control/media/../../etc/passwd',
  ])('finds nothing at %s', async (path) => {
    const { url, cookie } = await start();
    const answer = await ask(url, path, { headers: { cookie } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toMatch(/"name"|root:/);
  });

  test('a script in a text, its file or its parameters stays data', async () => {
    const { url, token, cookie, console, emulator } = await start();
    const script = '<script>alert(1)</script>';
    const media = [{ contentType: 'text/html', base64: btoa(script) }];
    await console.do({ do: 'text', from: ADA, to: OURS, body: script, media });
    const state = await ask(url, '/control/state', { headers: { authorization: `Bearer ${token}` } });
    expect(state.headers['content-type']).toMatch(/^application\/json/);
    expect(state.headers['x-content-type-options']).toBe('nosniff');
    const [message] = (await console.state()).messages;
    const file = await ask(url, message?.media[0]?.path ?? '', { headers: { cookie } });
    expect(file.headers).toMatchObject({
      'content-disposition': expect.stringContaining('attachment'),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const sid = message?.media[0]?.sid;
    const other = await ask(url, `/mms.twiliocdn.com/${ACCOUNT}/${sid}`);
    expect(other.body).toBe(script);
    expect(other.headers).toMatchObject({
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const page = await ask(url, '/console/', { headers: { cookie } });
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'self'; frame-ancestors 'none'/);
    await emulator.idle();
  });

  test('takes no larger bodies than it needs, and reads none of them to their end', async () => {
    const { url, token } = await start();
    const send = (path: string, bytes: number) =>
      new Promise<number>((resolve) => {
        const { hostname, port } = new URL(url);
        const headers = { authorization: `Bearer ${token}`, ...json, 'transfer-encoding': 'chunked' };
        const sent = request({ hostname, port, path, method: 'POST', headers, agent: false }, (answer) => resolve(answer.statusCode ?? 0));
        sent.on('error', () => resolve(413));
        const chunk = Buffer.alloc(1_000_000, 0x20);
        for (let count = 0; count < bytes; count += chunk.length) sent.write(chunk);
        sent.end();
      });
    expect(await send('/control/do', 40_000_000)).toBe(413);
    expect(await send(`/2010-04-01/Accounts/${ACCOUNT}/Messages.json`, 10_000_000)).toBe(413);
    expect((await ask(url, '/control/state', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
  });

  test('lets no more than 32 listen, and keeps nothing for those who do not read', async () => {
    const { url, token, console, emulator } = await start();
    const { hostname, port } = new URL(url);
    const sockets = await Promise.all(
      Array.from({ length: 32 }, async () => {
        const socket = connectSocket(Number(port), hostname);
        socket.write(`GET /control/events HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${token}\r\n\r\n`);
        await new Promise((resolve) => socket.once('data', resolve));
        socket.pause();
        return socket;
      }),
    );
    expect((await ask(url, '/control/events', { headers: { authorization: `Bearer ${token}` } })).status).toBe(503);
    for (let count = 0; count < 50; count += 1) await console.do({ do: 'text', from: ADA, to: OURS, body: 'x'.repeat(1000) });
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const heard = await listenTo({ url, token }, (events) => events.length >= 50);
    expect(heard.length).toBeGreaterThanOrEqual(50);
    await emulator.idle();
  });

  test('keeps as many events, webhooks and findings as it was told, and no more', async () => {
    const { console, emulator } = await start({ keep: 50 });
    for (let count = 0; count < 60; count += 1) {
      await console.do({ do: 'text', from: ADA, to: OURS, body: String(count) });
      await emulator.idle();
    }
    expect(emulator.events.length).toBeLessThanOrEqual(71);
    expect(emulator.webhooks.length).toBeLessThanOrEqual(71);
    expect(emulator.events.at(-1)?.seq).toBeGreaterThan(150);
    expect((await console.state()).messages.length).toBeLessThan(60);
  });

  test('hears of ports only from whoever has the key for that, and that key opens nothing else', async () => {
    const { url, token, reports } = await start();
    const report = (authorization: string) =>
      ask(url, '/control/ports', { method: 'POST', headers: { ...json, authorization }, body: JSON.stringify({ pid: 1, port: 3000 }) });
    expect((await report('Bearer wrong')).status).toBe(401);
    expect((await report(`Bearer ${token}`)).status).toBe(401);
    expect(reports).toEqual([]);
    expect((await report('Bearer the-key-of-reports')).status).toBe(200);
    expect(reports).toEqual([{ pid: 1, port: 3000 }]);
    expect((await ask(url, '/control/state', { headers: { authorization: 'Bearer the-key-of-reports' } })).status).toBe(401);
  });

  test('sends webhooks to no other machine, whatever the console asks for', async () => {
    const { console, emulator } = await start();
    await console.do({ do: 'text', from: ADA, to: OURS, body: 'Hi' });
    await emulator.idle();
    const seq = emulator.webhooks[0]?.seq ?? 0;
    await console.do({ do: 'replay', seq, url: 'http://192.0.2.1/steal' });
    await emulator.idle();
    expect(emulator.webhooks.at(-1)?.failure).toContain('is not this machine');
  });

  test('shows the auth token to nobody', async () => {
    const { console, url, token, emulator } = await start();
    await console.do({ do: 'text', from: ADA, to: OURS, body: 'Hi' });
    await emulator.idle();
    for (const path of [
      '/control/state',
      '/control/session',
      '/control/webhooks/2',
      '/control/export/test',
      '/control/export/curl?seq=2',
    ]) {
      const { body, status } = await ask(url, path, { headers: { authorization: `Bearer ${token}` } });
      expect([status, path]).toEqual([200, path]);
      expect(body).not.toContain(AUTH_TOKEN);
    }
  });

  test('warns where an application asks with the credentials of another account, and says none of them', async () => {
    const { url, emulator } = await start();
    const sid = `AC${'9'.repeat(32)}`;
    const authorization = `Basic ${btoa(`${sid}:a-real-token-perhaps`)}`;
    const answer = await ask(url, `/2010-04-01/Accounts/${sid}/Messages.json`, {
      method: 'POST',
      headers: { authorization, host: 'api.twilio.com' },
      body: 'To=1',
    });
    expect(answer.status).toBe(401);
    const [finding] = emulator.findings;
    expect(finding?.message).toContain("credentials of an account that is not the emulator's (AC9999…)");
    expect(JSON.stringify(emulator.events)).not.toContain('a-real-token-perhaps');
  });
});

test('the emulator of a test listens with a token of its own each time', async () => {
  const emulator = createEmulator({ app: { fetch: () => new Response() }, numbers: {} });
  open.push(emulator);
  const [one, other] = [await emulator.listen(), await emulator.listen()];
  expect(one.token).toMatch(/^[0-9a-f]{64}$/);
  expect(one.token).not.toBe(other.token);
});
