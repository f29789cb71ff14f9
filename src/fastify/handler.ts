import { toBuffer } from '../node/buffer.js';
import { hangsUp } from '../node/respond.js';
import type { PathParameters } from '../webhook/adapter.js';
import { answerRequest, type Endpoint } from '../webhook/answer.js';
import { listHeaders, type PlainReply } from '../webhook/plain-reply.js';
import { type FastifyRequestLike, fromFastifyRequest } from './incoming.js';
import { markWebhook } from './raw-bodies.js';

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
  const rethrowing = { ...endpoint, rethrows: true };
  return markWebhook(async (request, reply) =>
    sendReply(await answerRequest(fromFastifyRequest(request, [request, reply]), rethrowing), request, reply),
  );
}

/** Sends an answer by Fastify's reply, which has to be returned. */
export function sendReply(answer: PlainReply, { raw }: FastifyRequestLike, reply: FastifyReplyLike): FastifyReplyLike {
  reply.status(answer.status);
  for (const [name, value] of listHeaders(answer)) reply.header(name, value);
  if (hangsUp(answer, { req: raw })) reply.header('connection', 'close');
  reply.send(toBuffer(answer.body));
  return reply;
}
