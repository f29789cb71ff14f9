import { readHeader } from '../../request/headers.js';
import { joinUrl, splitUrl, type UrlParts } from '../../request/urls.js';
import type { SignedRequest } from '../request.js';
import { quote, type UrlChange } from './change.js';

/** A slash at the end of the path, added or taken away by a framework. */
export function* changeSlash(url: string): Generator<UrlChange> {
  const parts = splitUrl(url);
  if (parts === undefined) return;
  const hasSlash = parts.path.endsWith('/');
  const path = hasSlash ? parts.path.slice(0, -1) : `${parts.path}/`;
  const finding = hasSlash ? "the URL's path has no slash at the end" : "the URL's path has a slash at the end";
  yield { url: joinUrl({ ...parts, path }), cause: 'trailing-slash', finding };
}

/** The headers in which a proxy leaves the path, or the whole URL, that it was asked for. */
const PATH_HEADERS = [
  'x-original-url',
  'x-original-uri',
  'x-rewrite-url',
  'x-forwarded-uri',
  'x-forwarded-path',
  'x-envoy-original-path',
  'x-waws-unencoded-url',
  'x-invoke-path',
  'x-request-uri',
  'x-replaced-path',
];
const PREFIX_HEADERS = ['x-forwarded-prefix', 'x-script-name', 'x-forwarded-context'];

/** The path that a header names. */
export function* changePathByHeader(url: string, headers: SignedRequest['headers']): Generator<UrlChange> {
  const parts = splitUrl(url);
  if (parts === undefined) return;
  for (const name of PATH_HEADERS) {
    const original = readHeader(headers, name)?.trim() ?? '';
    const { path = '', query = '' } = splitUrl(original.startsWith('/') ? `x://x${original}` : original) ?? {};
    if (path === '') continue;
    yield describePath(parts, { path, query: query === '' ? parts.query : query }, `, which the header ${name} names`);
  }
  for (const name of PREFIX_HEADERS) {
    const prefix = readHeader(headers, name)?.split(',', 1)[0]?.trim().replace(/\/$/, '') ?? '';
    if (prefix.startsWith('/')) yield describePath(parts, { path: prefix + parts.path }, `, with the prefix that the header ${name} names`);
  }
}

/** What API gateways, function platforms and mounted routers put before a path or take away. */
const PREFIXES = [
  'prod',
  'dev',
  'api',
  'v1',
  'staging',
  'stage',
  'test',
  'default',
  '$default',
  'live',
  'production',
  'Prod',
  'Stage',
  'twilio',
  'webhooks',
  'webhook',
  'hooks',
  'sms',
  'voice',
  'app',
  'public',
  '.netlify/functions',
  'functions/v1',
  'api/twilio',
  'api/webhooks',
];

/** How many segments a prefix may have that was put before the path. */
const DEEPEST_PREFIX = 4;

/** The path without a prefix, with a usual one, or with the one for the other. */
export function* changePrefix(url: string): Generator<UrlChange> {
  const parts = splitUrl(url);
  if (parts === undefined) return;
  const segments = parts.path.slice(0, 2_000).split('/').slice(1);
  const rests = segments.slice(0, DEEPEST_PREFIX).map((_, at) => `/${segments.slice(at).join('/')}`);
  for (const path of rests.slice(1)) yield describePath(parts, { path });
  for (const rest of rests) {
    for (const prefix of PREFIXES) yield describePath(parts, { path: `/${prefix}${rest}` });
  }
}

/** Small changes that servers make to a path. */
export function* changePathText(url: string): Generator<UrlChange> {
  const parts = splitUrl(url);
  if (parts === undefined) return;
  const paths = [
    parts.path.replaceAll(/\/{2,}/g, '/'),
    `/${parts.path}`,
    parts.path.toLowerCase(),
    parts.path.replace(/index\.(?:php|html?)$/, ''),
    `${parts.path.replace(/\/$/, '')}/index.php`,
    parts.path.replace(/\.php$/, ''),
    `${parts.path}.php`,
  ];
  for (const path of paths) if (path !== parts.path) yield describePath(parts, { path });
}

function describePath(given: UrlParts, signed: Partial<UrlParts>, source = ''): UrlChange {
  const parts = { ...given, ...signed };
  const isPathSame = parts.path === given.path;
  return {
    url: joinUrl(parts),
    cause: isPathSame ? 'query-changed' : parts.path.replace(/\/$/, '') === given.path.replace(/\/$/, '') ? 'trailing-slash' : 'wrong-path',
    finding: isPathSame
      ? `the URL has another query${source}`
      : `the URL's path is ${quote(parts.path)}${source}, where the given one has ${quote(given.path)}`,
  };
}
