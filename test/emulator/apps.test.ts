import { createServer } from 'node:http';
import express from 'express';
import { afterEach, describe, expect, test } from 'vitest';
import { type App, createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js';
import { TEST_AUTH_TOKEN } from '../../src/fixtures/test-auth-token.js';
import { webhook as nodeWebhook } from '../../src/node/index.js';
import { GatherResult, IncomingCall } from '../../src/payloads/voice/index.js';
import { voiceResponse } from '../../src/twiml/index.js';
import { webhook } from '../../src/webhook/index.js';
import { sendXml, serve, serveHandler, type TestServer } from '../cli/serve.js';

const OURS = '+15550001111';
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

function keep<Closable extends { close(): Promise<void> }>(one: Closable): Closable {
  open.push(one);
  return one;
}

function emulate(options: EmulatorOptions): Emulator {
  return keep(createEmulator({ authToken: TEST_AUTH_TOKEN, numbers: { [OURS]: '/voice' }, ...options }));
}

const options = { authToken: TEST_AUTH_TOKEN, onRejected: () => undefined };
const menu = () =>
  voiceResponse()
    .gather({ action: '/menu', numDigits: 1 }, (gather) => gather.say('Press one for the opening hours.'))
    .redirect('/voice');
const choose = ({ Digits }: { readonly Digits?: string | undefined }) =>
  Digits === '1' ? voiceResponse().say('We are open from nine to five.').hangup() : voiceResponse().redirect('/voice');

/** The same application in each form. It verifies the signatures of the URL that it sees by the headers of a proxy. */
function makeExpress(): express.Express {
  const app = express();
  const trusting = { ...options, trustForwarded: true };
  app.post('/voice', nodeWebhook(IncomingCall, trusting, menu));
  app.post('/menu', nodeWebhook(GatherResult, trusting, choose));
  return app;
}

const APPS: Readonly<Record<string, () => Promise<App>>> = {
  '{ fetch }': async () => {
    const routes: Readonly<Record<string, (request: Request) => Promise<Response>>> = {
      '/voice': webhook(IncomingCall, options, menu),
      '/menu': webhook(GatherResult, options, choose),
    };
    return { fetch: (request) => routes[new URL(request.url).pathname]?.(request) ?? new Response(null, { status: 404 }) };
  },
  '{ listener }': async () => ({ listener: makeExpress() }),
  '{ server } that does not listen': async () => ({ server: createServer(makeExpress()) }),
  '{ server } that listens': async () => {
    const server = createServer(makeExpress());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    keep({ close: () => new Promise((resolve) => server.close(() => resolve())) });
    return { server };
  },
  '{ url }': async () => ({ url: keep(await serveHandler(makeExpress())).origin }),
};

describe.each(Object.keys(APPS))('an application as %s', (form) => {
  const make = APPS[form] as (typeof APPS)[string];

  test.each([undefined, 'https://calls.example'])('is asked for each document, signed for the public URL %s', async (publicUrl) => {
    const twilio = emulate({ app: await make(), publicUrl });
    const call = await twilio.phone('+14155550100').call(OURS);
    await call.hear('Press one');
    await call.press('2');
    await call.hear('Press one');
    await call.press('1');
    await call.hear('open from nine to five');
    await twilio.idle();
    expect(twilio.findings).toEqual([]);
    expect(twilio.webhooks.map(({ kind, response }) => [kind, response?.status])).toEqual([
      ['voice.incoming', 200],
      ['voice.gather', 200],
      ['voice.redirect', 200],
      ['voice.gather', 200],
    ]);
  });
});

describe('where the requests of an emulator go', () => {
  const document = '<Response><Say>Hello from here.</Say></Response>';

  async function start(...args: Parameters<typeof serve>): Promise<TestServer> {
    return keep(await serve(...args));
  }

  test('is the URL itself where a running server is given, and no other is named', async () => {
    const server = await start((_, response) => sendXml(response, document));
    const twilio = emulate({ app: { url: `127.0.0.1:${server.port}` } });
    const call = await twilio.phone('+14155550100').call(OURS);
    await call.hear('Hello from here');
    expect(twilio.webhooks[0]?.url).toBe(`http://127.0.0.1:${server.port}/voice`);
    expect(server.received[0]?.headers['x-forwarded-host']).toBeUndefined();
  });

  test('is the place of the public URL in the server, prefix and all', async () => {
    const server = await start((_, response) => sendXml(response, document));
    const twilio = emulate({
      app: { url: server.origin },
      publicUrl: 'https://calls.example/api',
      numbers: { [OURS]: 'https://calls.example/api/voice?x=a%2Fb' },
    });
    await (await twilio.phone('+14155550100').call(OURS)).hear('Hello');
    expect(server.received[0]).toMatchObject({
      url: '/voice?x=a%2Fb',
      headers: { 'x-forwarded-host': 'calls.example', 'x-forwarded-proto': 'https' },
    });
  });

  test('says what is wrong when nothing listens there', async () => {
    const server = await serve(() => undefined);
    await server.close();
    const twilio = emulate({ app: { url: server.origin }, strict: false });
    const call = await twilio.phone('+14155550100').call(OURS);
    await call.hear('application error');
    expect(twilio.findings).toMatchObject([
      {
        twilioCode: 11205,
        severity: 'error',
        message: expect.stringContaining(`Nothing listens on 127.0.0.1:${server.port}; is the server running?`),
      },
    ]);
    expect(twilio.webhooks).toHaveLength(2);
  });

  test('is another server of this machine where a document names one, and never another machine', async () => {
    const other = await start((_, response) => sendXml(response, document));
    const twilio = emulate({
      app: {
        fetch: async (request) => {
          const next = request.url.endsWith('/voice') ? `${other.origin}/next` : 'https://elsewhere.example/next';
          return new Response(`<Response><Redirect>${next}</Redirect></Response>`, { headers: { 'content-type': 'text/xml' } });
        },
      },
      numbers: { [OURS]: '/voice', '+15550002222': '/out' },
      strict: false,
    });
    await (await twilio.phone('+14155550100').call(OURS)).hear('Hello from here');
    await (await twilio.phone('+14155550100').call('+15550002222')).hear('application error');
    expect(twilio.findings).toMatchObject([
      { twilioCode: 11210, message: expect.stringContaining('https://elsewhere.example is not this machine') },
    ]);
  });

  test('is one application of several, by its origin', async () => {
    const say = (text: string): App => ({
      fetch: () => new Response(`<Response><Say>${text}</Say></Response>`, { headers: { 'content-type': 'text/xml' } }),
    });
    const twilio = emulate({
      apps: { 'https://a.example': say('This is A.'), 'https://b.example:8443': say('This is B.') },
      numbers: { '+15550000001': 'https://a.example/x', '+15550000002': 'https://b.example:8443/x' },
    });
    await (await twilio.phone('+14155550101').call('+15550000001')).hear('This is A.');
    await (await twilio.phone('+14155550102').call('+15550000002')).hear('This is B.');
  });

  test('gets the credentials of a URL when it asks for them, and signs the URL without', async () => {
    const server = await start(({ headers }, response) => {
      if (headers.authorization === undefined) response.writeHead(401, { 'www-authenticate': 'Basic' }).end();
      else sendXml(response, document);
    });
    const { host } = new URL(server.origin);
    const twilio = emulate({ app: { url: server.origin }, numbers: { [OURS]: `http://ada:lovelace@${host}/voice` } });
    await (await twilio.phone('+14155550100').call(OURS)).hear('Hello');
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([undefined, `Basic ${btoa('ada:lovelace')}`]);
    expect(twilio.webhooks.map(({ url }) => url)).toEqual([`${server.origin}/voice`]);
  });

  test.each([
    [{}],
    [{ fetch: 1 }],
    [{ url: 3000 }],
    [{ fetch: () => new Response(), url: 'http://127.0.0.1:1' }],
    ['http://127.0.0.1:1'],
    [null],
  ])('cannot be %j', (app) => {
    expect(() => createEmulator({ app: app as never })).toThrow(/The app of https?:\S+ is one of \{ fetch \}/);
  });

  test('may be a router whose fetch is a method of its class', async () => {
    class Router {
      readonly #text = 'Hello from a method.';
      async fetch(_request: Request): Promise<Response> {
        return new Response(`<Response><Say>${this.#text}</Say></Response>`, { headers: { 'content-type': 'text/xml' } });
      }
    }
    await (await emulate({ app: new Router() }).phone('+14155550100').call(OURS)).hear('Hello from a method.');
  });

  test('cannot be another machine without leave', () => {
    expect(() => createEmulator({ app: { url: 'https://example.com' } })).toThrow('example.com is not this machine');
  });
});

describe('closing an emulator', () => {
  test('ends what it has opened: the port of a listener, and requests that hang', async () => {
    let port = 0;
    const app: App = {
      listener: (request: { readonly socket: { readonly localPort?: number } }, _response: unknown) => {
        port = request.socket.localPort ?? 0;
      },
    };
    const twilio = createEmulator({ app, numbers: { [OURS]: '/voice' } });
    const call = twilio.phone('+14155550100').call(OURS);
    call.catch(() => undefined);
    while (port === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await twilio.close();
    const probe = createServer();
    await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(port, '127.0.0.1', resolve));
    await new Promise((resolve) => probe.close(resolve));
  });

  test('leaves a server alone that had been listening before', async () => {
    const server = createServer((_, response) => sendXml(response, '<Response><Say>Hi</Say></Response>'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const twilio = createEmulator({ app: { server }, numbers: { [OURS]: '/voice' } });
    await (await twilio.phone('+14155550100').call(OURS)).hear('Hi');
    await twilio.close();
    expect(server.listening).toBe(true);
    await new Promise((resolve) => server.close(resolve));
  });
});
