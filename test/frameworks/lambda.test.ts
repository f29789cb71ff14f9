// The events are of the shapes that AWS documents, made of real HTTP requests as each of the four services makes them.
import middy from '@middy/core';
import parseJson from '@middy/http-json-body-parser';
import parseForms from '@middy/http-urlencode-body-parser';
import type { ALBEvent, APIGatewayProxyEvent, APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { messagingResponse, type RingbackError } from 'ringback';
import { type LambdaEvent, type LambdaHandler, type LambdaResult, verify, webhook, webhookRouter } from 'ringback/lambda';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { describe, expect, test } from 'vitest';
import { describeFramework } from './support/cases.js';
import { authToken, makeEndpoints } from './support/endpoints.js';
import { listen, makeReport } from './support/listen.js';
import { formOf, message, sign } from './support/requests.js';

/** A request as the services get it. */
interface HttpRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

type Pairs = [string, string][];

const decoded = (query: string): Pairs => [...new URLSearchParams(query)];
const asWritten = (query: string): Pairs =>
  query === '' ? [] : query.split('&').map((pair) => [pair.split('=', 1)[0] ?? '', pair.slice(pair.indexOf('=') + 1)]);
const single = (pairs: Pairs) => (pairs.length === 0 ? null : Object.fromEntries(pairs));
const multiple = (pairs: Pairs) => {
  const values: Record<string, string[]> = {};
  for (const [name, value] of pairs) values[name] = [...(values[name] ?? []), value];
  return pairs.length === 0 ? null : values;
};
const encode = (body: Buffer, isBase64Encoded: boolean) => ({
  body: body.length === 0 ? null : body.toString(isBase64Encoded ? 'base64' : 'utf8'),
  isBase64Encoded,
});
const titled = (headers: HttpRequest['headers']): Pairs =>
  Object.entries(headers).map(([name, value]) => [name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()), value]);

/** API Gateway, REST API: the query is decoded, the path lacks the stage that the context has. */
function restApi({ method, host, path, query, headers, body }: HttpRequest): Partial<APIGatewayProxyEvent> {
  const pairs = decoded(query);
  return {
    resource: '/{proxy+}',
    httpMethod: method,
    path,
    headers: Object.fromEntries(titled(headers)),
    multiValueHeaders: multiple(titled(headers)) ?? {},
    queryStringParameters: single(pairs),
    multiValueQueryStringParameters: multiple(pairs),
    requestContext: { path, domainName: host, stage: 'prod', protocol: 'HTTP/1.1' } as APIGatewayProxyEvent['requestContext'],
    ...encode(body, false),
  };
}

/** API Gateway, HTTP API: everything as it came, forms as base64. */
function httpApi({ method, host, path, query, headers, body }: HttpRequest): Partial<APIGatewayProxyEventV2> {
  const { body: text, isBase64Encoded } = encode(body, true);
  return {
    version: '2.0',
    rawPath: path,
    rawQueryString: query,
    headers,
    requestContext: { domainName: host, stage: '$default', http: { method, path } } as APIGatewayProxyEventV2['requestContext'],
    isBase64Encoded,
    ...(text !== null && { body: text }),
  };
}

/** A function URL: the same, with another host. */
function functionUrl(request: HttpRequest): Partial<APIGatewayProxyEventV2> {
  return { ...httpApi(request), routeKey: '$default' };
}

/** A load balancer leaves the query as it was written. Whether it sends several values is a setting of its target group. */
function loadBalancer(isMultiple: boolean): (request: HttpRequest) => Partial<ALBEvent> {
  return ({ method, path, query, headers, body }) => {
    const pairs = asWritten(query);
    const values = isMultiple
      ? { multiValueHeaders: multiple(Object.entries(headers)) ?? {}, multiValueQueryStringParameters: multiple(pairs) ?? {} }
      : { headers, queryStringParameters: single(pairs) ?? {} };
    return {
      requestContext: { elb: { targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/x/1' } },
      httpMethod: method,
      path,
      ...values,
      body: body.toString(),
      isBase64Encoded: false,
    };
  };
}

/** Netlify, whose events have the whole URL as it came, and no request context. */
function netlify({ method, host, path, query, headers, body }: HttpRequest): object {
  return {
    rawUrl: `https://${host}${path}${query === '' ? '' : `?${query}`}`,
    rawQuery: query,
    path,
    httpMethod: method,
    headers,
    multiValueHeaders: multiple(Object.entries(headers)),
    queryStringParameters: single(decoded(query)) ?? {},
    multiValueQueryStringParameters: multiple(decoded(query)) ?? {},
    ...encode(body, true),
  };
}

/** The services are called by https alone, but for the load balancer, which says how it was called. */
const kinds = [
  { name: 'a REST API', toEvent: restApi, signedScheme: 'https', rawUrls: false },
  { name: 'an HTTP API', toEvent: httpApi, signedScheme: 'https', rawUrls: true },
  { name: 'a function URL', toEvent: functionUrl, signedScheme: 'https', rawUrls: true },
  { name: 'Netlify', toEvent: netlify, signedScheme: 'https', rawUrls: true },
  { name: 'a load balancer', toEvent: loadBalancer(false), signedScheme: 'http', rawUrls: true },
  { name: 'a load balancer that sends several values', toEvent: loadBalancer(true), signedScheme: 'http', rawUrls: true },
] as const;

for (const { name, toEvent, signedScheme, rawUrls } of kinds) {
  describeFramework({
    name: `lambda behind ${name}`,
    rawUrls,
    verifies: true,
    signedScheme,
    start() {
      const { rejections, report } = makeReport();
      const endpoints: Record<string, LambdaHandler> = makeEndpoints({ webhook, router: webhookRouter }, report);
      const verified = verify({ authToken, onRejected: ({ code, message: text }) => report(code, text) });
      const showTwilio = verified(async (event) => ({ statusCode: 200, headers: {}, body: JSON.stringify(event.twilio) }));
      return listen(async (request, response) => {
        const [path = '', query = ''] = (request.url ?? '/').split(/\?(.*)/s);
        const given = Object.entries(request.headers).map(([key, value]): [string, string] => [key, String(value)]);
        const headers = { 'x-forwarded-proto': signedScheme, ...Object.fromEntries(given) };
        const body = Buffer.concat(await request.toArray());
        const event = toEvent({
          method: request.method ?? '',
          host: request.headers.host ?? '',
          path,
          query,
          headers,
          body,
        }) as LambdaEvent;
        const result: Partial<LambdaResult> | undefined = await (path === '/verified' ? showTwilio(event, {}) : endpoints[path]?.(event));
        response.writeHead(result?.statusCode ?? 404, { ...result?.headers, ...result?.multiValueHeaders }).end(result?.body);
      }, rejections);
    },
  });
}

describe('an event', () => {
  const request = (form: string, path: string, host = 'example.com'): HttpRequest => ({
    method: 'POST',
    host,
    path,
    query: '',
    headers: {
      host,
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': sign(`https://example.com${path}`, form),
    },
    body: Buffer.from(form),
  });
  const handler = webhook(IncomingMessage, { authToken, onRejected: () => undefined }, () => null);

  test('of the types that AWS publishes is taken', async () => {
    const event = restApi(request(formOf(message), '/prod/sms')) as APIGatewayProxyEvent;
    expect((await handler(event)).statusCode).toBe(200);
    expect((await handler(httpApi(request(formOf(message), '/sms')) as APIGatewayProxyEventV2)).statusCode).toBe(200);
    expect((await handler(loadBalancer(true)(request(formOf(message), '/sms')) as ALBEvent)).statusCode).toBe(200);
  });

  test('of a REST API has its stage in the URL', async () => {
    const event = restApi(request(formOf(message), '/prod/sms')) as APIGatewayProxyEvent;
    expect((await handler({ ...event, path: '/sms' })).statusCode).toBe(200);
    expect((await handler({ ...event, requestContext: { ...event.requestContext, path: '/sms' } })).statusCode).toBe(403);
  });

  test.each([
    ['headers', { multiValueHeaders: {} }],
    ['a query', { queryStringParameters: { mode: 'menu' }, multiValueQueryStringParameters: {} }],
  ])('whose place for several values is empty has %s in the other', async (_, part) => {
    const query = 'queryStringParameters' in part ? '?mode=menu' : '';
    const { 'x-twilio-signature': _signature, ...headers } = request(formOf(message), '/sms').headers;
    const signed = { ...headers, 'x-twilio-signature': sign(`https://example.com/sms${query}`, formOf(message)) };
    const event = restApi({ ...request(formOf(message), '/sms'), headers: signed }) as APIGatewayProxyEvent;
    expect((await handler({ ...event, ...part })).statusCode).toBe(200);
  });

  test.each([
    ['nothing', undefined, 'got undefined'],
    ['an empty object', {}, 'got an object without any fields'],
    ['the test event of the console', { key1: 'value1', key2: 'value2' }, 'got an object with key1, key2.'],
    ['records of a queue', { Records: [{ eventSource: 'aws:sqs', body: '{}' }] }, 'got records of a queue, a topic or a bucket (Records)'],
    ['a socket event', { requestContext: { connectionId: 'x', routeKey: '$connect' } }, 'got an object with requestContext.'],
    ['a context that is none', { rawPath: '/', rawQueryString: '', requestContext: null }, 'with rawPath, rawQueryString, requestContext.'],
    ['text', 'secret', 'got a string.'],
    ['a list', [1], 'got a list.'],
  ])('that is %s is an error that says what came', async (_, event, found) => {
    const refused = new RegExp(`expected an HTTP request: an event of API Gateway.*${found.replaceAll(/[()$]/g, '\\$&')}`);
    for (const called of [handler, verify({ authToken })(async () => 'reached')]) {
      const failure: unknown = await called(event as never, {}).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(TypeError);
      expect(String(failure)).toMatch(refused);
      expect(String(failure)).not.toMatch(/value1|secret/);
    }
  });

  test.each([
    [{ source: 'serverless-plugin-warmup' }],
    [{ warmer: true, concurrency: 3 }],
    [{ version: '0', source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} }],
  ])('that keeps the function warm is an error that says what to do: %j', async (event) => {
    for (const called of [handler, verify({ authToken })(async () => 'reached')]) {
      const failure: unknown = await called(event as never, {}).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(TypeError);
      expect(String(failure)).toMatch(/expected an HTTP request.*only keeps the function warm: return before the webhook/);
    }
    const request = { ...event, rawPath: '/sms', rawQueryString: '', headers: {}, requestContext: { http: { method: 'POST' } } };
    expect((await handler(request)).statusCode).toBe(400);
  });

  test('gets cookies where its service looks for them, and bytes as base64', async () => {
    const answer = webhook(IncomingMessage, { authToken }, () => {
      const headers = new Headers([
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
      ]);
      return new Response(new Uint8Array([255, 0]), { headers });
    });
    const result = await answer(httpApi(request(formOf(message), '/sms')) as APIGatewayProxyEventV2);
    expect(result).toMatchObject({ cookies: ['a=1', 'b=2'], isBase64Encoded: true, body: Buffer.from([255, 0]).toString('base64') });
    const rest = await answer(restApi(request(formOf(message), '/sms')) as APIGatewayProxyEvent);
    expect(rest.multiValueHeaders).toMatchObject({ 'set-cookie': ['a=1', 'b=2'] });
  });

  test('whose form a parser has read is recovered, and one whose JSON it has is refused with what to change', async () => {
    const refusals: string[] = [];
    const onRejected = ({ code, message: text }: RingbackError) => void refusals.push(`${code} ${text}`);
    const answer = webhook(IncomingMessage, { authToken, onRejected }, ({ Body }) => messagingResponse().message(Body));
    const run = (parser: object, event: LambdaEvent) =>
      middy<LambdaEvent, LambdaResult>()
        .use(parser)
        .handler((given: LambdaEvent, context: Context) => answer(given, context))(event, {} as Context, {} as never);
    const form = `${formOf(message)}&Tag=b&Tag=a`;
    expect(await run(parseForms(), httpApi(request(form, '/sms')) as LambdaEvent)).toMatchObject({
      statusCode: 200,
      body: expect.stringContaining('<Message>Hello</Message>'),
    });
    const { headers } = request(form, '/sms');
    const json = { ...request('{"Body":"Hello"}', '/sms'), headers: { ...headers, 'content-type': 'application/json' } };
    expect(await run(parseJson(), httpApi(json) as LambdaEvent)).toMatchObject({ statusCode: 500, body: '' });
    expect(refusals).toEqual([expect.stringMatching(/^REQUEST_BODY_PARSED .*without a body parser, such as httpJsonBodyParser/)]);
  });

  test.each([
    { isBase64Encoded: true, body: '%%%' },
    { isBase64Encoded: true, body: undefined },
    { headers: undefined },
    { headers: { host: 'example.com/voice?' }, requestContext: { http: { method: 'POST' } } },
    { headers: { host: 'example.com', 'x-\u{1f600}': '\u{1f600}' } },
    { rawQueryString: '\ud800%' },
  ])('that holds %j is refused and no error', async (part) => {
    const event = { ...httpApi(request(formOf(message), '/sms')), ...part } as LambdaEvent;
    expect([400, 403]).toContain((await handler(event)).statusCode);
  });
});
