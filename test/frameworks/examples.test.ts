// Every example is started as its reader would start it, and called as Twilio would call it.
import { once } from 'node:events';

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { bun, deno, root } from './support/binaries.js';
import { listen } from './support/listen.js';
import { findPort, type Program, start } from './support/processes.js';
import { authToken, formOf, message, post, sign } from './support/requests.js';

const publicUrl = 'https://public.example';
const form = formOf(message);
const environment = { TWILIO_AUTH_TOKEN: authToken, PUBLIC_URL: publicUrl };
const answer = '<?xml version="1.0" encoding="UTF-8"?><Response><Message>You said Hello</Message></Response>';
const example = (path: string) => join(root, 'examples', path);
/** Whether an example has tests of its own. */
const isApplication = (name: string) => existsSync(example(`${name}/app.test.ts`));

let program: Program | undefined;
afterEach(async () => {
  await program?.stop();
  program = undefined;
});

/** Starts an example and waits until it listens. */
async function serve(command: string, parts: readonly string[]): Promise<number> {
  const port = await findPort();
  program = start(command, parts, { ...environment, PORT: String(port) });
  await program.waitForPort(port);
  return port;
}

test('every example is in the guide and in the tests below', () => {
  const shown = readFileSync(join(root, 'docs/frameworks.md'), 'utf8');
  const tests = ['examples.test.ts', 'functions.test.ts', 'status-postgres.test.ts', '../engines/bullmq.test.ts']
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join();
  const folders = readdirSync(join(root, 'examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  // The others are no frameworks: test/package/quickstart.test.ts and test/consumers/examples.test.ts run them.
  const names = folders.map(({ name }) => name).filter((name) => name !== 'quickstart' && !isApplication(name));
  expect(names.length).toBeGreaterThan(20);
  for (const name of names) {
    expect(shown, name).toContain(`](../examples/${name}/`);
    if (!startedByNode.includes(name)) expect(tests, name).toMatch(new RegExp(`['/]${name}['/]`));
  }
});

/** Servers that plain Node runs need no line below: a new folder with a server.js is called by its existence. */
const startedOtherwise = ['nest', 'elysia', 'deno', 'nginx', 'bullmq', 'status-postgres'];
const startedByNode = readdirSync(join(root, 'examples')).filter(
  (name) => existsSync(example(`${name}/server.js`)) && !startedOtherwise.includes(name) && !name.startsWith('websocket'),
);

const denoFlags = ['run', '--allow-all', '--no-lock', '--node-modules-dir=manual'];

describe.each([
  ...startedByNode.map((name): [string, string, string[]] => [name, process.execPath, [`${name}/server.js`]]),
  ['nest', bun, [`--tsconfig-override=${example('nest/tsconfig.json')}`, 'nest/server.ts']],
  ['elysia', bun, ['elysia/server.js']],
  ['deno', deno, [...denoFlags, 'deno/server.js']],
])('the example for %s', (_, command, parts) => {
  test('answers what Twilio signed, and nothing else', async () => {
    const file = example(parts.at(-1) ?? '');
    const port = await serve(command, [...parts.slice(0, -1), file]);
    const url = `http://127.0.0.1:${port}/sms`;
    for (const body of ['Hello', 'Hi', 'A longer message than the others']) {
      const { status, headers, text } = await post(url, formOf({ ...message, Body: body }), { signedUrl: `${publicUrl}/sms` });
      expect([status, headers.get('content-type'), text]).toEqual([200, 'text/xml; charset=utf-8', answer.replace('Hello', body)]);
    }
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
  test('answers what Twilio signed, and nothing else', async () => {
    Object.assign(process.env, environment);
    const handle = find((await import(example(path))) as Route);
    const good = await handle(request());
    expect([good.status, await good.text()]).toEqual([200, answer]);
    expect((await handle(request('f'.repeat(32)))).status).toBe(403);
  });
});

/** Calls a function of AWS Lambda's kind. */
type LambdaFunction = (event: object) => Promise<{ readonly statusCode: number; readonly body: string }>;

const lambdaHeaders = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': sign(`${publicUrl}/sms`, form) };
const lambdaBody = { headers: lambdaHeaders, body: form, isBase64Encoded: false };

describe.each([
  [
    'lambda',
    'lambda/handler.js',
    {
      version: '2.0',
      rawPath: '/sms',
      rawQueryString: '',
      requestContext: { domainName: 'abc.lambda-url.eu-west-1.on.aws', http: { method: 'POST' } },
    },
    { rawPath: '/other' },
  ],
  [
    'cloudfront',
    'cloudfront/handler.js',
    {
      httpMethod: 'POST',
      path: '/sms',
      requestContext: { path: '/prod/sms', domainName: 'abc.execute-api.eu-west-1.amazonaws.com', stage: 'prod' },
    },
    { requestContext: { path: '/prod/other' } },
  ],
  [
    'netlify',
    'netlify/netlify/functions/sms.js',
    { httpMethod: 'POST', path: '/.netlify/functions/sms', rawUrl: 'https://deploy--site.netlify.example/sms', multiValueHeaders: {} },
    { rawUrl: 'https://deploy--site.netlify.example/other' },
  ],
])('the example for %s', (_, path, event, other) => {
  test('answers what Twilio signed', async () => {
    Object.assign(process.env, environment);
    const { handler }: { readonly handler: LambdaFunction } = await import(example(path));
    expect(await handler({ ...event, ...lambdaBody })).toMatchObject({ statusCode: 200, body: answer });
    expect(await handler({ ...event, ...lambdaBody, ...other })).toMatchObject({ statusCode: 403, body: '' });
  });
});

describe('the example for NestJS', () => {
  test('tells several kinds apart at one URL', async () => {
    const port = await serve(bun, [`--tsconfig-override=${example('nest/tsconfig.json')}`, example('nest/server.ts')]);
    const call = {
      AccountSid: message.AccountSid,
      CallSid: 'CA1a2b3c4d5e6f70811a2b3c4d5e6f7081',
      From: '+14155550100',
      To: '+12015550123',
    };
    const send = (parameters: Record<string, string>) =>
      post(`http://127.0.0.1:${port}/voice`, formOf({ ...call, ...parameters }), { signedUrl: `${publicUrl}/voice` });
    expect((await send({ CallStatus: 'ringing', Direction: 'inbound' })).text).toContain('<Say>Hello +14155550100</Say>');
    const status = { CallStatus: 'completed', CallbackSource: 'call-progress-events', SequenceNumber: '0', Direction: 'inbound' };
    expect((await send(status)).status).toBe(204);
  });
});

describe('the example for Google Cloud Functions', () => {
  test('answers what Twilio signed for the name that the function does not see', async () => {
    Object.assign(process.env, { ...environment, PUBLIC_URL: `${publicUrl}/sms` });
    await import(example('cloud-functions/index.js'));
    const { getTestServer } = await import('@google-cloud/functions-framework/testing');
    const server = getTestServer('sms').listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    for (const query of ['', '?mode=menu', '?q=1&mode=menu'])
      expect(await post(`${url}${query}`, form, { signedUrl: `${publicUrl}/sms${query}` })).toMatchObject({ status: 200, text: answer });
    expect((await post(url, form, { signedUrl: `${publicUrl}/other` })).status).toBe(403);
    server.close();
  });
});

describe('the example for Azure Functions', () => {
  test('answers what Twilio signed, by the classes of the programming model', async () => {
    Object.assign(process.env, environment);
    const { HttpRequest, HttpResponse } = await import('@azure/functions');
    const { answer: run } = await import(example('azure/src/functions/sms.js'));
    const send = async (token?: string) => {
      const headers = { ...lambdaHeaders, 'x-twilio-signature': sign(`${publicUrl}/api/sms`, form, token) };
      const init = await run(new HttpRequest({ url: 'http://10.0.0.1/api/sms', method: 'POST', headers, body: { string: form } }));
      return new HttpResponse(init);
    };
    const good = await send();
    expect([good.status, good.headers.get('content-type'), await good.text()]).toEqual([200, 'text/xml; charset=utf-8', answer]);
    expect((await send('f'.repeat(32))).status).toBe(403);
  });
});

describe('the example for Nuxt', () => {
  test('answers what Twilio signed, with the h3 that Nuxt has', async () => {
    const { createApp, defineEventHandler, toNodeListener, toWebRequest, createRouter } = await import('h3-1');
    Object.assign(process.env, environment);
    Object.assign(globalThis, { defineEventHandler, toWebRequest });
    const { default: handler } = await import(example('nuxt/server/routes/sms.post.js'));
    const { origin, stop } = await listen(toNodeListener(createApp().use(createRouter().post('/sms', handler))), []);
    for (const body of ['Hello', 'Hi', 'A longer message'])
      expect((await post(`${origin}/sms`, formOf({ ...message, Body: body }), { signedUrl: `${publicUrl}/sms` })).text).toBe(
        answer.replace('Hello', body),
      );
    expect((await post(`${origin}/sms`, form)).status).toBe(403);
    stop();
  });
});

describe("the example for Next's pages router", () => {
  test('answers what Twilio signed, run by what runs API routes in Next', async () => {
    Object.assign(process.env, environment);
    const { apiResolver } = await import('next/dist/server/api-utils/node/api-resolver.js');
    const route = await import(example('next-pages/pages/api/sms.js'));
    const preview = { previewModeId: 'x', previewModeEncryptionKey: 'x', previewModeSigningKey: 'x' };
    const { origin, stop } = await listen(
      (request, response) => void apiResolver(request, response, {}, route, preview as never, true, true, '/api/sms'),
      [],
    );
    for (const body of ['Hello', 'Hi', 'A longer message'])
      expect((await post(`${origin}/api/sms`, formOf({ ...message, Body: body }), { signedUrl: `${publicUrl}/api/sms` })).text).toBe(
        answer.replace('Hello', body),
      );
    expect((await post(`${origin}/api/sms`, form)).status).toBe(403);
    stop();
  });
});

describe('the example for nginx', () => {
  test('answers what comes with the headers that its configuration sets, and refuses what comes without', async () => {
    const port = await serve(process.execPath, [example('nginx/server.js')]);
    const lines = readFileSync(example('nginx/nginx.conf'), 'utf8').matchAll(/^\s*proxy_set_header (\S+) (\S+);$/gm);
    const variables: Record<string, string> = { $host: 'public.example', $scheme: 'https' };
    const headers = Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, variables[value] ?? value]));
    expect(Object.keys(headers)).toHaveLength(2);
    const send = (more: Record<string, string>) =>
      post(`http://127.0.0.1:${port}/sms`, form, { signedUrl: `${publicUrl}/sms`, headers: more });
    expect(await send(headers)).toMatchObject({ status: 200, text: answer });
    // What nginx sends by default: the name of the upstream as host, and nothing else.
    expect((await send({})).status).toBe(403);
  });
});

describe('the example for Supabase', () => {
  test('answers what Twilio signed for the path that stands before the function', async () => {
    const port = await findPort();
    // The edge runtime gives the function its port; what the example says to Deno.serve has no place for one.
    const flags = ['run', '--allow-all', '--no-lock', '--node-modules-dir=manual'];
    program = start(deno, [...flags, example('supabase/supabase/functions/sms/index.js')], {
      ...environment,
      PUBLIC_URL: `${publicUrl}/functions/v1`,
      DENO_SERVE_ADDRESS: `tcp:127.0.0.1:${port}`,
    });
    await program.waitFor(/Listening on/i);
    const url = `http://127.0.0.1:${port}/sms`;
    expect(await post(url, form, { signedUrl: `${publicUrl}/functions/v1/sms` })).toMatchObject({ status: 200, text: answer });
    expect((await post(url, form, { signedUrl: `${publicUrl}/sms` })).status).toBe(403);
  });
});

describe.each(['websocket', 'websocket-fastify', 'websocket-hono'])('the example %s', (folder) => {
  test('sends sound back to a stream that Twilio signed', async () => {
    const port = await serve(process.execPath, [example(`${folder}/server.js`)]);
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
