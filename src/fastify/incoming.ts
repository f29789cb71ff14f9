import { isRead } from '../node/body.js';
import { fromNodeRequest, type NodeRequest } from '../node/incoming.js';
import type { IncomingRequest } from '../webhook/incoming.js';
import { findFault } from './raw-bodies.js';

/** What is used of Fastify's request. */
export interface FastifyRequestLike {
  readonly raw: NodeRequest;
  /** The URL before Fastify rewrote it. */
  readonly originalUrl?: string | undefined;
  readonly body?: unknown;
}

const ADVICE =
  'register `rawBodies` of ringback/fastify in the scope of the route. In NestJS create the app with `{ rawBody: true }`, and with `useBodyParser` for types that it does not know.';

/** Takes a request of Fastify's. Its body has been read by a parser; some plugins keep the bytes. */
export function fromFastifyRequest(
  request: FastifyRequestLike & { readonly rawBody?: unknown },
  platform: readonly unknown[],
): IncomingRequest {
  const { raw, originalUrl, body, rawBody } = request;
  // Where there is no body, no parser has run. Where one has run and left nothing, the body is gone.
  const left = body ?? rawBody ?? raw.rawBody ?? (isRead(raw) ? undefined : '');
  const kept = { originalUrl: originalUrl ?? raw.originalUrl, body: left, rawBody: rawBody ?? raw.rawBody };
  return fromNodeRequest(raw, platform, { kept, advice: ADVICE, fault: findFault(raw) });
}
