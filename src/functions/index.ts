import type * as z from 'zod';
import { answerRequest, type Endpoint, type Route } from '../webhook/answer.js';
import { makeRoutes, type WebhookRoutes } from '../webhook/dispatch.js';
import { makeEndpoint, type PayloadHandler, type WebhookArguments } from '../webhook/handler.js';
import { METHODS } from '../webhook/incoming.js';
import type { WebhookOptions } from '../webhook/options.js';
import { logError } from '../webhook/rejection.js';
import type { ReplyOf, WebhookSchema } from '../webhook/reply.js';
import { type FunctionPlatform, fromFunctionEvent, readEvent } from './event.js';
import { adoptReply, type TwilioResponse, toTwilioResponse } from './twilio-response.js';

export type { FunctionContext, FunctionEvent, FunctionPlatform } from './event.js';
export type { TwilioResponse } from './twilio-response.js';

/**
 * How webhooks are answered in Functions. There are no options for signatures: Functions hand out neither the raw body nor the query apart
 * from it, so that no signature can be computed. Twilio checks it before a function that is protected runs, and for no other.
 */
export type FunctionOptions<Reply = unknown> = Pick<
  WebhookOptions<Reply>,
  'deadlineMs' | 'onDeadline' | 'fallback' | 'onRejected' | 'rejectionStatus' | 'onError'
>;

/** What a function exports as `handler`. */
export type FunctionHandler<Platform extends readonly [object, object] = FunctionPlatform> = (
  context: Platform[0],
  event: Platform[1],
  callback: (error: null, response: TwilioResponse) => void,
) => Promise<void>;

/** What handlers in Functions return: what the schema expects, or a `Twilio.Response`, which goes out as it is. */
export type FunctionReply<Schema extends WebhookSchema> = ReplyOf<Schema> | TwilioResponse;

/**
 * Answers one kind of webhook in Twilio Functions. The file must be protected, as `sms.protected.js`: in a public function anybody can call
 * the handler with any payload.
 *
 * @example
 * ```ts
 * exports.handler = webhook(IncomingMessage, (message) => messagingResponse().message(`You said ${message.Body}`));
 * ```
 *
 * @throws TypeError when the options hold some that have no meaning here, such as `authToken`.
 */
export function webhook<
  Schema extends WebhookSchema,
  const Reply extends FunctionReply<Schema>,
  Platform extends readonly [object, object] = FunctionPlatform,
>(schema: Schema, handler: PayloadHandler<z.output<Schema>, Reply, Platform>): FunctionHandler<Platform>;
export function webhook<
  Schema extends WebhookSchema,
  const Reply extends FunctionReply<Schema>,
  const Fallback extends FunctionReply<Schema>,
  Platform extends readonly [object, object] = FunctionPlatform,
>(
  schema: Schema,
  options: FunctionOptions<Fallback>,
  handler: PayloadHandler<z.output<Schema>, Reply, Platform>,
): FunctionHandler<Platform>;
export function webhook(...parts: readonly [WebhookSchema, unknown] | readonly [WebhookSchema, object, unknown]): FunctionHandler {
  if (parts.length === 3) checkFunctionOptions(parts[1]);
  return toFunctionHandler(makeEndpoint(parts as WebhookArguments<WebhookSchema>));
}

/** A router of functions. It is itself what a function exports as `handler`. */
export type FunctionRouter = FunctionHandler & WebhookRoutes<FunctionPlatform>;

/**
 * Answers webhooks of several kinds in one function: a handler with `on` and `otherwise`. Query and body are one in Functions, so that
 * conditions on the query look at all parameters.
 *
 * @throws TypeError when the options hold some that have no meaning here, such as `authToken`.
 */
export function webhookRouter(options: FunctionOptions = {}): FunctionRouter {
  checkFunctionOptions(options);
  const { routes, endpoint } = makeRoutes<FunctionPlatform>(options);
  return Object.assign(toFunctionHandler(endpoint), routes);
}

const OPTIONS = ['deadlineMs', 'onDeadline', 'fallback', 'onRejected', 'rejectionStatus', 'onError'];

function checkFunctionOptions(options: object): void {
  const unknown = Object.keys(options).find((name) => !OPTIONS.includes(name));
  if (unknown === undefined) return;
  throw new TypeError(
    `${unknown} has no meaning in Twilio Functions, which hand out no raw request: make the function protected (.protected.js), ` +
      'so that Twilio checks the signature before it runs',
  );
}

function toFunctionHandler(endpoint: Endpoint): FunctionHandler {
  if (endpoint.signedBy !== undefined)
    throw new TypeError('SendGrid signs its webhooks itself, and Twilio Functions hand out no raw body to verify: answer them elsewhere');
  const findRoute: Endpoint['findRoute'] = (verified) => fitRoute(endpoint.findRoute(verified));
  const fitted: Endpoint = { methods: METHODS, options: fitOptions(endpoint.options), findRoute, streams: true };
  return async (context, event, callback) => {
    let response: TwilioResponse;
    try {
      const incoming = fromFunctionEvent(context, event);
      const receive = async () => readEvent(incoming, event);
      response = await toTwilioResponse(await answerRequest(incoming, { ...fitted, receive }));
    } catch (error) {
      // Given to the callback, an error would be sent with its text to whoever called.
      logError(error);
      response = await toTwilioResponse({ status: 500, headers: {} });
    }
    callback(null, response);
  };
}

/** Functions are ended after ten seconds, whatever Twilio would wait for. */
const LONGEST_MS = 9000;

/** Makes a route fit Functions: the method is not known there, time is short, and replies may be Twilio's own. */
function fitRoute({ schema, prepare, ...route }: Route): Route {
  const { kind, identifiable, title, expects, reply, deadlineMs } = schema;
  return {
    ...route,
    methods: METHODS,
    schema: { kind, identifiable, title, expects, ...(reply !== undefined && { reply }), deadlineMs: Math.min(deadlineMs, LONGEST_MS) },
    ...(prepare !== undefined && {
      prepare: () => {
        const run = prepare();
        return async (context) => adoptReply(await run(context));
      },
    }),
  };
}

/** Makes the replies of options fit likewise. */
function fitOptions({ onDeadline, onError, fallback, ...options }: WebhookOptions): WebhookOptions {
  return {
    ...options,
    ...(onDeadline !== undefined && { onDeadline: async (context) => adoptReply(await onDeadline(context)) }),
    ...(onError !== undefined && { onError: async (error, context) => adoptReply(await onError(error, context)) }),
    ...(fallback !== undefined && { fallback: async (error, context) => adoptReply(await fallback(error, context)) }),
  };
}
