import type * as z from 'zod';
import { RingbackError } from '../errors.js';
import { identifyWebhook } from '../payloads/identify-webhook.js';
import type { WebhookKind } from '../payloads/index.js';
import { parsePayload } from '../payloads/parse-payload.js';
import type { FormParameters } from '../request/forms.js';
import type { Endpoint } from './answer.js';
import { makeRoutes, type WebhookRoutes } from './dispatch.js';
import { makeEndpoint, type WebhookArguments, type WebhookHandler } from './handler.js';
import type { IncomingRequest } from './incoming.js';
import type { VerifyOptions, WebhookOptions } from './options.js';
import { verifyIncoming } from './read-webhook.js';
import { refuse, reportRejection } from './rejection.js';
import type { ReplyOf, WebhookSchema } from './reply.js';
import type { VerifiedRequest } from './verified.js';

/** The `webhook` of an adapter: what `ringback/webhook` takes, and the framework's own handler for it. */
export interface WebhookFunction<Handler> {
  /** Answers one kind of webhook: verifies the signature, reads the payload, runs the handler and sends its reply. */
  <Schema extends WebhookSchema, const Reply extends ReplyOf<Schema>>(schema: Schema, handler: WebhookHandler<Schema, Reply>): Handler;
  /**
   * Answers one kind of webhook: verifies the signature, reads the payload, runs the handler and sends its reply.
   *
   * @throws TypeError when the options can never work, such as an empty auth token.
   */
  <Schema extends WebhookSchema, const Reply extends ReplyOf<Schema>, const Fallback extends ReplyOf<Schema>>(
    schema: Schema,
    options: WebhookOptions<Fallback>,
    handler: WebhookHandler<Schema, Reply>,
  ): Handler;
}

/** A router of an adapter. It is itself the framework's handler. */
export type AdapterRouter<Handler> = Handler &
  WebhookRoutes & {
    /** The framework's handler alone. */
    readonly handle: Handler;
  };

/** The `webhookRouter` of an adapter. */
export type RouterFunction<Handler> = (options?: WebhookOptions) => AdapterRouter<Handler>;

/** Makes the `webhook` of an adapter from what turns an endpoint into the framework's handler. */
// @__NO_SIDE_EFFECTS__
export function makeWebhook<Handler>(toHandler: (endpoint: Endpoint) => Handler): WebhookFunction<Handler> {
  return <Schema extends WebhookSchema>(...parts: WebhookArguments<Schema>) => toHandler(makeEndpoint(parts));
}

/** Makes the `webhookRouter` of an adapter likewise. */
// @__NO_SIDE_EFFECTS__
export function makeRouter<Handler extends object>(toHandler: (endpoint: Endpoint) => Handler): RouterFunction<Handler> {
  return (options = {}) => {
    const { routes, endpoint } = makeRoutes(options);
    const handle = toHandler(endpoint);
    return Object.assign(handle, routes, { handle });
  };
}

/** What `verify` of an adapter leaves at the request. */
export interface TwilioRequest {
  /** The parameters exactly as they came; empty where the body is JSON. */
  readonly parameters: FormParameters;
  /** The URL that Twilio called and that the signature covers. */
  readonly url: string;
  /** The account that sent it, where the request names one. */
  readonly accountSid: string | undefined;
  /** The kind that the parameters look like, such as `messaging.incoming`. */
  readonly kind: WebhookKind | undefined;
}

/** How `verify` of an adapter works. */
export type VerifyMiddlewareOptions = VerifyOptions & Pick<WebhookOptions, 'onRejected'>;

/** What came of verifying: what to leave at the request, or the answer that ends it. */
export type Passage =
  | { readonly passed: true; readonly twilio: TwilioRequest; readonly rawBody: VerifiedRequest['rawBody'] }
  | { readonly passed: false; readonly response: Response };

/** What payloads are read from, by what `verify` left. JSON has no place among the parameters. */
const inputs = /* @__PURE__ */ new WeakMap<TwilioRequest, unknown>();

/** Reads the payload of a request that has passed. @throws PayloadError when it is no such payload. */
export function readPassed<Payload>(twilio: TwilioRequest, schema: z.ZodType<Payload>): Payload {
  return parsePayload(schema, inputs.get(twilio) ?? twilio.parameters);
}

/**
 * Verifies a request on its way to a handler of the framework's own.
 *
 * @throws TypeError when there is no auth token, and whatever functions in the options throw: the framework's to handle.
 */
export async function passIncoming(incoming: IncomingRequest, options: VerifyMiddlewareOptions): Promise<Passage> {
  try {
    const { parameters, url, accountSid, rawBody, input } = await verifyIncoming(incoming, options);
    const twilio = { parameters, url, accountSid, kind: identifyWebhook(input) };
    inputs.set(twilio, input);
    return { passed: true, twilio, rawBody };
  } catch (error) {
    if (!(error instanceof RingbackError)) throw error;
    reportRejection(error, incoming, options);
    return { passed: false, response: refuse(error) };
  }
}
