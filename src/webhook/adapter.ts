import type * as z from 'zod';
import { RingbackError } from '../errors.js';
import { identifyWebhook } from '../payloads/identify-webhook.js';
import type { WebhookKind } from '../payloads/index.js';
import { parsePayload } from '../payloads/parse-payload.js';
import type { FormParameters } from '../request/forms.js';
import { type Endpoint, toReason } from './answer.js';
import { makeRoutes, type WebhookRoutes } from './dispatch.js';
import { makeEndpoint, type PayloadHandler, type PlatformParts, type WebhookArguments } from './handler.js';
import type { IncomingRequest } from './incoming.js';
import type { VerifyOptions, WebhookOptions } from './options.js';
import type { PlainReply } from './plain-reply.js';
import { verifyIncoming } from './read-webhook.js';
import { refuse, reportRejection } from './rejection.js';
import type { ReplyOf, WebhookSchema } from './reply.js';
import type { VerifiedRequest } from './verified.js';

/**
 * The `webhook` of an adapter: what `ringback/webhook` takes, and the framework's own handler for it. `Platform` is what the framework passes
 * to that.
 */
export interface WebhookFunction<Handler, Platform extends PlatformParts = PlatformParts> {
  /** Answers one kind of webhook: verifies the signature, reads the payload, runs the handler and sends its reply. */
  <Schema extends WebhookSchema, const Reply extends ReplyOf<Schema>>(
    schema: Schema,
    handler: PayloadHandler<z.output<Schema>, Reply, Platform>,
  ): Handler;
  /**
   * Answers one kind of webhook: verifies the signature, reads the payload, runs the handler and sends its reply.
   *
   * @throws TypeError when the options can never work, such as an empty auth token.
   */
  <Schema extends WebhookSchema, const Reply extends ReplyOf<Schema>, const Fallback extends ReplyOf<Schema>>(
    schema: Schema,
    options: WebhookOptions<Fallback>,
    handler: PayloadHandler<z.output<Schema>, Reply, Platform>,
  ): Handler;
}

/** A router of an adapter. It is itself the framework's handler. */
export type AdapterRouter<Handler, Platform extends PlatformParts = PlatformParts> = Handler &
  WebhookRoutes<Platform> & {
    /** The framework's handler alone. */
    readonly handle: Handler;
  };

/** The `webhookRouter` of an adapter. */
export type RouterFunction<Handler, Platform extends PlatformParts = PlatformParts> = (
  options?: WebhookOptions,
) => AdapterRouter<Handler, Platform>;

/** Makes the `webhook` of an adapter from what turns an endpoint into the framework's handler. */
// @__NO_SIDE_EFFECTS__
export function makeWebhook<Handler, Platform extends PlatformParts = PlatformParts>(
  toHandler: (endpoint: Endpoint) => Handler,
): WebhookFunction<Handler, Platform> {
  return <Schema extends WebhookSchema>(...parts: WebhookArguments<Schema, Platform>) => toHandler(makeEndpoint(parts));
}

/** Makes the `webhookRouter` of an adapter likewise. */
// @__NO_SIDE_EFFECTS__
export function makeRouter<Handler extends object, Platform extends PlatformParts = PlatformParts>(
  toHandler: (endpoint: Endpoint) => Handler,
): RouterFunction<Handler, Platform> {
  return (options = {}) => {
    const { routes, endpoint } = makeRoutes<Platform>(options);
    const handle = toHandler(endpoint);
    return Object.assign(handle, routes, { handle });
  };
}

/** The parameters of a route's path, as in `/calls/:sid`, by their names. */
export type PathParameters = Readonly<Record<string, string | undefined>>;

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
export type VerifyMiddlewareOptions = VerifyOptions & Pick<WebhookOptions, 'onRejected' | 'rejectionStatus'>;

/** What came of verifying: what to leave at the request, or the answer that ends it. */
export type Passage =
  | { readonly passed: true; readonly twilio: TwilioRequest; readonly rawBody: VerifiedRequest['rawBody'] }
  | { readonly passed: false; readonly reply: PlainReply };

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
    if (!(error instanceof RingbackError)) throw toReason(error);
    reportRejection(error, incoming, options);
    return { passed: false, reply: refuse(error, options) };
  }
}
