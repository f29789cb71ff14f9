// Every example is started as its reader would start it, and called as Twilio would call it.
import { once } from 'node:events';

import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { bun, deno, root } from './support/binaries.js';
import { findPort, type Program, start } from './support/processes.js';
import { authToken, formOf, message, post, sign } from './support/requests.js';

const publicUrl = 'https://public.example';
const form = formOf(message);
const environment = { TWILIO_AUTH_TOKEN: authToken, PUBLIC_URL: publicUrl };
const answer = '<?xml version="1.0" encoding="UTF-8"?><Response><Message>You said Hello</Message></Response>';
const example = (path: string) => join(root, 'examples', path);

let program: Program | undefined;
afterEach(async () => {
  await program?.stop();
  program = undefined;
});

/** Starts an example and waits until it listens. */
async function serve(command: string, parts: readonly string[]): Promise<number> {
  const port = await findPort();
  program = start(command, parts, { ...environment, PORT: String(port) });
  for (let attempt = 0; attempt < 200 && program.child.exitCode === null; attempt += 1) {
    if (await isListening(port)) return port;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing listens: ${program.lines.join('\n')}`);
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

it('every example is in the guide and in the tests below', () => {
  const shown = readFileSync(join(root, 'docs/frameworks.md'), 'utf8');
  const tests = readFileSync(import.meta.filename, 'utf8');
  const folders = readdirSync(join(root, 'examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  // The others are no frameworks: their tests are test/package/quickstart.test.ts and agents.test.ts.
  const names = folders.map(({ name }) => name).filter((name) => !['agent-relay', 'agent-stream', 'quickstart'].includes(name));
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    expect(shown, name).toContain(`](../examples/${name}/`);
    expect(tests, name).toContain(`${name}/`);
  }
});

const denoFlags = ['run', '--allow-all', '--no-lock', '--node-modules-dir=manual'];

describe.each([
  ['node', process.execPath, ['node/server.js']],
  ['express', process.execPath, ['express/server.js']],
  ['fastify', process.execPath, ['fastify/server.js']],
  ['koa', process.execPath, ['koa/server.js']],
  ['nest', bun, [`--tsconfig-override=${example('nest/tsconfig.json')}`, 'nest/server.ts']],
  ['hono', process.execPath, ['hono/server.js']],
  ['h3', process.execPath, ['h3/server.js']],
  ['elysia', bun, ['elysia/server.js']],
  ['deno', deno, [...denoFlags, 'deno/server.js']],
])('the example for %s', (_, command, parts) => {
  it('answers what Twilio signed, and nothing else', async () => {
    const file = example(parts.at(-1) ?? '');
    const port = await serve(command, [...parts.slice(0, -1), file]);
    const url = `http://127.0.0.1:${port}/sms`;
    const good = await post(url, form, { signedUrl: `${publicUrl}/sms` });
    expect([good.status, good.headers.get('content-type'), good.text]).toEqual([200, 'text/xml; charset=utf-8', answer]);
    expect((await post(url, form, { signedUrl: `${publicUrl}/sms`, token: 'f'.repeat(32) })).status).toBe(403);
  });
});

/** What a route file exports, called as its framework calls it. */
type Route = Record<'POST' | 'action' | 'handler' | 'default', never>;

const request = (token = authToken) =>
  new Request('http://10.0.0.1/sms', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': sign(`${publicUrl}/sms`, form, token) },
    body: form,
  });

describe.each<[string, string, (route: Route) => (given: Request) => Promise<Response>]>([
  ['next', 'next/app/sms/route.js', ({ POST }) => POST],
  [
    'sveltekit',
    'sveltekit/src/routes/sms/+server.js',
    ({ POST }) =>
      (given) =>
        (POST as Function)({ request: given }),
  ],
  [
    'react-router',
    'react-router/app/routes/sms.js',
    ({ action }) =>
      (given) =>
        (action as Function)({ request: given }),
  ],
  [
    'astro',
    'astro/src/pages/sms.js',
    ({ POST }) =>
      (given) =>
        (POST as Function)({ request: given }),
  ],
  ['workers', 'workers/worker.js', (route) => (given) => (route.default as { fetch: Function }).fetch(given, environment)],
])('the example for %s', (_, path, find) => {
  it('answers what Twilio signed, and nothing else', async () => {
    Object.assign(process.env, environment);
    const handle = find((await import(example(path))) as Route);
    const good = await handle(request());
    expect([good.status, await good.text()]).toEqual([200, answer]);
    expect((await handle(request('f'.repeat(32)))).status).toBe(403);
  });
});

describe('the example for lambda', () => {
  it('answers what Twilio signed', async () => {
    Object.assign(process.env, environment);
    const { handler } = await import(example('lambda/handler.js'));
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': sign(`${publicUrl}/sms`, form) };
    const requestContext = { domainName: 'abc.lambda-url.eu-west-1.on.aws', http: { method: 'POST' } };
    const event = { version: '2.0', rawPath: '/sms', rawQueryString: '', headers, requestContext, body: form, isBase64Encoded: false };
    expect(await handler(event)).toMatchObject({ statusCode: 200, body: answer });
    expect(await handler({ ...event, rawPath: '/other' })).toMatchObject({ statusCode: 403, body: '' });
  });
});

describe('the example for WebSockets', () => {
  it('sends sound back to a stream that Twilio signed', async () => {
    const port = await serve(process.execPath, [example('websocket/server.js')]);
    const socket = new WebSocket(`ws://127.0.0.1:${port}/media`, { headers: { 'x-twilio-signature': sign('wss://public.example/media') } });
    await once(socket, 'open');
    const streamSid = 'MZ11223344556677889900aabbccddeeff';
    const media = { track: 'inbound', chunk: '1', timestamp: '5', payload: 'AAAA' };
    socket.send(JSON.stringify({ event: 'media', sequenceNumber: '2', streamSid, media }));
    const [data] = await once(socket, 'message');
    expect(JSON.parse(String(data))).toEqual({ event: 'media', streamSid, media: { payload: 'AAAA' } });
    socket.close();
    const refused = new WebSocket(`ws://127.0.0.1:${port}/media`);
    refused.on('error', () => undefined);
    const [, response] = await once(refused, 'unexpected-response');
    expect(response.statusCode).toBe(403);
  });
});
