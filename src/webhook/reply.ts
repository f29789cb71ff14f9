import type * as z from 'zod';
import type { Expectation, JsonValue } from '../payloads/index.js';
import { describeGiven } from '../request/describe-given.js';
import type { FaxDocument, MessagingDocument, TwimlNode, VoiceDocument } from '../twiml/index.js';
import { writeTwiml } from '../twiml/write.js';
import type { PlainReply } from './plain-reply.js';

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
  readonly signedBy?: 'sendgrid';
}

/** What to return where voice TwiML is expected: a document that `voiceResponse()` began or `parseTwiml` read, `null` for the empty one, or a `Response`. */
export type VoiceReply = VoiceDocument | TwimlNode | Response | null;

/** What to return where messaging TwiML is expected: a document that `messagingResponse()` began or `parseTwiml` read, `null` for the empty one, or a `Response`. */
export type MessagingReply = MessagingDocument | TwimlNode | Response | null;

/** What to return where fax TwiML is expected: a document that `faxResponse()` began or `parseTwiml` read, `null` for the empty one, or a `Response`. */
export type FaxReply = FaxDocument | TwimlNode | Response | null;

/** What to return where JSON is expected: the answer, `null` for the empty one, or a `Response`. */
export type JsonReply<Json> = Json | Response | null;

/** What to return where Twilio only tells: nothing, or a `Response`. */
export type NoReply = Response | void;

/** What webhooks are answered with, by what the schema expects. The names are what a compiler error shows. */
interface Replies<Json> {
  'voice-twiml': VoiceReply;
  'messaging-twiml': MessagingReply;
  'fax-twiml': FaxReply;
  json: JsonReply<Json>;
  status: NoReply;
  nothing: NoReply;
}

type JsonOf<Schema> = Schema extends { readonly reply?: z.ZodType<infer Json> } ? (unknown extends Json ? JsonValue : Json) : JsonValue;

type Expected<Schema extends WebhookSchema> = Schema['expects'] extends readonly (infer One)[] ? One : Schema['expects'];

/**
 * What the handler of a webhook returns: a TwiML document of the right family, or `null` for the empty one; nothing for a webhook that is
 * only told; JSON where the schema has a reply. TwiML that was read by `parseTwiml` is a document of any family. A `Response` goes out as
 * it is.
 */
export type ReplyOf<Schema extends WebhookSchema> = Replies<JsonOf<Schema>>[Expected<Schema> & Expectation];

/** The content type of TwiML. Twilio takes text of any other type for something to be read out or sent. */
const XML = { 'content-type': 'text/xml; charset=utf-8' };

const JSON_TYPE = { 'content-type': 'application/json' };

const EMPTY_DOCUMENT: PlainReply = { status: 200, headers: XML, body: '<?xml version="1.0" encoding="UTF-8"?><Response/>' };
const EMPTY_JSON: PlainReply = { status: 200, headers: JSON_TYPE, body: '{}' };
const NO_CONTENT: PlainReply = { status: 204, headers: {} };

/** What a reply is made for. */
export type Expecting = Pick<WebhookSchema, 'expects' | 'reply' | 'title'>;

/**
 * Turns what a handler returned into the answer. A `Response` is checked, and its body left unread.
 *
 * @throws TypeError when it is not what the webhook expects: sent nevertheless, it would be read out or texted to somebody.
 */
export function makeReply(reply: unknown, schema: Expecting): PlainReply {
  const expects = typeof schema.expects === 'string' ? [schema.expects] : schema.expects;
  if (reply === undefined || reply === null) return emptyReply(expects);
  if (isDocument(reply)) {
    if (expects.includes(`${reply.family}-twiml` as Expectation)) return { status: 200, headers: XML, body: String(reply) };
    throw new TypeError(`"${schema.title}" expects ${expects.join(' or ')}, but the handler returned a ${reply.family} document`);
  }
  if (isResponse(reply)) return checkResponse(reply, schema);
  if (isNode(reply) && expects.some(isTwiml)) return { status: 200, headers: XML, body: writeDocument(reply, schema) };
  if (expects.includes('json') && typeof reply === 'object') return { status: 200, headers: JSON_TYPE, body: writeJson(reply, schema) };
  throw new TypeError(
    `"${schema.title}" expects ${expects.join(' or ')}, but the handler returned ${describeGiven(reply)}. ${adviseReply(expects)}`,
  );
}

function adviseReply(expects: readonly Expectation[]): string {
  const [family] = expects.filter(isTwiml).map((expectation) => expectation.replace('-twiml', ''));
  if (family !== undefined)
    return `Return ${family}Response(), or null for an empty document; one that was written otherwise goes into a Response, with its content type`;
  return expects.includes('json') ? 'Return an object, or a Response' : 'Return nothing, or a Response';
}

/** The answer that says nothing. */
export function emptyReply(expects: readonly Expectation[]): PlainReply {
  if (expects.some(isTwiml)) return EMPTY_DOCUMENT;
  return expects.includes('json') ? EMPTY_JSON : NO_CONTENT;
}

function isTwiml(expectation: Expectation): boolean {
  return expectation.endsWith('-twiml');
}

/** What was read from text is taken as it is; only that it is a whole document is looked at. */
function writeDocument(node: TwimlNode, { title }: Expecting): string {
  if (node.tag === 'Response') return writeTwiml(node);
  throw new TypeError(`The handler of "${title}" returned the element <${node.tag}>, which is no document: that is a <Response>`);
}

/** A `Response` that is kept in a variable and returned a second time has no body any more. */
function checkResponse(response: Response, { title }: Expecting): PlainReply {
  if (response.bodyUsed || response.body?.locked === true)
    throw new TypeError(`The handler of "${title}" returned a Response whose body was sent or read before: make a new one each time`);
  if (response.status === 0)
    throw new TypeError(
      `The handler of "${title}" returned Response.error(), which has no status: return a Response with a status, or throw`,
    );
  return { status: response.status, headers: {}, response };
}

function writeJson(reply: object, schema: Expecting): string {
  return JSON.stringify(schema.reply === undefined ? reply : checkJson(reply, schema.reply, schema.title));
}

/** Twilio passes over what it does not know, so that a misspelt instruction would look as if it had been given. */
function checkJson(reply: object, replySchema: z.ZodType, title: string): unknown {
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

function isNode(reply: unknown): reply is TwimlNode {
  return (
    typeof reply === 'object' &&
    reply !== null &&
    'tag' in reply &&
    typeof reply.tag === 'string' &&
    'children' in reply &&
    'attributes' in reply
  );
}

/** A `Response` of another realm or of a polyfill is one too. */
function isResponse(reply: unknown): reply is Response {
  return (typeof Response !== 'undefined' && reply instanceof Response) || Object.prototype.toString.call(reply) === '[object Response]';
}
