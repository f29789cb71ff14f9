import { toBuffer } from '../node/buffer.js';
import { hangsUp, type Receiving } from '../node/respond.js';
import { readText } from '../webhook/idempotency.js';
import { listHeaders, type PlainReply } from '../webhook/plain-reply.js';
import type { NestContext } from './context.js';

/** What is used of the response of Express and of Fastify alike. */
interface PlatformResponse {
  status(code: number): unknown;
  header(name: string, value: string | string[]): unknown;
  /** On Fastify; Express has more than one way, and this one writes no content type. */
  readonly raw?: unknown;
  send(body?: unknown): unknown;
  end?(): unknown;
}

/** Writes status and headers of a reply, and gives its body back for Nest to send, which on Express writes bytes as JSON. */
export function prepareResponse(context: NestContext, reply: PlainReply): string | Uint8Array | undefined {
  const target = context.switchToHttp().getResponse() as PlatformResponse;
  target.status(reply.status);
  for (const [name, value] of listHeaders(reply)) target.header(name, value);
  const { body } = reply;
  return body instanceof Uint8Array ? (readText(body) ?? toBuffer(body)) : body;
}

/** Sends a reply that has no body, before Nest can make one of its own. */
export function sendEmpty(context: NestContext, reply: PlainReply): void {
  const http = context.switchToHttp();
  const target = http.getResponse() as PlatformResponse;
  const request = http.getRequest() as Receiving & { readonly raw?: Receiving };
  prepareResponse(context, reply);
  if (hangsUp(reply, { req: request.raw ?? request })) target.header('connection', 'close');
  if (target.raw === undefined && target.end !== undefined) target.end();
  else target.send();
}
