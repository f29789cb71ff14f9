import { PayloadError } from '../errors.js';
import { replies } from '../payloads/generated/replies.js';
import { describeKind, identifyWebhook } from '../payloads/identify-webhook.js';
import type { WebhookKind } from '../payloads/index.js';
import { parsePayload } from '../payloads/parse-payload.js';
import type { FormParameters } from '../request/forms.js';
import { answerRequest, type Endpoint, type Route } from './answer.js';
import { readWebBody } from './body.js';
import type { WebhookContext } from './context.js';
import { checkSigned, type FetchHandler, type WebhookHandler } from './handler.js';
import { fromWebRequest, METHODS } from './incoming.js';
import { checkOptions, type WebhookOptions } from './options.js';
import type { Awaitable, ReplyOf, WebhookSchema } from './reply.js';

/** Handles what no other handler was for. What it returns must fit the webhook; `undefined` is an empty document or a 204. */
export type OtherwiseHandler = (parameters: FormParameters, context: WebhookContext) => Awaitable<unknown>;

/** Handlers for webhooks of several kinds that come to one URL. */
export interface WebhookRoutes {
  /**
   * Handles one kind, or several alike. A special case without a handler of its own goes to the handler of its general kind.
   *
   * @throws TypeError when the parameters of the kind do not tell it apart (see `identifiable`): give it a URL of its own and use `webhook`.
   */
  on<Schema extends WebhookSchema, const Reply extends ReplyOf<Schema>>(
    schemas: Schema | readonly Schema[],
    handler: WebhookHandler<Schema, Reply>,
  ): this;
  /** Handles all that no other handler is for. Without it the answer is an empty document or a 204, and `onRejected` hears of it. */
  otherwise(handler: OtherwiseHandler): this;
}

/** Answers webhooks of several kinds at one URL. */
export interface WebhookRouter extends WebhookRoutes {
  /** The handler for runtimes and frameworks that speak web `Request` and `Response`; bound, so that it can be handed on. */
  readonly fetch: FetchHandler;
}

interface Entry {
  readonly schema: WebhookSchema;
  readonly handler: (payload: never, context: WebhookContext) => unknown;
}

/**
 * Starts a router, which tells webhooks apart by their parameters.
 *
 * @example
 * ```ts
 * export const POST = webhookRouter()
 *   .on(IncomingCall, () => voiceResponse().say('Hello.'))
 *   .on(CallStatusCallback, (call) => console.log(call.CallStatus)).fetch;
 * ```
 */
export function webhookRouter(options: WebhookOptions = {}): WebhookRouter {
  const { routes, endpoint } = makeRoutes(options);
  const fetch: FetchHandler = (request, ...platform) =>
    answerRequest(
      fromWebRequest(request, platform, (maxBytes) => readWebBody(request, maxBytes)),
      endpoint,
    );
  return Object.assign(routes, { fetch });
}

/** What is the same in the routers of all adapters. */
export function makeRoutes(options: WebhookOptions): { readonly routes: WebhookRoutes; readonly endpoint: Endpoint } {
  checkOptions(options);
  const entries = new Map<string, Entry>();
  let otherwise: OtherwiseHandler | undefined;
  const routes: WebhookRoutes = {
    on(schemas, handler) {
      for (const schema of listMembers([schemas].flat())) entries.set(checkIdentifiable(schema), { schema, handler });
      return this;
    },
    otherwise(handler) {
      otherwise = handler;
      return this;
    },
  };
  const findRoute: Endpoint['findRoute'] = ({ input, parameters }) => {
    const kind = identifyWebhook(input);
    const entry = findEntry(kind, entries);
    if (kind !== undefined && entry !== undefined) return makeRoute(kind, entry, input);
    if (otherwise === undefined) {
      const error = new PayloadError(
        'PAYLOAD_UNKNOWN_KIND',
        `No handler is for ${kind ?? 'this webhook, whose kind is unknown'}.`,
        kind === undefined ? {} : { kind },
      );
      return { schema: describe(kind), kind, rejection: error };
    }
    const fallback = otherwise;
    return { schema: describe(kind), kind, prepare: () => (context) => fallback(parameters, context) };
  };
  return { routes, endpoint: { methods: METHODS, options, findRoute } };
}

function listMembers(schemas: readonly WebhookSchema[]): WebhookSchema[] {
  return schemas.flatMap((schema) => (schema.members === undefined ? schema : listMembers(schema.members as readonly WebhookSchema[])));
}

function checkIdentifiable(schema: WebhookSchema & { readonly identifiable?: boolean }): string {
  checkSigned(schema);
  if (schema.signedBy !== undefined)
    throw new TypeError(`"${schema.title}" is signed by SendGrid: give it a URL of its own and use webhook() with publicKey`);
  if (schema.kind !== undefined && schema.identifiable !== false) return schema.kind;
  throw new TypeError(
    `The parameters of "${schema.title}" do not tell it apart from other webhooks: give it a URL of its own and use webhook()`,
  );
}

/** The handler of a kind, or else that of the kind that it is a special case of. */
function findEntry(kind: WebhookKind | undefined, entries: ReadonlyMap<string, Entry>): Entry | undefined {
  for (
    let name: string | undefined = kind;
    name !== undefined;
    name = describeKind(name as WebhookKind).parent as WebhookKind | undefined
  ) {
    const entry = entries.get(name);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

function makeRoute(kind: WebhookKind, { schema, handler }: Entry, input: unknown): Route {
  return {
    schema,
    kind,
    // A special case may be sent in more ways than its general kind, as messages of WhatsApp are.
    methods: [...new Set([...describeKind(kind).methods, ...schema.methods])],
    prepare: () => {
      const payload = parsePayload(schema, input) as never;
      return (context) => handler(payload, context);
    },
  };
}

/** What a webhook that nobody knows expects: an empty document does where one is due, and no harm where none is. */
function describe(kind: WebhookKind | undefined): Route['schema'] {
  if (kind !== undefined) return { ...describeKind(kind), ...(replies[kind] !== undefined && { reply: replies[kind] }) };
  return { title: 'Unknown webhook', expects: ['voice-twiml', 'messaging-twiml', 'fax-twiml', 'json'], deadlineMs: 14_000 };
}
