import { toBuffer } from '../node/buffer.js';
import { fromNodeRequest, type NodeRequest } from '../node/incoming.js';
import { hangsUp } from '../node/respond.js';
import {
  makeRouter,
  makeWebhook,
  type PathParameters,
  passIncoming,
  type RouterFunction,
  type VerifyMiddlewareOptions,
  type WebhookFunction,
} from '../webhook/adapter.js';
import { answerRequest, type Endpoint } from '../webhook/answer.js';
import type { IncomingRequest } from '../webhook/incoming.js';
import { checkOptions } from '../webhook/options.js';
import { listHeaders, type PlainReply } from '../webhook/plain-reply.js';

export type {
  AdapterRouter,
  PathParameters,
  RouterFunction,
  TwilioRequest,
  VerifyMiddlewareOptions,
  WebhookFunction,
} from '../webhook/adapter.js';

/** What is used of Koa's context. */
export interface KoaContext {
  readonly req: NodeRequest;
  readonly originalUrl: string;
  /** Body parsers put `body` and `rawBody` on it. */
  readonly request: object;
  readonly state: object;
  status: number;
  body: unknown;
  set(name: string, value: string | string[]): unknown;
}

/** What handlers on Koa find in the context's `platform`. A router puts `params` on it. */
export type KoaPlatform = readonly [context: KoaContext & { readonly params: PathParameters }];

/** Middleware of Koa's. */
export type KoaHandler = (context: KoaContext, next?: () => Promise<unknown>) => Promise<void>;

const ADVICE = 'register the webhook before koa-bodyparser, or give the parser an option that keeps `rawBody`.';

/**
 * Answers one kind of webhook as middleware of Koa's. Errors go to Koa where there is no `onError`.
 *
 * @example
 * ```ts
 * router.post('/sms', webhook(IncomingMessage, (message) => messagingResponse().message(`You said ${message.Body}`)));
 * ```
 */
export const webhook: WebhookFunction<KoaHandler, KoaPlatform> = /* @__PURE__ */ makeWebhook(toKoaHandler);

/** Answers webhooks of several kinds as middleware of Koa's: a handler with `on` and `otherwise`. */
export const webhookRouter: RouterFunction<KoaHandler, KoaPlatform> = /* @__PURE__ */ makeRouter(toKoaHandler);

/**
 * Middleware that lets signed requests pass, with what it read at `ctx.state.twilio` and the body at `ctx.request.rawBody`, and ends all
 * others.
 *
 * @throws TypeError when the options can never work, such as an empty auth token.
 */
export function verify(options: VerifyMiddlewareOptions = {}): KoaHandler {
  checkOptions(options);
  return async (context, next) => {
    const passage = await passIncoming(fromKoaContext(context), options);
    if (!passage.passed) return send(passage.reply, context);
    Object.assign(context.state, { twilio: passage.twilio });
    Object.assign(context.request, { rawBody: passage.rawBody });
    await next?.();
  };
}

function toKoaHandler(endpoint: Endpoint): KoaHandler {
  const rethrowing = { ...endpoint, rethrows: true };
  return async (context) => send(await answerRequest(fromKoaContext(context), rethrowing), context);
}

function fromKoaContext(context: KoaContext): IncomingRequest {
  const { body, rawBody }: { readonly body?: unknown; readonly rawBody?: unknown } = context.request;
  return fromNodeRequest(context.req, [context], { kept: { originalUrl: context.originalUrl, body, rawBody }, advice: ADVICE });
}

/** Sends a reply by Koa's context. The status comes last, because a body without content would make it a 204. */
function send(reply: PlainReply, context: KoaContext): void {
  for (const [name, value] of listHeaders(reply)) context.set(name, value);
  if (hangsUp(reply, context)) context.set('connection', 'close');
  context.body = toBuffer(reply.body) ?? null;
  context.status = reply.status;
}
