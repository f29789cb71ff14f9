import { readBuffer } from '../node/buffer.js';
import { listHeaders } from '../node/respond.js';
import type { PathParameters } from '../webhook/adapter.js';
import { answerRequest, type Endpoint } from '../webhook/answer.js';
import { type FastifyRequestLike, fromFastifyRequest } from './incoming.js';

/** What is used of Fastify's reply. */
export interface FastifyReplyLike {
  status(code: number): unknown;
  header(name: string, value: unknown): unknown;
  send(body?: unknown): unknown;
}

/** A route handler of Fastify's. */
export type FastifyHandler = (request: FastifyRequestLike, reply: FastifyReplyLike) => Promise<unknown>;

/** What handlers on Fastify find in the context's `platform`. For the rest of it, `platform[0] as FastifyRequest` of Fastify's own types. */
export type FastifyPlatform = readonly [request: FastifyRequestLike & { readonly params: PathParameters }, reply: FastifyReplyLike];

/** Runs an endpoint on Fastify. */
export function toFastifyHandler(endpoint: Endpoint): FastifyHandler {
  return async (request, reply) =>
    sendReply(await answerRequest(fromFastifyRequest(request, [request, reply]), { ...endpoint, rethrows: true }), reply);
}

/** Sends a web `Response` by Fastify's reply, which has to be returned. */
export async function sendReply(response: Response, reply: FastifyReplyLike): Promise<unknown> {
  const body = await readBuffer(response);
  reply.status(response.status);
  for (const [name, value] of listHeaders(response)) reply.header(name, value);
  reply.send(body);
  return reply;
}
