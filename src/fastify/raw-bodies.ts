import { RequestError } from '../errors.js';
import { readNodeStream } from '../node/body.js';
import { toBuffer } from '../node/buffer.js';
import type { NodeRequest } from '../node/incoming.js';
import { hasSignature } from '../signature/early.js';

/** What is used of a Fastify instance. */
export interface FastifyInstanceLike {
  removeAllContentTypeParsers(): unknown;
  addContentTypeParser(type: string, parser: (request: ParsedRequest, payload: AsyncIterable<Uint8Array>) => Promise<unknown>): unknown;
}

/** How {@link rawBodies} reads. */
export interface RawBodiesOptions {
  /** How long a body may take to come in, in milliseconds; a slower one is a 408. @default 10000 */
  readonly bodyTimeoutMs?: number | undefined;
}

/** What is used of a request whose body is about to be read. */
interface ParsedRequest {
  readonly raw: NodeRequest;
  readonly routeOptions?: { readonly bodyLimit?: number | undefined; readonly handler?: unknown } | undefined;
}

/** Fastify's own limit. */
const DEFAULT_LIMIT = 1_048_576;

/** What was wrong with the bodies of webhooks, which refuse them in their own way. */
const faults = /* @__PURE__ */ new WeakMap<NodeRequest, RequestError>();

/** Why the body of a request could not be read. */
export function findFault(raw: NodeRequest): RequestError | undefined {
  return faults.get(raw);
}

/** Fastify runs a bound copy of a handler, which keeps nothing of it but its name. */
const NAME = 'ringbackWebhook';

/** Lets the parser know the routes of webhooks. */
export function markWebhook<Handler extends object>(handler: Handler): Handler {
  return Object.defineProperty(handler, 'name', { value: NAME });
}

function isWebhook({ routeOptions }: ParsedRequest): boolean {
  const { handler } = routeOptions ?? {};
  return typeof handler === 'function' && (handler.name === NAME || handler.name === `bound ${NAME}`);
}

/** Sets the one parser of a scope. */
export function addRawParser(scope: FastifyInstanceLike, { bodyTimeoutMs = 10_000 }: RawBodiesOptions = {}): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', async (request, payload) => {
    const { raw, routeOptions } = request;
    // A webhook refuses a request without a signature, and its body need not be read for that.
    if (isWebhook(request) && !hasSignature(raw.headers)) return undefined;
    try {
      return toBuffer(await readNodeStream(raw.headers, payload, routeOptions?.bodyLimit ?? DEFAULT_LIMIT, bodyTimeoutMs));
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      if (!isWebhook(request)) throw Object.assign(error, { statusCode: error.status });
      faults.set(raw, error);
      return undefined;
    }
  });
}
