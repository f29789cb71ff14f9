import { type Delivery, type DeliveryOptions, makeDelivery } from '../delivery/delivery.js';
import type { FixtureSchema, Overrides } from '../fixtures/fixture.js';

/**
 * A signed webhook as a web `Request`, for handlers that take one.
 *
 * @example
 * ```ts
 * const response = await POST(signedRequest(IncomingMessage, { Body: 'hi' }, { url: 'https://example.com/sms', authToken }));
 * ```
 */
export function signedRequest<Schema extends FixtureSchema>(
  schema: Schema,
  overrides: Overrides<Schema> | undefined,
  options: DeliveryOptions,
): Request {
  return toRequest(makeDelivery(schema, overrides, options));
}

/** Turns a delivery into a web `Request`. */
export function toRequest({ method, url, headers, body }: Delivery): Request {
  return new Request(url, { method, headers, ...(body !== '' && { body }) });
}

/** What `http.request`, or any other HTTP client, sends. */
export interface NodeRequestParts {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/**
 * A signed webhook for `http.request`, supertest and other clients that take its parts. The `host` header is that of the public URL.
 *
 * @example
 * ```ts
 * const { path, headers, body } = signedNodeRequest(IncomingMessage, {}, { url: 'https://example.com/sms', authToken });
 * await supertest(app).post(path).set(headers).send(body);
 * ```
 */
export function signedNodeRequest<Schema extends FixtureSchema>(
  schema: Schema,
  overrides: Overrides<Schema> | undefined,
  options: DeliveryOptions,
): NodeRequestParts {
  return toNodeRequest(makeDelivery(schema, overrides, options));
}

/** Turns a delivery into the parts of a request. */
export function toNodeRequest({ method, url, headers, body }: Delivery): NodeRequestParts {
  return {
    method,
    path: targetOf(url),
    headers: { host: hostOf(url), ...headers, ...(body !== '' && { 'content-length': String(byteLength(body)) }) },
    body,
  };
}

/** What `app.inject()` of Fastify and other users of light-my-request takes. */
export interface Injection {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly payload: string;
}

/** A signed webhook for `app.inject()` of Fastify. */
export function signedInjection<Schema extends FixtureSchema>(
  schema: Schema,
  overrides: Overrides<Schema> | undefined,
  options: DeliveryOptions,
): Injection {
  return toInjection(makeDelivery(schema, overrides, options));
}

/** Turns a delivery into what light-my-request takes. */
export function toInjection(delivery: Delivery): Injection {
  const { method, path, headers, body } = toNodeRequest(delivery);
  return { method: method as Injection['method'], url: path, headers, payload: body };
}

function targetOf(url: string): string {
  return url.replace(/^[a-z+.-]+:\/\/[^/?]*/i, '').replace(/^(?!\/)/, '/');
}

function hostOf(url: string): string {
  return new URL(url).host;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
