import { parseForm } from '../../request/forms.js';
import type { World } from '../world.js';
import { callRoutes } from './calls.js';
import { conferenceRoutes } from './conferences.js';
import { queueRoutes } from './queues.js';
import { RestError } from './rest-error.js';
import type { RestAnswer, RestRequest, Route } from './rest-request.js';

const ROUTES: readonly Route[] = [...callRoutes, ...conferenceRoutes, ...queueRoutes];

interface Compiled extends Route {
  readonly segments: readonly string[];
}

const COMPILED: readonly Compiled[] = ROUTES.map((route) => ({ ...route, segments: route.path.split('/') }));

/** Answers a request as Twilio's REST API does. It throws nothing. */
export async function answerRest(request: Request, world: World): Promise<Response> {
  try {
    return makeResponse(await run(request, world));
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    const { code, status, message } = error;
    const more_info = `https://www.twilio.com/docs/errors/${code}`;
    const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="Twilio API"' } : {};
    return makeResponse({ status, body: { code, message, more_info, status }, headers: challenge });
  }
}

async function run(request: Request, world: World): Promise<RestAnswer> {
  const url = new URL(request.url);
  const host = request.headers.get('host') ?? url.host;
  checkCredentials(request.headers.get('authorization'), world);
  const product = /^([a-z]+)(?:\.[a-z0-9-]+)*\.twilio\.com$/i.exec(host)?.[1] ?? 'api';
  const found = findRoute(product, request.method, url.pathname);
  if (found === undefined) {
    world.report({ twilioCode: 20404, severity: 'error', message: `The emulator has no ${request.method} ${product}${url.pathname}.` });
    throw new RestError(20404, `The requested resource ${url.pathname} was not found`, 404);
  }
  const { route, names } = found;
  const restRequest: RestRequest = {
    world,
    method: request.method,
    target: url.pathname + url.search,
    path: url.pathname,
    names,
    account: names.account ?? world.settings.accountSid,
    query: parseForm(url.search.slice(1)),
    form: request.method === 'POST' ? parseForm(await request.text()) : {},
    headers: request.headers,
  };
  return route.run(restRequest);
}

function findRoute(
  product: string,
  method: string,
  path: string,
): { readonly route: Route; readonly names: Record<string, string> } | undefined {
  const segments = path.split('/');
  for (const route of COMPILED) {
    if (route.method !== method || (route.host ?? 'api') !== product || route.segments.length !== segments.length) continue;
    const names = match(route.segments, segments);
    if (names !== undefined) return { route, names };
  }
  return undefined;
}

function match(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const names: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (!part.startsWith(':')) {
      if (part !== segment) return undefined;
      continue;
    }
    const [name = '', ending = ''] = splitEnding(part.slice(1));
    if (!segment.endsWith(ending) || segment.length === ending.length) return undefined;
    names[name] = decode(segment.slice(0, segment.length - ending.length));
  }
  return names;
}

function splitEnding(part: string): readonly [string, string] {
  const dot = part.indexOf('.');
  return dot === -1 ? [part, ''] : [part.slice(0, dot), part.slice(dot)];
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function checkCredentials(header: string | null, { settings, keys }: World): void {
  const [, encoded = ''] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header ?? '') ?? [];
  const text = decodeBase64(encoded);
  const colon = text.indexOf(':');
  const [name, secret] = [text.slice(0, colon), text.slice(colon + 1)];
  if (colon > 0 && name === settings.accountSid && secret === settings.authToken) return;
  // An API key that nobody made here is taken for one of the account's: its secret cannot be known.
  if (colon > 0 && name.startsWith('SK') && (keys.get(name) ?? secret) === secret && secret !== '') return;
  throw new RestError(20003, 'Authenticate', 401);
}

function decodeBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return '';
  }
}

function makeResponse({ status, body, headers }: RestAnswer): Response {
  if (body === undefined) return new Response(null, { status, ...(headers && { headers }) });
  if (body instanceof Uint8Array) return new Response(body.slice().buffer, { status, headers: { ...headers } });
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}
