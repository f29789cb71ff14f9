import { readHeader } from '../../request/headers.js';
import { joinUrl, splitUrl, type UrlParts } from '../../request/urls.js';
import type { SignedRequest } from '../request.js';
import { quote, type UrlChange } from './change.js';

const PAGE_SCHEMES = ['https', 'http'];
const SCHEMES = ['https', 'wss', 'http', 'ws'];

/** What to do where the plain scheme was signed and the secure one was given: the usual advice would have it the wrong way round. */
const PLAIN: Readonly<Record<string, string>> = {
  http: 'It was signed for http://. Configure the https:// URL at Twilio; if a tool sent it to your own machine, let the tool sign the public URL.',
  ws: 'It was signed for ws://, which Twilio never calls: a tool did. Let the tool sign the wss:// URL, which is the one that counts.',
};

/**
 * The scheme that Twilio used, where TLS ends before the program, or where a WebSocket's URL was rebuilt as that of a page.
 *
 * @param mayUpgrade - Whether the request may open a WebSocket, which has no body.
 */
export function* changeScheme(url: string, mayUpgrade: boolean): Generator<UrlChange> {
  const parts = splitUrl(url);
  if (parts === undefined) return;
  const given = parts.scheme.toLowerCase();
  for (const scheme of mayUpgrade ? SCHEMES : PAGE_SCHEMES) {
    if (scheme === given) continue;
    const cause = scheme.startsWith('w') || given.startsWith('w') ? 'websocket-url' : 'wrong-scheme';
    const finding = `the URL's scheme is ${scheme}, where the given one has ${given}`;
    yield { url: joinUrl({ ...parts, scheme }), cause, finding, advice: PLAIN[scheme] };
  }
}

/** The headers in which a proxy or a platform leaves the host that it was asked for. Anybody can send them: they serve for advice alone. */
const HOST_HEADERS = ['x-forwarded-host', 'x-original-host', 'host', 'x-host', 'x-forwarded-server'];

const HOST = /^(?:\[[\da-f:.]+\]|[^\s:/?#@[\]"\\]+)(?::\d{1,5})?$/i;

/** The host and port that Twilio used, where a proxy, a load balancer or a tunnel put its own in their place. */
export function* changeHost(url: string, headers: SignedRequest['headers']): Generator<UrlChange> {
  const parts = splitUrl(url);
  if (parts === undefined) return;
  for (const [name, text] of listHosts(headers)) {
    const { host = '', port = '' } = splitUrl(`x://${text}`) ?? {};
    if (host === parts.host && port === parts.port) continue;
    yield {
      url: joinUrl({ ...parts, host, port }),
      cause: host === parts.host ? 'wrong-port' : 'wrong-host',
      finding: `the URL's host is ${quote(text)}, which the header ${name} names, where the given one has ${quote(parts.host + parts.port)}`,
    };
  }
  const host = parts.host.startsWith('www.') ? parts.host.slice(4) : `www.${parts.host}`;
  yield {
    url: joinUrl({ ...parts, host }),
    cause: 'wrong-host',
    finding: `the URL's host is ${quote(host)}, where the given one has ${quote(parts.host)}`,
  };
}

/** Lists the hosts that headers name, each with the header that names it. */
export function listHosts(headers: SignedRequest['headers']): readonly (readonly [name: string, host: string])[] {
  const forwarded = readHeader(headers, 'forwarded')?.slice(0, 2_000) ?? '';
  const found = Array.from(forwarded.matchAll(/host="?([^\s";,]+)/gi), ([, host = '']): [string, string] => ['forwarded', host]);
  for (const name of HOST_HEADERS) {
    for (const host of readHeader(headers, name)?.slice(0, 2_000).split(',') ?? []) found.push([name, host.trim()]);
  }
  return found.filter(([, host]) => HOST.test(host)).slice(0, 8);
}

/** Ports that servers and tunnels listen on, for URLs that were rebuilt without the public one. */
const PORTS = ['8443', '8080', '3000', '80', '443', '8000', '5000', '81', '4040', '8081', '8888', '9000', '4000', '3001', '9443'];

/** The port that Twilio used, where the program knows another one or none. */
export function* changePort(url: string, headers: SignedRequest['headers']): Generator<UrlChange> {
  const parts = splitUrl(url);
  if (parts === undefined) return;
  const forwarded = readHeader(headers, 'x-forwarded-port')?.split(',', 1)[0]?.trim() ?? '';
  const ports = /^\d{1,5}$/.test(forwarded) ? [forwarded, ...PORTS] : PORTS;
  for (const port of ports) {
    yield {
      url: joinUrl({ ...parts, port: `:${port}` }),
      cause: 'wrong-port',
      finding: `the URL's port is ${port}, where the given one has ${describePort(parts)}`,
    };
  }
}

function describePort({ port }: UrlParts): string {
  return port === '' ? 'none' : port.slice(1);
}

/** The origin of a URL that has none, because a framework's `request.url` was given. */
export function* addOrigin({ url, headers }: SignedRequest, mayUpgrade: boolean): Generator<UrlChange> {
  if (!url.startsWith('/')) return;
  for (const [name, host] of listHosts(headers)) {
    for (const scheme of mayUpgrade ? SCHEMES : PAGE_SCHEMES) {
      const finding = `the URL starts with ${scheme}:// and the host ${quote(host)}, which the header ${name} names, where the given one is a path alone`;
      yield { url: `${scheme}://${host}${url}`, cause: 'wrong-host', finding };
    }
  }
}

/** A URL that begins without a scheme, because a header with the host was put in front of the path. */
export function* addScheme(url: string, mayUpgrade: boolean): Generator<UrlChange> {
  if (url.startsWith('/') || url.includes('://') || !HOST.test(/^[^/?#]*/.exec(url)?.[0] ?? '')) return;
  for (const scheme of mayUpgrade ? SCHEMES : PAGE_SCHEMES) {
    const finding = `the URL starts with ${scheme}://, where the given one has no scheme`;
    yield { url: `${scheme}://${url}`, cause: 'wrong-scheme', finding };
  }
}

const MOST_LISTED = 4;

/**
 * The scheme and host of a URL that has a list of them. Behind two proxies X-Forwarded-Proto is `https,http`, and a program that takes the
 * header whole builds `https,http://` of it.
 */
export function* takeFromLists(url: string): Generator<UrlChange> {
  const [, scheme = '', authority = '', rest = ''] = /^([^:/?#]{1,100}):\/\/([^/?#]{1,2000})(.*)$/s.exec(url) ?? [];
  const hosts = listed(authority.slice(authority.lastIndexOf('@') + 1));
  const schemes = listed(scheme);
  if (schemes.length + hosts.length < 3) return;
  for (const [first, host] of schemes.flatMap((first) => hosts.map((host) => [first, host] as const))) {
    const what = schemes.length > 1 ? `scheme is ${quote(first)}` : `host is ${quote(host)}`;
    const cause = schemes.length > 1 ? 'wrong-scheme' : 'wrong-host';
    yield { url: `${first}://${host}${rest}`, cause, finding: `the URL's ${what}, where the given one has a list`, advice: FIRST_OF_LIST };
  }
}

const FIRST_OF_LIST =
  'Each proxy adds to X-Forwarded-Proto and X-Forwarded-Host: take the first value alone, as trustForwarded: true does, or give the public URL.';

function listed(text: string): readonly string[] {
  return text.split(',', MOST_LISTED).map((item) => item.trim());
}
