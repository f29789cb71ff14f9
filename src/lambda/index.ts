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
import type { LambdaEvent, LambdaResult } from './events.js';
import { fromLambdaEvent } from './incoming.js';
import { toLambdaResult } from './result.js';

export type { AdapterRouter, RouterFunction, TwilioRequest, VerifyMiddlewareOptions, WebhookFunction } from '../webhook/adapter.js';
export type { HttpApiEvent, LambdaEvent, LambdaResult, LoadBalancerEvent, RestApiEvent } from './events.js';

/** A function of AWS Lambda behind API Gateway, an Application Load Balancer or a function URL. */
export type LambdaHandler = (event: LambdaEvent, context?: unknown) => Promise<LambdaResult>;

/**
 * Answers one kind of webhook on AWS Lambda. Events of a REST API, an HTTP API, a load balancer and a function URL are told apart by
 * themselves.
 *
 * @example
 * ```ts
 * export const handler = webhook(IncomingMessage, (message) => messagingResponse().message(`You said ${message.Body}`));
 * ```
 */
export const webhook: WebhookFunction<LambdaHandler> = /* @__PURE__ */ makeWebhook(toLambdaHandler);

/** Answers webhooks of several kinds on AWS Lambda: a handler with `on` and `otherwise`. */
export const webhookRouter: RouterFunction<LambdaHandler> = /* @__PURE__ */ makeRouter(toLambdaHandler);

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
    const passage = await passIncoming(fromLambdaEvent(event, [event, context]), options);
    if (!passage.passed) return toLambdaResult(passage.reply, event);
    return handler({ ...event, twilio: passage.twilio }, context);
  };
}

function toLambdaHandler(endpoint: Endpoint): LambdaHandler {
  return async (event, context) => toLambdaResult(await answerRequest(fromLambdaEvent(event, [event, context]), endpoint), event);
}
