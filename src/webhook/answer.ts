import { RequestError, RingbackError } from '../errors.js';
import { makeContext, readIdempotencyToken, type WebhookContext } from './context.js';
import { makeAborter } from './deadline.js';
import type { IncomingRequest } from './incoming.js';
import { replyOnce } from './once.js';
import type { WebhookOptions } from './options.js';
import { refuse, reportRejection } from './rejection.js';
import { emptyResponse } from './reply.js';
import { HandlerFailure, hearError, type Outcome, type Run, runHandler } from './run.js';
import { type VerifiedRequest, verifyRequest } from './verified.js';
import { makeWebResponse } from './web-response.js';

/** What answers a request. */
export interface Route {
  readonly schema: Run['schema'];
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
  /** Throws what a handler threw where no `onError` is given, for frameworks that have a way with errors. */
  readonly rethrows?: boolean | undefined;
  /** Stands for reading and verifying where the platform does both itself. */
  readonly receive?: ((incoming: IncomingRequest) => Promise<VerifiedRequest>) | undefined;
}

/**
 * Answers a request: verifies, reads, runs the handler and makes the reply. Whatever the request holds, there is an answer, and no answer
 * to a refused request says anything, since Twilio might read it out or text it to somebody.
 */
export async function answerRequest(incoming: IncomingRequest, endpoint: Endpoint): Promise<Response> {
  const { options, rethrows = false } = endpoint;
  let { methods } = endpoint;
  let verified: VerifiedRequest | undefined;
  try {
    const started = Date.now();
    checkMethod(incoming, methods);
    verified = await (endpoint.receive?.(incoming) ?? verifyRequest(incoming, options));
    const route = endpoint.findRoute(verified);
    methods = route.methods ?? methods;
    checkMethod(incoming, methods);
    return await followRoute(route, verified, incoming, endpoint, started);
  } catch (error) {
    if (error instanceof HandlerFailure) throw error.cause;
    if (error instanceof RingbackError) {
      reportRejection(error, incoming, options);
      return refuse(error, methods);
    }
    // What is left is the program's fault, such as a token that is not set. The request may be anybody's: it gets no reply of `onError`.
    if (options.onError === undefined && rethrows) throw error;
    await hearError(error, makeContext(incoming, verified, undefined, makeAborter()), options);
    return makeWebResponse(null, { status: 500 });
  }
}

async function followRoute(
  route: Route,
  verified: VerifiedRequest,
  incoming: IncomingRequest,
  { options, rethrows = false }: Endpoint,
  started: number,
): Promise<Response> {
  if (route.rejection !== undefined) reportRejection(route.rejection, incoming, options);
  const handler = route.prepare?.();
  if (handler === undefined) return emptyResponse([route.schema.expects].flat());
  const aborter = makeAborter();
  const context = makeContext(incoming, verified, route.kind, aborter);
  const reply = (): Promise<Outcome> => runHandler({ schema: route.schema, handler, context, options, aborter, started, rethrows });
  const token = readIdempotencyToken(incoming);
  const store = options.idempotency;
  if (store === undefined || token === undefined) return (await reply()).response;
  const report = (error: unknown) => void hearError(error, context, options);
  return replyOnce({ store, key: `${verified.accountSid ?? ''}:${token}`, reply, report });
}

/** Checks how a request was sent. @throws RequestError `REQUEST_METHOD` when Twilio does not send the webhook that way. */
export function checkMethod({ method }: IncomingRequest, methods: readonly string[]): void {
  if (methods.includes(method)) return;
  throw new RequestError('REQUEST_METHOD', `Twilio sends this webhook by ${methods.join(' or ')}, not by ${method}.`);
}
