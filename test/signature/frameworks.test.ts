import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import formbody from '@fastify/formbody';
import express from 'express';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explainSignature, isSignatureValid, type SignedRequest } from '../../src/signature/index.js';
import { authToken, sha256, sign, tailOf } from './signing.js';

const FORM = 'application/x-www-form-urlencoded';
const form = 'CallSid=CA1&From=%2B15005550009&FromCity=&Body=Hi+there';
const publicUrl = 'https://hooks.example.com/twilio/sms';

/** What a handler that rebuilds the request from its framework would pass to the verifier. */
type Given = Pick<SignedRequest, 'url' | 'body'> & { readonly headers: IncomingHttpHeaders; readonly method: string };

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Sends a request as Twilio does, to a server on this machine, under the public host's name. */
async function send(port: number, path: string, body: string, headers: Record<string, string>): Promise<Given> {
  const answer = await new Promise<string>((resolve, reject) => {
    const sent = httpRequest({ port, path, method: 'POST', headers: { host: 'hooks.example.com', ...headers } }, (response) => {
      response.setEncoding('utf8');
      let text = '';
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(text));
    });
    sent.on('error', reject);
    sent.end(body);
  });
  return JSON.parse(answer) as Given;
}

function explain(given: Given): { cause: string | undefined; matchedUrl: string | undefined } {
  expect(isSignatureValid(given, { authToken })).toBe(false);
  const { cause, matchedUrl } = explainSignature(given, { authToken });
  return { cause, matchedUrl };
}

describe('express', () => {
  let server: Server;
  let port: number;

  beforeAll(async () => {
    const app = express();
    const echo: express.Handler = (request, response) => {
      const { originalUrl, url, method, headers, body } = request;
      const path = headers['x-test-url'] === 'mounted' ? url : originalUrl;
      response.json({ url: `${request.protocol}://${headers.host}${path}`, method, headers, body });
    };
    app.use('/twilio', express.Router().post('/sms', express.urlencoded({ extended: true }), express.json(), echo));
    app.post('/unparsed', (request, response) => {
      response.json({
        url: `https://${request.headers.host}${request.originalUrl}`,
        method: 'POST',
        headers: request.headers,
        body: request.body,
      });
    });
    app.set('trust proxy', true);
    server = createServer(app);
    port = await listen(server);
  });
  afterAll(() => server.close());

  const https = { 'x-forwarded-proto': 'https' };

  test('what its parsers leave alone verifies', async () => {
    const given = await send(port, '/twilio/sms', form, {
      ...https,
      'content-type': FORM,
      'x-twilio-signature': sign(publicUrl + tailOf(form)),
    });
    expect(isSignatureValid(given, { authToken })).toBe(true);
  });

  test('its extended parser nests names', async () => {
    const body = 'Media%5B0%5D%5BUrl%5D=x&list%5B%5D=1&list%5B%5D=2&Body=Hi';
    const signed = `${publicUrl}BodyHiMedia[0][Url]xlist[]1list[]2`;
    const given = await send(port, '/twilio/sms', body, { ...https, 'content-type': FORM, 'x-twilio-signature': sign(signed) });
    expect(explain(given)).toEqual({ cause: 'body-parsed', matchedUrl: publicUrl });
  });

  test('its JSON parser takes the bytes away', async () => {
    const url = `${publicUrl}?bodySHA256=${sha256('[{"id":1}]')}`;
    const path = url.slice('https://hooks.example.com'.length);
    const given = await send(port, path, '[{"id":1}]', { ...https, 'content-type': 'application/json', 'x-twilio-signature': sign(url) });
    expect(explain(given)).toEqual({ cause: 'body-parsed', matchedUrl: url });
  });

  test('a mounted router sees a path without its prefix', async () => {
    const headers = { ...https, 'content-type': FORM, 'x-twilio-signature': sign(publicUrl + tailOf(form)), 'x-test-url': 'mounted' };
    expect(explain(await send(port, '/twilio/sms', form, headers))).toEqual({ cause: 'wrong-path', matchedUrl: publicUrl });
  });

  test('without a parser there is no body', async () => {
    const signed = `https://hooks.example.com/unparsed${tailOf(form)}`;
    expect(explain(await send(port, '/unparsed', form, { 'content-type': FORM, 'x-twilio-signature': sign(signed) })).cause).toBe(
      'body-missing',
    );
  });

  test('TLS that ends at a proxy hides the scheme', async () => {
    const given = await send(port, '/twilio/sms', form, { 'content-type': FORM, 'x-twilio-signature': sign(publicUrl + tailOf(form)) });
    expect(explain(given)).toEqual({ cause: 'wrong-scheme', matchedUrl: publicUrl });
  });

  test('a proxy that sets its own Host hides both scheme and host', async () => {
    const proxy = createServer((incoming, outgoing) => {
      const headers = {
        ...incoming.headers,
        host: `127.0.0.1:${port}`,
        'x-forwarded-host': incoming.headers.host,
        'x-forwarded-for': '203.0.113.7',
      };
      incoming.pipe(httpRequest({ port, path: incoming.url, method: incoming.method, headers }, (response) => response.pipe(outgoing)));
    });
    const given = await send(await listen(proxy), '/twilio/sms', form, {
      'content-type': FORM,
      'x-twilio-signature': sign(publicUrl + tailOf(form)),
    });
    proxy.close();
    expect(given.url).toBe(`http://127.0.0.1:${port}/twilio/sms`);
    expect(explain(given)).toEqual({ cause: 'wrong-host', matchedUrl: publicUrl });
  });
});

describe('fastify', () => {
  const app = fastify();
  app.register(formbody);
  app.post('/*', (request) => {
    const { method, headers, body } = request;
    return { url: `${request.protocol}://${request.hostname}${request.url}`, method, headers, body };
  });
  afterAll(() => app.close());

  async function inject(url: string, body: string, headers: Record<string, string>): Promise<Given> {
    const response = await app.inject({ method: 'POST', url, payload: body, headers: { host: 'hooks.example.com:8443', ...headers } });
    return response.json<Given>();
  }

  test('its hostname has no port, and its protocol is that of the proxy', async () => {
    const signed = `https://hooks.example.com:8443/sms${tailOf(form)}`;
    const given = await inject('/sms', form, { 'content-type': FORM, 'x-twilio-signature': sign(signed) });
    expect(given.url).toBe('http://hooks.example.com/sms');
    expect(explain(given)).toEqual({ cause: 'wrong-port', matchedUrl: 'https://hooks.example.com:8443/sms' });
    expect(isSignatureValid({ ...given, url: 'https://hooks.example.com:8443/sms' }, { authToken })).toBe(true);
  });

  test('its form parser keeps repeated names and brackets as they are', async () => {
    const body = 'k=b&k=a&x%5By%5D=1&__proto__=2';
    const signed = 'https://hooks.example.com/sms__proto__2kakbx[y]1';
    const given = await inject('/sms', body, { 'content-type': FORM, 'x-twilio-signature': sign(signed) });
    expect(isSignatureValid({ ...given, url: 'https://hooks.example.com/sms' }, { authToken })).toBe(true);
  });

  test('its JSON parser takes the bytes away', async () => {
    const url = `https://hooks.example.com/events?bodySHA256=${sha256('{"a":1}')}`;
    const given = await inject(url.slice('https://hooks.example.com'.length), '{"a":1}', {
      'content-type': 'application/json',
      'x-twilio-signature': sign(url),
    });
    expect(explain(given).cause).toBe('body-parsed');
  });
});

describe('AWS Lambda', () => {
  const host = 'abc123.execute-api.us-east-1.amazonaws.com';

  test('a v1 event has the stage in another field', () => {
    const event = {
      path: '/sms',
      requestContext: { path: '/prod/sms' },
      httpMethod: 'POST',
      headers: { Host: host, 'Content-Type': FORM, 'X-Twilio-Signature': sign(`https://${host}/prod/sms${tailOf(form)}`) },
      body: form,
    };
    const given = { method: event.httpMethod, headers: event.headers, body: event.body };
    const explanation = explainSignature({ ...given, url: `https://${host}${event.path}` }, { authToken });
    expect(explanation).toMatchObject({ cause: 'wrong-path', matchedUrl: `https://${host}/prod/sms` });
    expect(isSignatureValid({ ...given, url: `https://${host}${event.requestContext.path}` }, { authToken })).toBe(true);
  });

  test('a v1 event has its query decoded', () => {
    const signed = `https://${host}/prod/voice?CallSid=CA1&Caller=sip:joe@example.com&City=SAN%20FRANCISCO`;
    const event = {
      queryStringParameters: { CallSid: 'CA1', Caller: 'sip:joe@example.com', City: 'SAN FRANCISCO' },
      headers: { 'X-Twilio-Signature': sign(signed) },
      body: null,
    };
    const query = Object.entries(event.queryStringParameters).map((pair) => pair.join('='));
    const url = `https://${host}/prod/voice?${query.join('&')}`;
    const request = { url, method: 'GET', headers: event.headers, body: event.body as unknown as undefined };
    // The standard's spelling of this URL is the one that was signed, so that nothing is lost; form encoding loses it.
    expect(isSignatureValid(request, { authToken })).toBe(true);
    const encoded = `https://${host}/prod/voice?${new URLSearchParams(event.queryStringParameters)}`;
    expect(explainSignature({ ...request, url: encoded }, { authToken }).valid).toBe(false);
  });

  test('a v2 event has its body in base64', () => {
    const event = {
      rawPath: '/sms',
      rawQueryString: 'user=7',
      isBase64Encoded: true,
      requestContext: { domainName: host, http: { method: 'POST' } },
      headers: { 'content-type': FORM, 'x-twilio-signature': sign(`https://${host}/sms?user=7${tailOf(form)}`) },
      body: Buffer.from(form).toString('base64'),
    };
    const url = `https://${event.requestContext.domainName}${event.rawPath}?${event.rawQueryString}`;
    const request = { url, method: 'POST', headers: event.headers, body: event.body };
    expect(explainSignature(request, { authToken })).toMatchObject({
      cause: 'body-changed',
      matchedUrl: url,
      suggestion: expect.stringContaining('isBase64Encoded'),
    });
    expect(isSignatureValid({ ...request, body: Buffer.from(event.body, 'base64') }, { authToken })).toBe(true);
  });
});

describe('Next.js', () => {
  const headers = { 'content-type': FORM, 'x-forwarded-host': 'app.example.com', 'x-forwarded-proto': 'https', host: 'localhost:3000' };

  test('a route handler sees the inner origin', () => {
    const signature = sign(`https://app.example.com/api/sms${tailOf(form)}`);
    const request = new Request('http://localhost:3000/api/sms', {
      method: 'POST',
      headers: { ...headers, 'x-twilio-signature': signature },
    });
    const given = { url: request.url, method: 'POST', headers: request.headers, body: form };
    expect(explainSignature(given, { authToken })).toMatchObject({ cause: 'wrong-host', matchedUrl: 'https://app.example.com/api/sms' });
  });

  test('its redirect to a URL without a slash is another URL', () => {
    const signature = sign(`https://app.example.com/api/sms/${tailOf(form)}`);
    const given = {
      url: 'https://app.example.com/api/sms',
      method: 'POST',
      headers: { ...headers, 'x-twilio-signature': signature },
      body: form,
    };
    expect(explainSignature(given, { authToken })).toMatchObject({
      cause: 'trailing-slash',
      matchedUrl: 'https://app.example.com/api/sms/',
    });
  });

  test('the quote that a Request escapes verifies all the same', () => {
    const signed = "https://app.example.com/api/voice?Caller=O'hara+x";
    const request = new Request(signed, { headers: { 'x-twilio-signature': sign(signed) } });
    expect(request.url).toContain('%27');
    expect(isSignatureValid({ url: request.url, method: 'GET', headers: request.headers }, { authToken })).toBe(true);
  });
});
