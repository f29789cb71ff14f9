import { HandlerError, RequestError, RingbackError, SignatureError } from '../errors.js';
import { readHeader } from '../request/headers.js';
import { splitUrl } from '../request/urls.js';
import type { WebhookContext } from './context.js';
import { waitUntil } from './deadline.js';
import { restoreReply, storeReply } from './idempotency.js';
import type { IncomingRequest } from './incoming.js';
import type { WebhookOptions } from './options.js';
import { emptyResponse, makeResponse, type WebhookSchema } from './reply.js';
import { type VerifiedRequest, verifyRequest } from './verified.js';

/** What answers a request. */
export interface Route {
  readonly schema: Pick<WebhookSchema, 'title' | 'expects' | 'reply' | 'deadlineMs'>;
  /** The kind, for the context. */
  readonly kind: string | undefined;
  /** Reads the payload; what it returns runs the handler. @throws PayloadError when the input does not fit. */
  readonly prepare?: () => (context: WebhookContext) => unknown;
  /** Why there is no handler. The answer is an empty one of the kind that the schema expects. */
  readonly rejection?: RingbackError;
}

/** Finds the route of a verified request. @throws RingbackError when there is none, to be answered with its status. */
export type FindRoute = (verified: VerifiedRequest) => Route;

/** What an endpoint is made of. */
export interface Endpoint {
  readonly methods: readonly string[];
  readonly options: WebhookOptions;
  readonly findRoute: FindRoute;
  /** Throws what a handler threw where no `onError` is given, for frameworks that have a way with errors. */
  readonly rethrows?: boolean | undefined;
}

/**
 * Answers a request: verifies, reads, runs the handler and makes the reply. Whatever the request holds, there is an answer, and no answer
 * to a refused request says anything, since Twilio might read it out or text it to somebody.
 */
export async function answerRequest(incoming: IncomingRequest, endpoint: Endpoint): Promise<Response> {
  let verified: VerifiedRequest | undefined;
  try {
    const started = Date.now();
    checkMethod(incoming, endpoint.methods);
    verified = await verifyRequest(incoming, endpoint.options);
    return await followRoute(endpoint.findRoute(verified), verified, incoming, endpoint, started);
  } catch (error) {
    if (error instanceof HandlerFailure) throw error.cause;
    if (error instanceof RingbackError) {
      reportRejection(error, incoming, endpoint.options);
      return refuse(error, endpoint.methods);
    }
    if (endpoint.options.onError === undefined && endpoint.rethrows === true) throw error;
    const context = makeContext(incoming, verified, undefined, new AbortController().signal);
    return handleError(error, context, endpoint, undefined);
  }
}

/** What a handler threw, on its way to the framework: it must not be taken for a fault of the request. */
class HandlerFailure extends Error {}

async function followRoute(
  route: Route,
  verified: VerifiedRequest,
  incoming: IncomingRequest,
  endpoint: Endpoint,
  started: number,
): Promise<Response> {
  if (route.rejection !== undefined) reportRejection(route.rejection, incoming, endpoint.options);
  const handler = route.prepare?.();
  if (handler === undefined) return emptyResponse([route.schema.expects].flat());
  return replyOnce(verified, incoming, endpoint.options, () => {
    const abort = new AbortController();
    const context = makeContext(incoming, verified, route.kind, abort.signal);
    return runHandler(handler, context, { route, endpoint, abort, started });
  });
}

function checkMethod({ method }: IncomingRequest, methods: readonly string[]): void {
  if (!methods.includes(method))
    throw new RequestError('REQUEST_METHOD', `Twilio sends this webhook by ${methods.join(' or ')}, not by ${method}.`);
}

function makeContext(
  incoming: IncomingRequest,
  verified: VerifiedRequest | undefined,
  kind: string | undefined,
  signal: AbortSignal,
): WebhookContext {
  const url = verified?.url ?? incoming.url;
  let query: URLSearchParams | undefined;
  return {
    get request() {
      return incoming.request;
    },
    get query() {
      query ??= new URLSearchParams(splitUrl(url)?.query);
      return query;
    },
    url,
    parameters: verified?.parameters ?? {},
    kind,
    accountSid: verified?.accountSid,
    idempotencyToken: readHeader(incoming.headers, 'i-twilio-idempotency-token'),
    signal,
    platform: incoming.platform,
  };
}

/** Answers a retry with the reply that the first request got, where the application remembers. */
async function replyOnce(
  verified: VerifiedRequest,
  incoming: IncomingRequest,
  { idempotency }: WebhookOptions,
  reply: () => Promise<{ readonly response: Response; readonly failed: boolean }>,
): Promise<Response> {
  const token = readHeader(incoming.headers, 'i-twilio-idempotency-token');
  if (idempotency === undefined || token === undefined) return (await reply()).response;
  const key = `${verified.accountSid ?? ''}:${token}`;
  const claim = await idempotency.claim(key);
  if (claim === 'busy') return new Response(null, { status: 503, headers: { 'retry-after': '1' } });
  if (claim !== 'new') return restoreReply(claim);
  try {
    const { response, failed } = await reply();
    if (failed) {
      await idempotency.settle(key, undefined);
      return response;
    }
    const kept = await storeReply(response);
    await idempotency.settle(key, kept.stored);
    return kept.response;
  } catch (error) {
    await idempotency.settle(key, undefined);
    throw error;
  }
}

interface Run {
  readonly route: Route;
  readonly endpoint: Endpoint;
  readonly abort: AbortController;
  readonly started: number;
}

/** Runs the handler until its deadline, and makes the reply of what it returned. */
async function runHandler(
  handler: (context: WebhookContext) => unknown,
  context: WebhookContext,
  { route, endpoint, abort, started }: Run,
): Promise<{ readonly response: Response; readonly failed: boolean }> {
  const { options } = endpoint;
  const report = (error: unknown) => void (options.onError ?? logError)(error, context);
  try {
    const left = (options.deadlineMs ?? route.schema.deadlineMs) - (Date.now() - started);
    const outcome = await waitUntil((async () => handler(context))(), left, abort, report);
    if (!outcome.late) return { response: makeResponse(outcome.value, route.schema), failed: false };
    if (options.onDeadline !== undefined) return { response: makeResponse(await options.onDeadline(context), route.schema), failed: true };
    report(new HandlerError('HANDLER_TIMEOUT', `The handler of "${route.schema.title}" did not answer in time: Twilio waits no longer.`));
    return { response: new Response(null, { status: 503 }), failed: true };
  } catch (error) {
    return { response: await handleError(error, context, endpoint, route), failed: true };
  }
}

async function handleError(
  error: unknown,
  context: WebhookContext,
  { options, rethrows }: Endpoint,
  route: Route | undefined,
): Promise<Response> {
  if (options.onError === undefined && rethrows === true) throw new HandlerFailure('A handler failed', { cause: error });
  try {
    const reply = await (options.onError ?? logError)(error, context);
    if (reply !== undefined && route !== undefined) return makeResponse(reply, route.schema);
  } catch (failure) {
    logError(failure);
  }
  return new Response(null, { status: 500 });
}

function logError(error: unknown): void {
  console.error(error);
}

function reportRejection(error: RingbackError, incoming: IncomingRequest, { onRejected = warnOfRejection }: WebhookOptions): void {
  try {
    onRejected(error, incoming.request);
  } catch (failure) {
    logError(failure);
  }
}

function refuse({ code, status }: RingbackError, methods: readonly string[]): Response {
  return new Response(null, { status, ...(code === 'REQUEST_METHOD' && { headers: { allow: methods.join(', ') } }) });
}

/** Explanations cost up to 50 ms, so that a flood of bad requests gets few. */
const EXPLAIN_EVERY_MS = 10_000;
let lastExplained = Number.NEGATIVE_INFINITY;

function warnOfRejection(error: RingbackError): void {
  let reason = '';
  if (error instanceof SignatureError && Date.now() - lastExplained > EXPLAIN_EVERY_MS) {
    lastExplained = Date.now();
    const { message, suggestion } = error.explanation;
    reason = suggestion === undefined ? ` ${message}` : ` ${message} ${suggestion}`;
  }
  console.warn(`ringback refused a request (${error.status}, ${error.code}): ${error.message}${reason}`);
}
