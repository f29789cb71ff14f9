import { describeGiven } from '../request/describe-given.js';
import type { FormParameters } from '../request/forms.js';
import type { RequestHeaders } from '../request/headers.js';
import type { Awaitable } from './reply.js';

/** All ways in which Twilio sends webhooks. */
export const METHODS: readonly string[] = ['POST', 'GET', 'PUT'];

/** A body as it could be had: raw, or the parameters of a form that other code has parsed. */
export type IncomingBody = string | Uint8Array | FormParameters;

/** A request as an adapter found it. Everything that follows is the same for all frameworks. */
export interface IncomingRequest {
  /** In capitals. */
  readonly method: string;
  /** The request's own URL, absolute, as raw as it could be had. */
  readonly url: string;
  readonly headers: RequestHeaders;
  /** The same as a web `Request`, for the handler; made when it is asked for. */
  readonly request: Request;
  /** What the runtime or framework passed beside the request. */
  readonly platform: readonly unknown[];
  /**
   * Reads the body, once.
   *
   * @throws RequestError when it is larger than `maxBytes` or takes longer than `timeoutMs`, when other code has consumed it, or when all
   * that is left of it is a parsed object.
   */
  readBody(maxBytes: number, timeoutMs: number): Awaitable<IncomingBody>;
}

/** Takes a web `Request`, of any runtime that has them. @throws TypeError for anything else, such as the request of a framework on Node. */
export function fromWebRequest(request: Request, platform: readonly unknown[], readBody: IncomingRequest['readBody']): IncomingRequest {
  if (typeof request?.headers?.get !== 'function')
    throw new TypeError(
      `ringback/webhook takes a web Request, and got ${describeGiven(request)}. For Node, Express, Fastify and Koa there are ringback/node, ` +
        'ringback/express, ringback/fastify and ringback/koa.',
    );
  return { method: request.method.toUpperCase(), url: request.url, headers: request.headers, request, platform, readBody };
}
