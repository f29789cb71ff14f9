import { PayloadError, RequestError, RingbackError } from '../errors.js';
import { makeContext, readIdempotencyToken, type WebhookContext } from './context.js';
import { makeAborter } from './deadline.js';
import type { IncomingRequest } from './incoming.js';
import { type Identified, nameKind, suspectKind } from './mix-up.js';
import { replyOnce } from './once.js';
import type { WebhookOptions } from './options.js';
import type { PlainReply } from './plain-reply.js';
import { refuse, reportRejection } from './rejection.js';
import { type Awaitable, emptyReply } from './reply.js';
import { answerByFallback, HandlerFailure, hearError, type Run, runHandler } from './run.js';
import { type VerifiedRequest, verifyRequest } from './verified.js';
import { verifyEmailRequest } from './verified-email.js';

/** What answers a request. */
export interface Route {
  readonly schema: Run['schema'] & Identified;
  /** The kind, for the context. */
  readonly kind: string | undefined;
  /** How Twilio may send it; where it is absent, the endpoint's methods. */
  readonly methods?: readonly string[];
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
  /** Who signs, where that is not Twilio. */
  readonly signedBy?: 'sendgrid' | undefined;
  /** Throws what a handler threw where no `onError` is given, for frameworks that have a way with errors. */
  readonly rethrows?: boolean | undefined;
  /** Leaves the body of a handler's `Response` for the server to send. */
  readonly streams?: boolean | undefined;
  /** Stands for reading and verifying where the platform does both itself. */
  readonly receive?: ((incoming: IncomingRequest) => Promise<VerifiedRequest>) | undefined;
}

/**
 * Answers a request: verifies, reads, runs the handler and makes the reply. Whatever the request holds, there is an answer, and no answer
 * to a refused request says anything, since Twilio might read it out or text it to somebody.
 */
export async function answerRequest(incoming: IncomingRequest, endpoint: Endpoint): Promise<PlainReply> {
  const { options, rethrows = false } = endpoint;
  let { methods } = endpoint;
  let verified: VerifiedRequest | undefined;
  try {
    const started = Date.now();
    checkMethod(incoming, methods);
    verified = await receive(incoming, endpoint);
    const route = endpoint.findRoute(verified);
    methods = route.methods ?? methods;
    checkMethod(incoming, methods);
    const reply = followRoute(route, verified, incoming, endpoint, started);
    return reply instanceof Promise ? await reply : reply;
  } catch (error) {
    if (error instanceof HandlerFailure) throw toReason(error.cause);
    if (error instanceof RingbackError) {
      reportRejection(error, incoming, options);
      return refuse(error, options, methods);
    }
    // What is left is the program's fault, such as a token that is not set. The request may be anybody's: it gets no reply of `onError`.
    if (options.onError === undefined && rethrows) throw toReason(error);
    await hearError(error, makeContext(incoming, verified, undefined, makeAborter()), options);
    return { status: 500, headers: {} };
  }
}

/** Reads and verifies a request, in the way of whoever signs it. */
function receive(incoming: IncomingRequest, { receive, signedBy, options }: Endpoint): Promise<VerifiedRequest> {
  if (receive !== undefined) return receive(incoming);
  return signedBy === 'sendgrid' ? verifyEmailRequest(incoming, options) : verifyRequest(incoming, options);
}

/**
 * What a framework may be told of a failure. Express takes an error that is `undefined`, empty or `'route'` for a wish to go on with the next
 * handler, and Koa has no answer to it.
 */
export function toReason(thrown: unknown): object {
  if (typeof thrown === 'object' && thrown !== null) return thrown;
  return new Error(`Something that is no error was thrown: ${thrown === '' ? 'an empty text' : `a value of type ${typeof thrown}`}`, {
    cause: thrown,
  });
}

function followRoute(
  route: Route,
  verified: VerifiedRequest,
  incoming: IncomingRequest,
  { options, rethrows = false, streams = false }: Endpoint,
  started: number,
): Awaitable<PlainReply> {
  const { schema, kind } = route;
  const store = options.idempotency;
  const token = store === undefined ? undefined : readIdempotencyToken(incoming);
  const aborter = makeAborter();
  const context = makeContext(incoming, verified, kind, aborter);
  const run: Run = { schema, context, options, aborter, started, rethrows, streams: streams && token === undefined };
  const { handler, rejection } = prepareRoute(route, verified);
  if (handler === undefined) return answerRejected(rejection, route, run, incoming);
  if (rejection !== undefined) reportRejection(rejection, incoming, options);
  if (store === undefined || token === undefined) {
    const outcome = runHandler(handler, run);
    return outcome instanceof Promise ? outcome.then(({ reply }) => reply) : outcome.reply;
  }
  const report = (error: unknown) => void hearError(error, context, options);
  const runsWithoutStore = options.whenStoreFails !== 'refuse';
  return replyOnce({
    store,
    key: `${verified.accountSid ?? ''}:${token}`,
    runsWithoutStore,
    run: async () => runHandler(handler, run),
    report,
  });
}

/** Answers where there is no handler, or where what came does not fit it. */
async function answerRejected(
  rejection: RingbackError | undefined,
  route: Route,
  run: Run,
  incoming: IncomingRequest,
): Promise<PlainReply> {
  const reply = await answerByFallback(rejection, run);
  if (reply === undefined && rejection !== route.rejection) throw rejection;
  if (rejection !== undefined) reportRejection(rejection, incoming, run.options);
  return reply ?? emptyReply([route.schema.expects].flat());
}

/** The handler with its payload, or why there is none. Where there is one, the rejection is a suspicion that `onRejected` hears of. */
function prepareRoute(
  { schema, prepare, rejection }: Route,
  { input }: VerifiedRequest,
): { readonly handler?: ((context: WebhookContext) => unknown) | undefined; readonly rejection?: RingbackError | undefined } {
  if (rejection !== undefined) return { rejection };
  try {
    return { handler: prepare?.(), rejection: suspectKind(schema, input) };
  } catch (error) {
    if (error instanceof PayloadError) return { rejection: nameKind(error, schema, input) };
    throw error;
  }
}

/** Checks how a request was sent. @throws RequestError `REQUEST_METHOD` when Twilio does not send the webhook that way. */
export function checkMethod({ method }: IncomingRequest, methods: readonly string[]): void {
  if (methods.includes(method)) return;
  throw new RequestError('REQUEST_METHOD', `Twilio sends this webhook by ${methods.join(' or ')}, not by ${method}.`);
}
