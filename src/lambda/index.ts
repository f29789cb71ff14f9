import {
  makeRouter,
  makeWebhook,
  passIncoming,
  type RouterFunction,
  type TwilioRequest,
  type VerifyMiddlewareOptions,
  type WebhookFunction,
} from '../webhook/adapter.js';
import { answerRequest, type Endpoint } from '../webhook/answer.js';
import { checkOptions } from '../webhook/options.js';
import { checkEvent } from './check-event.js';
import type { LambdaEvent, LambdaResult } from './events.js';
import { fromLambdaEvent } from './incoming.js';
import { toLambdaResult } from './result.js';

export type { AdapterRouter, RouterFunction, TwilioRequest, VerifyMiddlewareOptions, WebhookFunction } from '../webhook/adapter.js';
export type { HttpApiEvent, LambdaEvent, LambdaResult, LoadBalancerEvent, NetlifyEvent, RestApiEvent } from './events.js';

/** A function of AWS Lambda behind API Gateway, an Application Load Balancer or a function URL, or one of Netlify's. */
export type LambdaHandler = (event: LambdaEvent, context?: unknown) => Promise<LambdaResult>;

/** What handlers on Lambda find in the context's `platform`. */
export type LambdaPlatform = readonly [event: LambdaEvent, context: unknown];

/**
 * Answers one kind of webhook on AWS Lambda. Events of a REST API, an HTTP API, a load balancer, a function URL and Netlify are told
 * apart by themselves. Calls that no HTTP request caused, such as those that only keep the function warm, reach no handler: they are a
 * `TypeError` that names what came.
 *
 * @example
 * ```ts
 * export const handler = webhook(IncomingMessage, (message) => messagingResponse().message(`You said ${message.Body}`));
 * ```
 */
export const webhook: WebhookFunction<LambdaHandler, LambdaPlatform> = /* @__PURE__ */ makeWebhook(toLambdaHandler);

/** Answers webhooks of several kinds on AWS Lambda: a handler with `on` and `otherwise`. */
export const webhookRouter: RouterFunction<LambdaHandler, LambdaPlatform> = /* @__PURE__ */ makeRouter(toLambdaHandler);

/**
 * Wraps a function of your own, which is called for signed requests alone, with what was read at `event.twilio`.
 *
 * @example
 * ```ts
 * export const handler = verify()(async (event) => ({ statusCode: 200, body: event.twilio.url }));
 * ```
 *
 * @throws TypeError when the options can never work, such as an empty auth token.
 */
export function verify(
  options: VerifyMiddlewareOptions = {},
): <Event extends LambdaEvent, Context, Result>(
  handler: (event: Event & { readonly twilio: TwilioRequest }, context: Context) => Promise<Result>,
) => (event: Event, context: Context) => Promise<Result | LambdaResult> {
  checkOptions(options);
  return (handler) => async (event, context) => {
    const passage = await passIncoming(fromLambdaEvent(checkEvent(event), [event, context]), options);
    if (!passage.passed) return toLambdaResult(passage.reply, event);
    return handler({ ...event, twilio: passage.twilio }, context);
  };
}

function toLambdaHandler(endpoint: Endpoint): LambdaHandler {
  return async (event, context) =>
    toLambdaResult(await answerRequest(fromLambdaEvent(checkEvent(event), [event, context]), endpoint), event);
}
