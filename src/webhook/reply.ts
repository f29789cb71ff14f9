import type * as z from 'zod';
import type { Expectation, JsonValue } from '../payloads/index.js';
import type { FaxDocument, MessagingDocument, VoiceDocument } from '../twiml/index.js';
import { makeWebResponse } from './web-response.js';

/** A value, or a promise of one. */
export type Awaitable<T> = T | Promise<T>;

/** What webhooks need of a schema. A schema of {@link PayloadSchema}'s kind or a union of them has it; an unsigned one has not. */
export interface WebhookSchema extends z.ZodType {
  readonly title: string;
  readonly expects: Expectation | readonly Expectation[];
  readonly deadlineMs: number;
  readonly methods: readonly string[];
  readonly kind?: string;
  readonly reply?: z.ZodType;
  readonly members?: readonly z.ZodType[];
  readonly unsigned?: never;
}

/** The documents and answers that webhooks expect, by what the schema says. */
interface Answers<Json> {
  'voice-twiml': VoiceDocument | null;
  'messaging-twiml': MessagingDocument | null;
  'fax-twiml': FaxDocument | null;
  json: Json | null;
  status: void;
  nothing: void;
}

type JsonOf<Schema> = Schema extends { readonly reply?: z.ZodType<infer Json> } ? (unknown extends Json ? JsonValue : Json) : JsonValue;

type Expected<Schema extends WebhookSchema> = Schema['expects'] extends readonly (infer One)[] ? One : Schema['expects'];

/**
 * What the handler of a webhook returns: a TwiML document of the right family, or `null` for the empty one; nothing for a webhook that is
 * only told; JSON where the schema has a reply. A `Response` goes out as it is.
 */
export type ReplyOf<Schema extends WebhookSchema> = Answers<JsonOf<Schema>>[Expected<Schema> & Expectation] | Response;

/** The content type of TwiML. Twilio takes text of any other type for something to be read out or sent. */
const XML = { 'content-type': 'text/xml; charset=utf-8' };

const JSON_TYPE = { 'content-type': 'application/json' };

/** The document that does nothing, and says so. */
const EMPTY_DOCUMENT = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

/** The texts of our own replies: reading them back out of a `Response` takes longer than all else that is done for a request. */
const texts = /* @__PURE__ */ new WeakMap<Response, string>();

function textResponse(text: string, headers: Record<string, string>): Response {
  // A copy: @hono/node-server 1 writes the length of the body into the object that it is given.
  const response = makeWebResponse(text, { status: 200, headers: { ...headers } });
  texts.set(response, text);
  return response;
}

/** The body of a reply, for adapters whose framework does not send web responses; `undefined` where there is none. */
export async function readReply(response: Response): Promise<string | Uint8Array | undefined> {
  if (response.body === null) return undefined;
  return texts.get(response) ?? new Uint8Array(await response.arrayBuffer());
}

/** What a reply is made for. */
type Expecting = Pick<WebhookSchema, 'expects' | 'reply' | 'title'>;

/**
 * Turns what a handler returned into the answer.
 *
 * @throws TypeError when it is not what the webhook expects: sent nevertheless, it would be read out or texted to somebody.
 */
export function makeResponse(reply: unknown, schema: Expecting): Response {
  if (reply instanceof Response || isResponse(reply)) return checkUnread(reply, schema);
  const expects: readonly Expectation[] = [schema.expects].flat();
  if (reply === undefined || reply === null) return emptyResponse(expects);
  if (isDocument(reply)) {
    if (expects.includes(`${reply.family}-twiml` as Expectation)) return textResponse(String(reply), XML);
    throw new TypeError(`"${schema.title}" expects ${expects.join(' or ')}, but the handler returned a ${reply.family} document`);
  }
  if (expects.includes('json') && typeof reply === 'object') return jsonResponse(reply, schema);
  throw new TypeError(
    `"${schema.title}" expects ${expects.join(' or ')}, but the handler returned ${typeof reply === 'object' ? 'an object' : `a ${typeof reply}`}`,
  );
}

/** The answer that says nothing. */
export function emptyResponse(expects: readonly Expectation[]): Response {
  if (expects.some((expectation) => expectation.endsWith('-twiml'))) return textResponse(EMPTY_DOCUMENT, XML);
  if (expects.includes('json')) return textResponse('{}', JSON_TYPE);
  return makeWebResponse(null, { status: 204 });
}

/** A `Response` that is kept in a variable and returned a second time has no body any more. */
function checkUnread(reply: Response, { title }: Expecting): Response {
  if (!reply.bodyUsed) return reply;
  throw new TypeError(`The handler of "${title}" returned a Response whose body was sent or read before: make a new one each time`);
}

function jsonResponse(reply: object, schema: Expecting): Response {
  const json = schema.reply === undefined ? reply : writeReply(reply, schema.reply, schema.title);
  return textResponse(JSON.stringify(json), JSON_TYPE);
}

/** Twilio passes over what it does not know, so that a misspelt instruction would look as if it had been given. */
function writeReply(reply: object, replySchema: z.ZodType, title: string): unknown {
  const written = replySchema.safeEncode(reply);
  const faults = written.success
    ? listLost(reply, written.data).map((path) => `${path}: there is no such field`)
    : written.error.issues.map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`);
  if (faults.length > 0) throw new TypeError(`The answer to "${title}" does not fit. ${faults.join('; ')}`);
  return written.data;
}

/** The fields of an answer that its schema has dropped. */
function listLost(given: unknown, written: unknown, path = ''): string[] {
  if (typeof given !== 'object' || given === null || typeof written !== 'object' || written === null) return [];
  return Object.entries(given).flatMap(([name, value]) => {
    const here = path === '' ? name : `${path}.${name}`;
    if (value === undefined) return [];
    return Object.hasOwn(written, name) ? listLost(value, (written as Record<string, unknown>)[name], here) : [here];
  });
}

function isDocument(reply: unknown): reply is { readonly family: string } {
  return typeof reply === 'object' && reply !== null && 'family' in reply && typeof reply.family === 'string' && 'node' in reply;
}

/** A `Response` of another realm or of a polyfill is one too. */
function isResponse(reply: unknown): reply is Response {
  return Object.prototype.toString.call(reply) === '[object Response]';
}
