import { type Connection, type RetryReason, readConnection } from '../../delivery/connection.js';
import { signContent } from '../../delivery/delivery.js';
import { withoutCredentials } from '../../delivery/loopback.js';
import { isRedirect, MOST_REDIRECTS } from '../../delivery/redirects.js';
import { type PayloadSchema, schemaFor } from '../../payloads/index.js';
import { lintReply } from '../../twiml/document/index.js';
import type { World } from '../world.js';
import { carry } from './carry.js';
import type { AppFault } from './faults.js';
import { type WireAnswer, WireFailure, type WireRequest } from './transport.js';
import { isWebUrl, withoutFragment } from './web-url.js';
import type { LastAttempt, Outcome, Webhook, WebhookAttempt } from './webhook.js';

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** How long Twilio waits for an answer to a voice webhook, all retries together. */
const LIMIT_MS = 15_000;

/** No rule of the linter minds an answer that came within this time. */
const SOON_MS = 1000;

/** Sends a webhook as Twilio does, with retries and redirects, and looks at the answer. It throws nothing. */
export async function sendWebhook(webhook: Webhook, world: World): Promise<Outcome> {
  const deadline = world.clock.now + LIMIT_MS;
  let current = webhook;
  for (let redirects = 0; ; redirects += 1) {
    if (!isWebUrl(current.url)) {
      return judge(fail(11100, describeNoUrl(current)), current, world);
    }
    const outcome = await tryAll(current, deadline, world);
    if (!('answer' in outcome) || !isRedirect(outcome.answer.status)) return judge(outcome, current, world);
    const { attempt } = outcome;
    const { location = '' } = outcome.answer.headers;
    if (world.settings.deviations.httpRedirects === 'error') return judge(outcome, current, world);
    if (location === '' || !URL.canParse(location, current.url)) {
      const message = `${withoutQuery(current.url)} answered with a redirect whose Location is missing or no URL.`;
      return judge(fail(11216, message, attempt), current, world);
    }
    if (redirects === MOST_REDIRECTS) {
      const message = `${withoutQuery(webhook.url)} redirects more than ${MOST_REDIRECTS} times.`;
      return judge(fail(11215, message, attempt), current, world);
    }
    current = { ...webhook, ...webhook.redirected?.(), method: 'GET', url: new URL(location, current.url).href, causes: [attempt.seq] };
  }
}

function describeNoUrl({ kind, url }: Webhook): string {
  // Where there is something to start from, no URL is relative by now.
  const why = /^[a-z][a-z0-9+.-]*:/i.test(url)
    ? ''
    : ' A document that was given inline has no address of its own: its URLs must be absolute.';
  return `${kind} cannot be sent: ${JSON.stringify(withoutQuery(url))} is no http:// or https:// URL.${why}`;
}

function fail(code: number, message: string, attempt?: LastAttempt): Outcome {
  return { failure: { code, message }, ...(attempt && { attempt }) };
}

/** Sends one request, as often as Twilio would. */
async function tryAll(webhook: Webhook, deadline: number, world: World): Promise<Outcome> {
  const connection = readConnectionOf(webhook, world);
  const idempotencyToken = webhook.idempotencyToken ?? makeIdempotencyToken(world);
  for (let left = connection.retries; ; left -= 1) {
    const { outcome, reason } = await tryOnce(webhook, { connection, idempotencyToken, deadline }, world);
    const isRetried = left > 0 && reason !== undefined && connection.retryOn.includes(reason) && world.clock.now < deadline;
    if (!isRetried) return outcome;
  }
}

/** By which an application knows a request that comes again. */
export function makeIdempotencyToken({ chance }: World): string {
  return chance.digits('token').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function readConnectionOf(webhook: Webhook, world: World): Connection {
  try {
    return readConnection(webhook.url, LIMIT_MS);
  } catch (error) {
    world.report({ twilioCode: 11243, severity: 'warning', message: (error as Error).message }, webhook.causes);
    return readConnection('', LIMIT_MS);
  }
}

interface Circumstances {
  readonly connection: Connection;
  readonly idempotencyToken: string;
  /** When Twilio gives up. */
  readonly deadline: number;
}

interface Try {
  readonly outcome: Outcome;
  /** What Twilio would try again for. */
  readonly reason?: RetryReason | undefined;
}

async function tryOnce(webhook: Webhook, circumstances: Circumstances, world: World): Promise<Try> {
  const request = makeRequest(webhook, circumstances, world);
  const attempt = noteRequest(webhook, request, world);
  const sentAt = performance.now();
  try {
    const answer = await world.clock.hold(bring(request, circumstances, world));
    const endedAt = performance.now();
    noteAnswer(attempt, answer, webhook, world);
    world.measure?.(attempt, sentAt, endedAt);
    webhook.jar?.keep(request.url, answer.cookies);
    const reason = answer.status >= 500 ? '5xx' : answer.status >= 400 ? '4xx' : undefined;
    return { outcome: { answer, url: withoutFragment(webhook.url), attempt }, reason };
  } catch (error) {
    if (!(error instanceof WireFailure)) throw error;
    noteFailure(attempt, error, world);
    world.measure?.(attempt, sentAt, performance.now());
    return {
      outcome: fail(
        CODES[error.phase],
        `${webhook.kind} to ${withoutQuery(webhook.url)}: ${error.message}${/[.?!]$/.test(error.message) ? '' : '.'}`,
        attempt,
      ),
      reason: REASONS[error.phase],
    };
  }
}

const REASONS = { host: 'ct', connect: 'ct', read: 'rt', broken: undefined } as const;

/** What Twilio's debugger reports: https://www.twilio.com/docs/api/errors */
const CODES = { host: 11210, connect: 11205, read: 11200, broken: 11200 } as const;

function makeRequest(webhook: Webhook, { idempotencyToken }: Circumstances, world: World): WireRequest {
  // Twilio drops the credentials before it signs: https://www.twilio.com/docs/usage/webhooks/webhooks-security
  const { username, password } = new URL(webhook.url);
  const { url, method, body, headers } = signContent(webhook.parameters, {
    url: withoutCredentials(webhook.url),
    method: webhook.method,
    authToken: world.settings.authToken,
    idempotencyToken,
  });
  return { method, url, body, headers: { accept: '*/*', ...headers, ...webhook.jar?.header(url) }, credentials: { username, password } };
}

/** Brings a request to the application that its URL leads to, unless a fault comes between. */
async function bring(request: WireRequest, { connection, deadline }: Circumstances, world: World): Promise<WireAnswer> {
  const fault = findFault(request, world);
  const patienceMs = Math.max(0, Math.min(connection.readMs, deadline - world.clock.now));
  if (fault.drop === 'refused') throw new WireFailure('connect', 'The connection was refused');
  const limits = { ...connection, readMs: patienceMs, totalMs: patienceMs };
  const answer =
    fault.status === undefined ? within(carry(request, world, limits), patienceMs, world) : Promise.resolve(emptyAnswer(fault.status));
  // The application works while the clock stands; how long it takes is up to the fault.
  answer.catch(() => undefined);
  if (fault.delayMs !== undefined) await sleep(Math.min(fault.delayMs, patienceMs), world);
  if (fault.drop === true) throw new WireFailure('broken', 'The connection broke off before the answer came');
  if ((fault.delayMs ?? 0) > patienceMs) throw new WireFailure('read', `No answer came within ${patienceMs / 1000} s`);
  return answer;
}

function findFault(request: WireRequest, { settings }: World): AppFault {
  const { app } = settings.faults;
  if (typeof app !== 'function') return app ?? {};
  const { method, url, headers, body } = request;
  return app(new Request(url, { method, headers, ...(method !== 'GET' && { body }) })) ?? {};
}

function emptyAnswer(status: number): WireAnswer {
  return { status, headers: {}, cookies: [], body: new Uint8Array() };
}

/** A delay takes time of the clock, so that the clock must not be held for it. */
async function sleep(ms: number, { clock }: World): Promise<void> {
  await clock.release(
    new Promise<void>((resolve) => {
      clock.after(ms, resolve);
    }),
  );
}

/** An application that never answers must not stop the emulator for ever: it has as long in real time as Twilio would wait. */
function within(answer: Promise<WireAnswer>, ms: number, world: World): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const stop = world.afterRealTime(ms, () => reject(new WireFailure('read', `No answer came within ${ms / 1000} s`)));
    answer.then(resolve, reject).finally(stop);
  });
}

function noteRequest(webhook: Webhook, request: WireRequest, world: World): Mutable<WebhookAttempt> {
  const { kind, parameters, callSid, messageSid, causes, replayOf } = webhook;
  const { method, url, headers, body } = request;
  const again = replayOf !== undefined && { replayOf };
  const about = { ...(callSid !== undefined && { callSid }), ...(messageSid !== undefined && { messageSid }), ...again };
  const seq = world.log.add({ type: 'webhook', kind, method, url, ...about, ...(causes && { causes }) });
  const schema: Pick<PayloadSchema<unknown>, 'safeParse'> = schemaFor(kind) as never;
  const read = schema.safeParse(parameters);
  const payload = read.success ? read.data : parameters;
  if (!read.success) {
    const issues = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    world.report({ severity: 'error', message: `The emulator made a ${kind} that its own schema does not read (${issues}).` }, [seq]);
  }
  const attempt = {
    seq,
    kind,
    method,
    url,
    parameters,
    payload,
    request: { headers, body },
    findings: [],
    at: world.clock.now,
    target: webhook.url,
    ...again,
  } as Mutable<WebhookAttempt>;
  world.noteAttempt(attempt);
  return attempt;
}

function noteAnswer(attempt: Mutable<WebhookAttempt>, answer: WireAnswer, { lint }: Webhook, world: World): void {
  const body = new TextDecoder().decode(answer.body);
  attempt.response = { status: answer.status, headers: answer.headers, body };
  attempt.durationMs = world.clock.now - attempt.at;
  if (lint !== undefined && !isRedirect(answer.status)) {
    const { status, headers } = answer;
    const { durationMs } = attempt;
    // Of two answers that come soon it does not matter which came sooner, so that equal ones are looked at once.
    const slow = durationMs < SOON_MS ? 0 : durationMs;
    attempt.findings = world.lints.get(JSON.stringify([lint, status, headers, slow, body]), () =>
      lintReply({ status, headers, body, durationMs }, lint),
    );
  }
  world.log.add({ type: 'answer', status: answer.status, durationMs: attempt.durationMs, causes: [attempt.seq] });
}

function noteFailure(attempt: Mutable<WebhookAttempt>, { message }: WireFailure, world: World): void {
  attempt.failure = message;
  attempt.durationMs = world.clock.now - attempt.at;
  world.log.add({ type: 'answer', failure: message, durationMs: attempt.durationMs, causes: [attempt.seq] });
}

/** Tells what Twilio's debugger would. What makes a document fail is told by whoever wanted the document. */
function judge(outcome: Outcome, webhook: Webhook, world: World): Outcome {
  const { attempt } = outcome;
  for (const { severity, message, twilioCode, rule } of attempt?.findings ?? []) {
    if (severity === 'info' || (rule === 'reply-empty' && webhook.isMoot?.() === true)) continue;
    const where = `${webhook.kind} to ${withoutQuery(webhook.url)}`;
    world.report(
      { severity, message: `${where}: ${message}`, rule, ...(twilioCode !== undefined && { twilioCode }) },
      attempt && [attempt.seq],
    );
  }
  if ('answer' in outcome && REFUSALS.includes(outcome.answer.status)) reportRefusal(outcome.attempt, webhook, world);
  if (webhook.lint !== undefined) return outcome;
  const reason = 'failure' in outcome ? outcome.failure.message : refusalOf(outcome.answer.status, webhook);
  if (reason !== undefined) {
    // What cannot even be sent is reported as such: nobody has answered.
    const code = 'failure' in outcome && outcome.failure.code === 11100 ? 11100 : (webhook.callbackCode ?? 15003);
    world.report({ twilioCode: code, severity: 'warning', message: reason }, attempt && [attempt.seq]);
  }
  return outcome;
}

/** The statuses by which an application refuses a signature. */
const REFUSALS: readonly number[] = [401, 403];

/** Whoever refuses a signature expects another URL or another token: this says which they were. */
function reportRefusal({ method, url, seq }: LastAttempt, { kind }: Webhook, { settings, report }: World): void {
  const message =
    `The application refused ${kind}, perhaps because of its signature: that covers the URL ${withoutQuery(url)} (${method}` +
    `${url.includes('?') ? ', its query included' : ''}) and is made with ${settings.authTokenSource}. ` +
    'The application has to verify with the same token and the same URL: compare its auth token, and its public URL with the option publicUrl.';
  report({ severity: 'error', message }, [seq]);
}

function refusalOf(status: number, { kind, url }: Webhook): string | undefined {
  return status >= 200 && status < 300 ? undefined : `${kind} to ${withoutQuery(url)}: the application answered ${status}.`;
}

/** A URL for a message: what is in a query may be a payload. */
function withoutQuery(url: string): string {
  return withoutCredentials(url).replace(/[?#].*$/s, '');
}
