import { createServer } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { type Clock, realClock } from '../../src/delivery/clock.js';
import { exchange } from '../../src/delivery/exchange.js';
import { makeFetchTransport } from '../../src/delivery/fetch-transport.js';
import { httpTransport, type ListenerTransport, makeListenerTransport } from '../../src/delivery/http.js';
import { kindSchema } from '../../src/delivery/kind.js';
import { makeOutgoing } from '../../src/delivery/outgoing.js';
import { makeRouter } from '../../src/delivery/route.js';
import type { Transport } from '../../src/delivery/transport.js';
import { formFixture } from '../../src/fixtures/fixture.js';
import { TEST_AUTH_TOKEN } from '../../src/fixtures/test-auth-token.js';
import { webhook as nodeWebhook } from '../../src/node/index.js';
import { IncomingMessage } from '../../src/payloads/messaging/index.js';
import { messagingResponse } from '../../src/twiml/index.js';
import { webhook } from '../../src/webhook/index.js';
import { serveHandler } from '../cli/serve.js';

const authToken = TEST_AUTH_TOKEN;
const schema = kindSchema('messaging.incoming');

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

function keep<Closable extends { close(): Promise<void> }>(one: Closable): Closable {
  open.push(one);
  return one;
}

/** Sends a message with a text of its own. */
async function send(transport: Transport, url: string, Body: string, clock: Clock = realClock, authTokenOf = authToken) {
  const router = makeRouter(url, undefined, { allowRemote: true });
  const content = { ...formFixture(schema), Body };
  const outgoing = makeOutgoing({ schema, content, route: router.first, seed: 1, authToken: authTokenOf });
  return exchange(outgoing, { router, transport, clock }, new Map());
}

const reply = ({ Body }: { readonly Body: string }) => messagingResponse().message(`You said ${Body}`);
const options = { authToken, onRejected: () => undefined };

/** The same application behind each transport, with the URL that it is called by. */
const TRANSPORTS: Readonly<Record<string, () => Promise<readonly [Transport, string]>>> = {
  'a fetch handler in this process': async () => [
    makeFetchTransport(webhook(IncomingMessage, options, reply)),
    'https://example.com/sms?x=1',
  ],
  'a Node listener': async () => {
    const listener = nodeWebhook(IncomingMessage, { ...options, trustForwarded: true }, reply);
    return [keep(makeListenerTransport(listener)), 'https://example.com/sms?x=1'];
  },
  'HTTP on this machine': async () => {
    const server = keep(await serveHandler(nodeWebhook(IncomingMessage, options, reply)));
    return [httpTransport, `${server.origin}/sms?x=1`];
  },
};

describe.each(Object.keys(TRANSPORTS))('a webhook by %s', (name) => {
  const make = TRANSPORTS[name] as (typeof TRANSPORTS)[string];

  test('is taken, and answered each time for itself', async () => {
    const [transport, url] = await make();
    for (const text of ['hi', 'a longer text than before', 'é']) {
      const { answer, findings } = await send(transport, url, text);
      expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' } });
      expect(answer?.body).toContain(`You said ${text}`);
      expect(findings).toEqual([]);
    }
  });

  test('is refused when somebody else signed it', async () => {
    const [transport, url] = await make();
    expect((await send(transport, url, 'hi', realClock, 'f'.repeat(32))).answer?.status).toBe(403);
  });
});

describe('the transport for a fetch handler', () => {
  test('gives up on a handler that takes longer than Twilio waits, in the time of the clock that it has', async () => {
    let now = 0;
    // Whoever waits is the only one who moves this clock.
    const clock: Clock = {
      now: () => now,
      sleep: async (ms) => {
        now += ms;
      },
    };
    const transport = makeFetchTransport(() => new Promise(() => undefined), clock);
    const { answer, attempts, durationMs } = await send(transport, 'https://example.com/sms', 'hi', clock);
    expect(answer).toBeUndefined();
    expect(attempts).toMatchObject([{ failure: 'Nothing came for 15000 ms', durationMs: 15_000 }]);
    expect(durationMs).toBe(15_000);
  });

  test('has no answer of a handler that throws, and repeats nothing of what it said', async () => {
    const transport = makeFetchTransport(() => {
      throw new TypeError('a secret');
    });
    const { attempts } = await send(transport, 'https://example.com/sms', 'hi');
    expect(attempts).toMatchObject([{ failure: 'The handler threw TypeError' }]);
  });

  test('follows redirects, and keeps cookies apart', async () => {
    const seen: string[] = [];
    const transport = makeFetchTransport(async (request) => {
      seen.push(`${request.method} ${new URL(request.url).pathname} ${request.headers.get('cookie') ?? ''}`);
      if (seen.length > 1) return new Response('<Response/>', { headers: { 'content-type': 'text/xml' } });
      const headers = new Headers({ location: '/b' });
      headers.append('set-cookie', 'a=1; Path=/');
      headers.append('set-cookie', 'b=2');
      return new Response(null, { status: 302, headers });
    });
    expect((await send(transport, 'https://example.com/a', 'hi')).findings).toEqual([]);
    expect(seen).toEqual(['POST /a ', 'GET /b a=1; b=2']);
  });
});

describe('the transport for a Node listener', () => {
  test('serves nothing before the first request, and nothing after it was closed', async () => {
    const ports: number[] = [];
    const transport: ListenerTransport = makeListenerTransport((request, response) => {
      ports.push(request.socket.localPort ?? 0);
      response.setHeader('content-type', 'text/xml').end('<Response/>');
    });
    await transport.close();
    await send(transport, 'https://example.com/sms', 'hi');
    await transport.close();
    const probe = createServer();
    await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(ports[0], '127.0.0.1', resolve));
    await new Promise((resolve) => probe.close(resolve));
  });
});
