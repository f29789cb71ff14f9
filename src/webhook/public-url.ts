import { RequestError } from '../errors.js';
import { readHeader } from '../request/headers.js';
import { splitUrl } from '../request/urls.js';
import type { IncomingRequest } from './incoming.js';

/** How the URL that Twilio called is found. */
export interface PublicUrlOptions {
  /**
   * The URL that Twilio calls, where it is not the one that the server sees: behind a proxy, a tunnel or a rewrite. As text it is the
   * beginning (`https://example.com`, with a path prefix where there is one) that is put before the request's own path and query; a
   * function returns the whole URL. It wins over `trustForwarded`.
   *
   * @default the request's own URL
   */
  readonly publicUrl?: string | ((request: Request) => string) | undefined;
  /**
   * Takes scheme and host from the first values of `X-Forwarded-Proto` and `X-Forwarded-Host`. Only for servers that nobody reaches but
   * through a proxy that sets both: else whoever calls chooses the URL that the signature is checked against.
   *
   * @default false
   */
  readonly trustForwarded?: boolean | undefined;
}

/**
 * Finds the URL that Twilio called, as text.
 *
 * @throws TypeError when a `publicUrl` function returns no text: the program's fault, and no refusal.
 */
export function findPublicUrl(incoming: IncomingRequest, { publicUrl, trustForwarded }: PublicUrlOptions): string {
  if (typeof publicUrl === 'function') return checkText(publicUrl(incoming.request));
  const own = splitUrl(incoming.url);
  if (own === undefined)
    throw new RequestError('REQUEST_MALFORMED', 'The request has no absolute URL: expected http or https, a host and a path.');
  const target = `${own.path}${own.query}`;
  if (publicUrl !== undefined) return `${publicUrl.replace(/\/$/, '')}${target}`;
  const authority = `${own.credentials}${own.host}${own.port}`;
  if (trustForwarded !== true) return `${own.scheme}://${authority}${target}`;
  const scheme = firstValue(readHeader(incoming.headers, 'x-forwarded-proto'), /^(?:https?|wss?)$/i) ?? own.scheme;
  return `${scheme}://${firstValue(readHeader(incoming.headers, 'x-forwarded-host'), AUTHORITY) ?? authority}${target}`;
}

/** Refuses a `publicUrl` that can never work. @throws TypeError */
export function checkPublicUrl({ publicUrl }: PublicUrlOptions): void {
  if (publicUrl === undefined || typeof publicUrl === 'function') return;
  if (typeof publicUrl === 'string' && /^https?:\/\/[^\s/?#]+[^\s?#]*$/i.test(publicUrl)) return;
  throw new TypeError(
    'publicUrl as text is what the request’s path is put behind, such as https://example.com, with scheme, and without a query or white ' +
      'space. To give the whole URL pass a function.',
  );
}

/**
 * Tells whether a `Host` header or its like is a host, with a port or without. A slash or question mark in it would move the path of the
 * URL that the signature is checked against, and with it what a captured request can be replayed on.
 */
export function isAuthority(text: string): boolean {
  return AUTHORITY.test(text);
}

const AUTHORITY = /^(?:[^\s/?#@\\:[\]]+|\[[\da-f:.]+\])(?::\d*)?$/i;

/** The first of several proxies is the one that Twilio reached. What is no such value counts as absent. */
function firstValue(header: string | undefined, form: RegExp): string | undefined {
  const value = header?.split(',', 1)[0]?.trim();
  return value !== undefined && form.test(value) ? value : undefined;
}

function checkText(url: unknown): string {
  if (typeof url === 'string') return url;
  throw new TypeError('The publicUrl function must return the URL as text, and at once: it cannot be asynchronous');
}
