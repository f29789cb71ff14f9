import type * as z from 'zod';
import { parsePayload } from '../payloads/parse-payload.js';
import { describeGiven } from '../request/describe-given.js';
import type { Endpoint } from './answer.js';
import type { WebhookContext } from './context.js';
import { checkOptions, type WebhookOptions } from './options.js';
import type { Awaitable, ReplyOf, WebhookSchema } from './reply.js';
import { toFetchHandler } from './web.js';

/** What a runtime or framework passes beside the request. */
export type PlatformParts = readonly unknown[];

/** Handles webhooks with a payload. */
export type PayloadHandler<Payload, Reply, Platform extends PlatformParts = PlatformParts> = (
  payload: Payload,
  context: WebhookContext<Platform>,
) => Awaitable<Reply>;

/** Handles one kind of webhook, by its schema. */
export type WebhookHandler<
  Schema extends WebhookSchema,
  Reply = ReplyOf<Schema>,
  Platform extends PlatformParts = PlatformParts,
> = PayloadHandler<z.output<Schema>, Reply, Platform>;

/** What runtimes and frameworks that speak web `Request` and `Response` call; what they pass besides is the context's `platform`. */
export type FetchHandler<Platform extends PlatformParts = PlatformParts> = (request: Request, ...platform: Platform) => Promise<Response>;

/** What `webhook` of every adapter takes. */
export type WebhookArguments<Schema extends WebhookSchema, Platform extends PlatformParts = PlatformParts> =
  | readonly [schema: Schema, handler: WebhookHandler<Schema, ReplyOf<Schema>, Platform>]
  | readonly [schema: Schema, options: WebhookOptions<ReplyOf<Schema>>, handler: WebhookHandler<Schema, ReplyOf<Schema>, Platform>];

/**
 * Answers one kind of webhook: verifies the signature, reads the payload, runs the handler and sends its reply. What is passed beside the
 * request is typed by the handler that names it: `(call, context: WebhookContext<[env: Env]>) => …`.
 *
 * @example
 * ```ts
 * export const POST = webhook(IncomingMessage, (message) => messagingResponse().message(`You said ${message.Body}`));
 * ```
 *
 * @throws TypeError when the options can never work, such as an empty auth token.
 */
export function webhook<Schema extends WebhookSchema, const Reply extends ReplyOf<Schema>, Platform extends PlatformParts = PlatformParts>(
  schema: Schema,
  handler: PayloadHandler<z.output<Schema>, Reply, Platform>,
): FetchHandler<Platform>;
export function webhook<
  Schema extends WebhookSchema,
  const Reply extends ReplyOf<Schema>,
  const Fallback extends ReplyOf<Schema>,
  Platform extends PlatformParts = PlatformParts,
>(schema: Schema, options: WebhookOptions<Fallback>, handler: PayloadHandler<z.output<Schema>, Reply, Platform>): FetchHandler<Platform>;
export function webhook<Schema extends WebhookSchema, Platform extends PlatformParts>(
  ...parts: WebhookArguments<Schema, Platform>
): FetchHandler<Platform> {
  return toFetchHandler(makeEndpoint(parts));
}

/** Makes the endpoint of one kind from the arguments of `webhook`. */
export function makeEndpoint<Schema extends WebhookSchema, Platform extends PlatformParts>(
  parts: WebhookArguments<Schema, Platform>,
): Endpoint {
  const [schema, options, handler] = parts.length === 3 ? parts : [parts[0], {}, parts[1]];
  if (typeof handler !== 'function' || schema === undefined) {
    throw new TypeError('webhook() takes a schema, options where you need some, and a handler');
  }
  checkSchema(schema);
  checkSigned(schema);
  checkOptions(options as WebhookOptions);
  checkSigner(schema, options as WebhookOptions);
  return {
    signedBy: schema.signedBy,
    methods: listMethods(schema),
    options: options as WebhookOptions,
    findRoute: ({ input }) => ({
      schema,
      kind: kindOf(schema, input),
      prepare: () => {
        const payload = parsePayload(schema, input) as z.output<Schema>;
        return (context) => handler(payload, context as WebhookContext<Platform>);
      },
    }),
  };
}

/** How a kind may come. Senders of WhatsApp and RCS can be set to PUT, and what they send are special cases of the kinds of messaging. */
export function listMethods({ kind, methods }: WebhookSchema): readonly string[] {
  return kind?.startsWith('messaging.') && !methods.includes('PUT') ? [...methods, 'PUT'] : methods;
}

/** Refuses what is no schema of ours, such as the name of a kind, or a schema of zod alone. @throws TypeError */
export function checkSchema(schema: unknown): void {
  if ((schema as Partial<WebhookSchema> | null | undefined)?.methods === undefined)
    throw new TypeError(
      `Webhooks are read with a schema of ringback/payloads, such as IncomingMessage, and not with ${describeGiven(schema)}`,
    );
}

/** Refuses what the compiler refuses, for those who have none. @throws TypeError when Twilio does not sign webhooks of that kind. */
export function checkSigned({ title, unsigned }: { readonly title: string; readonly unsigned?: unknown }): void {
  if (unsigned !== true) return;
  throw new TypeError(
    `"${title}" is not signed by Twilio, so that nobody can tell who sends it: read it with the schema and trust none of it`,
  );
}

/** Refuses a key that nothing would be verified with. @throws TypeError */
function checkSigner({ title, signedBy }: WebhookSchema, { publicKey }: WebhookOptions): void {
  if (publicKey === undefined || signedBy === 'sendgrid') return;
  throw new TypeError(`publicKey is for what SendGrid signs; "${title}" is signed by Twilio, and verified with authToken`);
}

/** The kind of a schema; of a union, that of the member that the input belongs to. */
function kindOf(
  schema: WebhookSchema & { readonly kindOf?: (parameters: object) => string | undefined },
  input: unknown,
): string | undefined {
  return schema.kind ?? (typeof input === 'object' && input !== null ? schema.kindOf?.(input) : undefined);
}
