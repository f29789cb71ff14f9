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

interface EventParts {
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

interface EventOfVersion2 extends EventParts {
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly requestContext: {
    readonly domainName: string;
    readonly stage: string;
    readonly http: Record<'method' | 'path' | 'protocol', string>;
  };
}

interface EventOfVersion1<Context> extends EventParts {
  readonly httpMethod: string;
  readonly path: string;
  readonly multiValueHeaders: Record<string, string[]>;
  readonly queryStringParameters: Record<string, string> | null;
  readonly multiValueQueryStringParameters: Record<string, string[]> | null;
  readonly requestContext: Context;
}

/** A Lambda event that is signed: what a handler of `ringback/lambda` takes. Other fields can be asked for, and are of unknown type. */
export type SignedLambdaEvent = Record<string, unknown> &
  (
    | EventOfVersion2
    | EventOfVersion1<Record<'domainName' | 'stage' | 'path' | 'httpMethod', string>>
    | EventOfVersion1<{ readonly elb: object }>
  );

/** A signed webhook as the event that a Lambda function gets. */
export function signedLambdaEvent<Schema extends FixtureSchema>(
  schema: Schema,
  overrides: Overrides<Schema> | undefined,
  options: LambdaEventOptions,
): SignedLambdaEvent {
  return toLambdaEvent(makeDelivery(schema, overrides, options), options);
}

/** Turns a delivery into a Lambda event. */
export function toLambdaEvent(delivery: Delivery, shape: LambdaShape): SignedLambdaEvent {
  const { source = 'api-gateway-v2' } = shape;
  return source === 'api-gateway-v2' || source === 'function-url'
    ? eventOfVersion2(delivery, shape)
    : eventOfVersion1(delivery, shape, source);
}

function eventOfVersion2(delivery: Delivery, { stage = '$default', base64 = false }: LambdaShape): SignedLambdaEvent {
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

function eventOfVersion1(delivery: Delivery, { stage = '$default', base64 = false }: LambdaShape, source: LambdaSource): SignedLambdaEvent {
  const { host, path, query } = readUrl(delivery.url);
  const inner = stage !== '$default' && path.startsWith(`/${stage}/`) ? path.slice(stage.length + 1) : path;
  const headers: Record<string, string> = { host, ...delivery.headers, 'x-forwarded-proto': 'https' };
  // A load balancer hands the query on as it came, API Gateway decodes it.
  const isRaw = source === 'load-balancer';
  const pairs = isRaw ? query.split('&').filter(Boolean).map(cutPair) : [...new URLSearchParams(query)];
  const several: Record<string, string[]> = {};
  for (const [name, value] of pairs) several[name] = [...(several[name] ?? []), value];
  const event = {
    httpMethod: delivery.method,
    path: inner,
    headers,
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    queryStringParameters: pairs.length === 0 ? null : Object.fromEntries(pairs),
    multiValueQueryStringParameters: pairs.length === 0 ? null : several,
    ...encodeBody(delivery.body, base64),
  };
  return isRaw
    ? { ...event, requestContext: { elb: { targetGroupArn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/a/1' } } }
    : { ...event, requestContext: { domainName: host, stage, path, httpMethod: delivery.method } };
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
