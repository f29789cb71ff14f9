import type { FormParameters } from '../request/forms.js';
import { readHeader } from '../request/headers.js';
import type { Diagnostic } from '../twiml/document/index.js';
import type { Clock } from './clock.js';
import { type Connection, type RetryReason, readConnection } from './connection.js';
import { type Cookies, cookieHeader, keepCookies } from './cookies.js';
import type { Delivery } from './delivery.js';
import { judgeAnswer } from './judge.js';
import type { KindSchema } from './kind.js';
import { isRedirect, MOST_REDIRECTS } from './redirects.js';
import type { Route, Router } from './route.js';
import { hideSecrets } from './secrets.js';
import { type FailurePhase, type HttpAnswer, HttpFailure, type HttpRequest, type Transport } from './transport.js';

/** A webhook that is to be sent. */
export interface Outgoing {
  readonly schema: KindSchema;
  readonly parameters: FormParameters;
  readonly route: Route;
  /** Makes the signed request for a URL; of a GET that follows a redirect too. */
  sign(url: string, method?: 'GET'): Delivery;
}

/** One try to get an answer. */
export interface Attempt {
  /** Where it went. */
  readonly url: string;
  readonly durationMs: number;
  /** The answer's status, where there was one. */
  readonly status?: number;
  /** Why there was none. */
  readonly failure?: string;
  /** Why Twilio tries again. */
  readonly retriedFor?: RetryReason;
}

/** A webhook, how it was sent, and what came back. */
export interface Exchange {
  readonly kind: string;
  readonly title: string;
  readonly method: string;
  /** The URL that was signed. */
  readonly publicUrl: string;
  readonly parameters: FormParameters;
  readonly attempts: readonly Attempt[];
  readonly answer?: Answer;
  /** All attempts together, in milliseconds. */
  readonly durationMs: number;
  /** How long Twilio waits for it. */
  readonly limitMs: number;
  readonly findings: readonly Diagnostic[];
}

/** What a server answered in the end. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: HttpAnswer['headers'];
  readonly body: string;
}

/** What carries webhooks to one server. */
export interface Carrier {
  readonly router: Router;
  readonly transport: Transport;
  readonly clock: Clock;
}

/** Sends a webhook as Twilio does, with its retries and redirects, and looks at the answer. */
export async function exchange(outgoing: Outgoing, carrier: Carrier, cookies: Cookies): Promise<Exchange> {
  const { schema, parameters, route } = outgoing;
  const { clock } = carrier;
  const limitMs = limitOf(schema);
  const delivery = outgoing.sign(route.publicUrl);
  const attempts: Attempt[] = [];
  const signatures = new Set<string>();
  const start = clock.now();
  const reached = await follow({ ...carrier, outgoing, cookies, attempts, signatures, limitMs, start });
  const durationMs = clock.now() - start;
  const answer = reached && describeAnswer(reached, [...signatures]);
  return {
    ...{ kind: schema.kind, title: schema.title, method: delivery.method, publicUrl: route.publicUrl, parameters, attempts },
    ...(answer !== undefined && { answer }),
    ...{ durationMs, limitMs },
    findings: judgeAnswer(schema, answer, { durationMs, limitMs, failure: attempts.at(-1)?.failure }),
  };
}

/** How long Twilio waits: handlers are given a second less. */
export function limitOf({ deadlineMs }: Pick<KindSchema, 'deadlineMs'>): number {
  return deadlineMs + 1000;
}

interface Journey extends Carrier {
  readonly outgoing: Outgoing;
  readonly cookies: Cookies;
  readonly attempts: Attempt[];
  /** What was signed with; a server may repeat it, and nobody else is to see it. */
  readonly signatures: Set<string>;
  readonly limitMs: number;
  readonly start: number;
}

async function follow(journey: Journey): Promise<HttpAnswer | undefined> {
  const { outgoing, router, cookies } = journey;
  let { route } = outgoing;
  let method: 'GET' | undefined;
  for (let redirects = 0; ; redirects += 1) {
    const answer = await tryAll(journey, route, outgoing.sign(route.publicUrl, method));
    if (answer === undefined) return undefined;
    keepCookies([answer.headers['set-cookie'] ?? []].flat(), cookies);
    const location = readHeader(answer.headers, 'location');
    if (!isRedirect(answer.status) || location === undefined || redirects === MOST_REDIRECTS) return answer;
    route = router.resolve(location, route);
    method = 'GET';
  }
}

/** Sends one request, as often as Twilio would. */
async function tryAll(journey: Journey, route: Route, delivery: Delivery): Promise<HttpAnswer | undefined> {
  const { attempts, clock, limitMs, start } = journey;
  const connection = readConnection(route.publicUrl.includes('#') ? route.publicUrl : route.target.href, limitMs);
  for (let left = connection.retries; ; left -= 1) {
    const { attempt, answer, reason } = await tryOnce(journey, route, delivery, connection);
    const isRetried = left > 0 && reason !== undefined && connection.retryOn.includes(reason) && clock.now() - start < connection.totalMs;
    attempts.push({ ...attempt, ...(isRetried && { retriedFor: reason }) });
    if (!isRetried) return answer;
    // Nothing tells how long Twilio pauses; a server that is just starting should not be hammered.
    await clock.sleep(Math.min(100, Math.max(0, connection.totalMs - (clock.now() - start))));
  }
}

interface Try {
  readonly attempt: Attempt;
  readonly answer?: HttpAnswer;
  /** What Twilio would try again for. */
  readonly reason?: RetryReason | undefined;
}

async function tryOnce(journey: Journey, { target }: Route, delivery: Delivery, connection: Connection): Promise<Try> {
  journey.signatures.add(delivery.headers['x-twilio-signature'] ?? '');
  const { connectMs, readMs, totalMs } = connection;
  const leftMs = Math.max(1, Math.ceil(totalMs - (journey.clock.now() - journey.start)));
  const request = makeHttpRequest(delivery, target, { connectMs, readMs, totalMs: leftMs }, cookieHeader(journey.cookies));
  const url = `${target.origin}${target.pathname}`;
  try {
    const answer = await sendAuthorized(journey.transport, request, target);
    const { status, durationMs } = answer;
    return { attempt: { url, durationMs, status }, answer, reason: reasonOf(status) };
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error;
    return { attempt: { url, durationMs: error.durationMs, failure: error.message }, reason: PHASES[error.phase] };
  }
}

/** The request that takes a delivery to where it belongs. */
export function makeHttpRequest(
  delivery: Delivery,
  target: URL,
  limits: Pick<HttpRequest, 'connectMs' | 'readMs' | 'totalMs' | 'largest'>,
  more: HttpRequest['headers'] = {},
): HttpRequest {
  const headers = { accept: '*/*', ...forwardedHeaders(delivery.url, target), ...delivery.headers, ...more };
  return { method: delivery.method, url: target, query: queryOf(delivery), headers, body: delivery.body, ...limits };
}

const PHASES: { readonly [Phase in FailurePhase]?: RetryReason } = { connect: 'ct', read: 'rt' };

function reasonOf(status: number): RetryReason | undefined {
  if (status >= 500) return '5xx';
  return status >= 400 ? '4xx' : undefined;
}

/** As Twilio does, sends the credentials of the URL when they are asked for, and not before. */
export async function sendAuthorized(
  transport: Transport,
  request: HttpRequest,
  { username, password }: Pick<URL, 'username' | 'password'>,
): Promise<HttpAnswer> {
  const answer = await transport.send(request);
  if (answer.status !== 401 || username === '') return answer;
  const credentials = encodeBase64(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  return transport.send({ ...request, headers: { ...request.headers, authorization: `Basic ${credentials}` } });
}

function encodeBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** The query of a delivery: it has what Twilio adds for a GET, or the hash of a JSON body. */
function queryOf({ url }: Delivery): string {
  const question = url.indexOf('?');
  return question === -1 ? '' : url.slice(question);
}

/** What a tunnel or a proxy adds, where the server is not at the URL that Twilio calls. */
function forwardedHeaders(publicUrl: string, target: URL): Record<string, string> {
  const { protocol, host } = new URL(publicUrl);
  if (host === target.host && protocol === target.protocol) return {};
  return { 'x-forwarded-proto': protocol.slice(0, -1), 'x-forwarded-host': host };
}

function describeAnswer({ status, statusText, headers, body }: HttpAnswer, signatures: readonly string[]): Answer {
  const hide = (text: string) => hideSecrets(text, signatures);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
  return { status, statusText, headers: JSON.parse(hide(JSON.stringify(headers))), body: hide(text) };
}
