import type * as z from 'zod';
import { PayloadError } from '../errors.js';
import { replies } from '../payloads/generated/replies.js';
import { describeKind, identifyWebhook } from '../payloads/identify-webhook.js';
import type { WebhookKind } from '../payloads/index.js';
import { parsePayload } from '../payloads/parse-payload.js';
import type { FormParameters } from '../request/forms.js';
import type { Endpoint, Route } from './answer.js';
import { type RouteConditions, readConditions } from './conditions.js';
import type { WebhookContext } from './context.js';
import { checkSchema, type FetchHandler, type PayloadHandler, type PlatformParts } from './handler.js';
import { METHODS } from './incoming.js';
import { checkOptions, type WebhookOptions } from './options.js';
import type { Awaitable, ReplyOf, WebhookSchema } from './reply.js';
import { addEntry, type Found, findEntry, findGroup, type Group, listMembers, type RouteHandler } from './routing-table.js';
import { toFetchHandler } from './web.js';

/** Handles what no other handler was for. What it returns must fit the webhook; `undefined` is an empty document or a 204. */
export type OtherwiseHandler<Platform extends PlatformParts = PlatformParts> = (
  parameters: FormParameters,
  context: WebhookContext<Platform>,
) => Awaitable<unknown>;

/** Handlers for webhooks of several kinds that come to one URL. */
export interface WebhookRoutes<Platform extends PlatformParts = PlatformParts> {
  /**
   * Handles one kind, or several alike. A special case without a handler of its own goes to the handler of its general kind, and a kind
   * that is named by itself goes before a union that it is a member of.
   *
   * @throws TypeError when the kind has another handler already, or when its parameters do not tell it apart (see `identifiable`): give it
   * conditions, or a URL of its own and use `webhook`.
   */
  on<Schema extends WebhookSchema, const Reply extends ReplyOf<Schema>>(
    schemas: Schema | readonly Schema[],
    handler: PayloadHandler<z.output<Schema>, Reply, Platform>,
  ): this;
  /**
   * Handles one kind, or several alike, at URLs that meet conditions. Handlers with more conditions come before those with fewer. A kind
   * that its parameters do not tell apart is taken for granted where the conditions hold.
   *
   * @throws TypeError when the conditions are none, or can never hold, or when the kind has another handler where they are the same.
   */
  on<Schema extends WebhookSchema, const Reply extends ReplyOf<Schema>>(
    schemas: Schema | readonly Schema[],
    conditions: RouteConditions,
    handler: PayloadHandler<z.output<Schema>, Reply, Platform>,
  ): this;
  /**
   * Handles all that no other handler is for. Without it the answer is an empty document or a 204, and `onRejected` hears of it.
   *
   * @throws TypeError when there is one already.
   */
  otherwise(handler: OtherwiseHandler<Platform>): this;
}

/** Answers webhooks of several kinds at one URL. */
export interface WebhookRouter<Platform extends PlatformParts = PlatformParts> extends WebhookRoutes<Platform> {
  /** The handler for runtimes and frameworks that speak web `Request` and `Response`; bound, so that it can be handed on. */
  readonly fetch: FetchHandler<Platform>;
}

/**
 * Starts a router, which tells webhooks apart by their parameters, and by their URL where that is asked for.
 *
 * @example
 * ```ts
 * export const POST = webhookRouter()
 *   .on(IncomingCall, () => voiceResponse().say('Hello.'))
 *   .on(CallStatusCallback, (call) => console.log(call.CallStatus)).fetch;
 * ```
 */
export function webhookRouter<Platform extends PlatformParts = PlatformParts>(options: WebhookOptions = {}): WebhookRouter<Platform> {
  const { routes, endpoint } = makeRoutes<Platform>(options);
  return Object.assign(routes, { fetch: toFetchHandler(endpoint) });
}

/** What is the same in the routers of all adapters. */
export function makeRoutes<Platform extends PlatformParts>(
  options: WebhookOptions,
): { readonly routes: WebhookRoutes<Platform>; readonly endpoint: Endpoint } {
  checkOptions(options);
  const groups: Group[] = [];
  let otherwise: OtherwiseHandler<Platform> | undefined;
  const routes: WebhookRoutes<Platform> = {
    on(schemas: WebhookSchema | readonly WebhookSchema[], ...rest: readonly [RouteHandler] | readonly [RouteConditions, RouteHandler]) {
      const [given, handler] = rest.length === 2 ? rest : [{}, rest[0]];
      if (typeof handler !== 'function') throw new TypeError('on() takes a schema, conditions where you need some, and a handler');
      const group = findGroup(groups, readConditions(given));
      for (const named of [schemas].flat()) {
        checkSchema(named);
        for (const schema of listMembers([named])) addEntry(group, { schema, handler, isMember: schema !== named });
      }
      return this;
    },
    otherwise(handler) {
      if (typeof handler !== 'function') throw new TypeError('otherwise() takes a handler');
      if (otherwise !== undefined && otherwise !== handler) throw new TypeError('otherwise() has a handler already: make one of the two');
      otherwise = handler;
      return this;
    },
  };
  const findRoute: Endpoint['findRoute'] = (verified) => {
    const { input, parameters } = verified;
    const kind = identifyWebhook(input);
    const found = findEntry(kind, verified, groups);
    if (found !== undefined) return makeRoute(found, input);
    if (otherwise === undefined) {
      const error = new PayloadError(
        'PAYLOAD_UNKNOWN_KIND',
        `No handler is for ${kind ?? 'this webhook, whose kind is unknown'}.`,
        kind === undefined ? {} : { kind },
      );
      return { schema: describe(kind), kind, rejection: error };
    }
    const fallback = otherwise as OtherwiseHandler;
    return { schema: describe(kind), kind, prepare: () => (context) => fallback(parameters, context) };
  };
  return { routes, endpoint: { methods: METHODS, options, findRoute } };
}

function makeRoute({ schema, handler, kind, methods }: Found, input: unknown): Route {
  return {
    schema,
    kind,
    methods,
    prepare: () => {
      const payload = parsePayload(schema, input) as never;
      return (context) => handler(payload, context as never);
    },
  };
}

/** What a webhook that nobody knows expects: an empty document does where one is due, and no harm where none is. */
function describe(kind: WebhookKind | undefined): Route['schema'] {
  if (kind !== undefined) return { title: kind, ...describeKind(kind), ...(replies[kind] !== undefined && { reply: replies[kind] }) };
  return { title: 'Unknown webhook', expects: ['voice-twiml', 'messaging-twiml', 'fax-twiml', 'json'], deadlineMs: 14_000 };
}
