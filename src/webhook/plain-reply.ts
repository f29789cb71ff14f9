import { readStream } from './body.js';
import type { Aborter } from './deadline.js';

/** The headers of a reply by their names in lower case, with a list where one comes several times, as cookies do. */
export type ReplyHeaders = Readonly<Record<string, string | readonly string[]>>;

/**
 * A reply as plain data, which every adapter sends by its own means. Replies share their headers, so that whoever hands these on to code that
 * may write into them hands on a copy.
 */
export interface PlainReply {
  readonly status: number;
  readonly headers: ReplyHeaders;
  /** Absent where there is none. */
  readonly body?: string | Uint8Array | undefined;
  /** The handler's own `Response`, where its body was not read: a web server sends that one instead. */
  readonly response?: Response | undefined;
}

/** Reads the `Response` of a handler, whose body may never end: the aborter gives it up. */
export async function readResponse(response: Response, aborter: Aborter): Promise<PlainReply> {
  const { status, body } = response;
  const headers = readHeaders(response.headers);
  return body === null ? { status, headers } : { status, headers, body: await readStream(body, aborter) };
}

/** Makes the web `Response` of a reply. */
export function toWebResponse({ status, headers, body, response }: PlainReply): Response {
  if (response !== undefined) return response;
  return new Response(body === undefined ? null : (body as BodyInit), { status, headers: writeHeaders(headers) });
}

/** The headers one by one, for code that sets them. The lists are copies. */
export function listHeaders({ headers }: PlainReply): [name: string, value: string | string[]][] {
  return Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]);
}

function readHeaders(source: Headers): ReplyHeaders {
  const headers: Record<string, string | readonly string[]> = {};
  for (const [name, value] of source) if (name !== 'set-cookie') headers[name] = value;
  const cookies = source.getSetCookie();
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  return headers;
}

/** Always a new object: `@hono/node-server` 1 writes the length of a body into the one that it finds in a `Response`. */
function writeHeaders(headers: ReplyHeaders): Headers | Record<string, string> {
  const entries = Object.entries(headers);
  if (entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return Object.fromEntries(entries);
  const written = new Headers();
  for (const [name, values] of entries) for (const value of [values].flat()) written.append(name, value);
  return written;
}
