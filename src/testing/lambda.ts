import { type Delivery, type DeliveryOptions, makeDelivery } from '../delivery/delivery.js';
import type { FixtureSchema, Overrides } from '../fixtures/fixture.js';

/** Which service hands the event to the function. A function URL's events are those of API Gateway's second version. */
export type LambdaSource = 'api-gateway-v1' | 'api-gateway-v2' | 'function-url' | 'load-balancer';

/** What a Lambda event looks like. */
export interface LambdaShape {
  /** @default 'api-gateway-v2' */
  readonly source?: LambdaSource | undefined;
  /** Encodes the body in Base64, as API Gateway does for binary media types. @default false */
  readonly base64?: boolean | undefined;
  /** The stage of an API Gateway, which is in the public path but not in the event's. @default '$default' */
  readonly stage?: string | undefined;
}

/** How a Lambda event is made. */
export type LambdaEventOptions = DeliveryOptions & LambdaShape;

/** A signed webhook as the event that a Lambda function gets. */
export function signedLambdaEvent<Schema extends FixtureSchema>(
  schema: Schema,
  overrides: Overrides<Schema> | undefined,
  options: LambdaEventOptions,
): Record<string, unknown> {
  return toLambdaEvent(makeDelivery(schema, overrides, options), options);
}

/** Turns a delivery into a Lambda event. */
export function toLambdaEvent(delivery: Delivery, shape: LambdaShape): Record<string, unknown> {
  const { source = 'api-gateway-v2' } = shape;
  return source === 'api-gateway-v2' || source === 'function-url'
    ? eventOfVersion2(delivery, shape)
    : eventOfVersion1(delivery, shape, source);
}

function eventOfVersion2(delivery: Delivery, { stage = '$default', base64 = false }: LambdaShape): Record<string, unknown> {
  const { host, path, query } = readUrl(delivery.url);
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: { host, ...delivery.headers, 'x-forwarded-proto': 'https' },
    requestContext: { domainName: host, stage, http: { method: delivery.method, path, protocol: 'HTTP/1.1' } },
    ...encodeBody(delivery.body, base64),
  };
}

function eventOfVersion1(
  delivery: Delivery,
  { stage = '$default', base64 = false }: LambdaShape,
  source: LambdaSource,
): Record<string, unknown> {
  const { host, path, query } = readUrl(delivery.url);
  const inner = stage !== '$default' && path.startsWith(`/${stage}/`) ? path.slice(stage.length + 1) : path;
  const headers: Record<string, string> = { host, ...delivery.headers, 'x-forwarded-proto': 'https' };
  // A load balancer hands the query on as it came, API Gateway decodes it.
  const isRaw = source === 'load-balancer';
  const pairs = isRaw ? query.split('&').filter(Boolean).map(cutPair) : [...new URLSearchParams(query)];
  const several: Record<string, string[]> = {};
  for (const [name, value] of pairs) several[name] = [...(several[name] ?? []), value];
  return {
    httpMethod: delivery.method,
    path: inner,
    headers,
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    queryStringParameters: pairs.length === 0 ? null : Object.fromEntries(pairs),
    multiValueQueryStringParameters: pairs.length === 0 ? null : several,
    requestContext: isRaw
      ? { elb: { targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/a/1' } }
      : { domainName: host, stage, path, httpMethod: delivery.method },
    ...encodeBody(delivery.body, base64),
  };
}

function cutPair(pair: string): [string, string] {
  const equals = pair.indexOf('=');
  return equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
}

function readUrl(url: string): { readonly host: string; readonly path: string; readonly query: string } {
  const [, host = '', path = '', query = ''] = /^[a-z+.-]+:\/\/([^/?]*)([^?]*)\??(.*)$/i.exec(url) ?? [];
  return { host, path: path === '' ? '/' : path, query };
}

function encodeBody(body: string, base64: boolean): { readonly body?: string; readonly isBase64Encoded: boolean } {
  if (body === '') return { isBase64Encoded: false };
  const bytes = new TextEncoder().encode(body);
  return base64
    ? { body: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')), isBase64Encoded: true }
    : { body, isBase64Encoded: false };
}
