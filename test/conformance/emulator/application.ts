import { isSignatureValid } from '../../../src/signature/index.js';
import type { Answer, Row } from './row.js';

/** A request that the application got. */
export interface GotRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Of the body, or of the query where it came by GET. */
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** The application of a row: it answers as the row says, and keeps what it got. */
export class Application {
  readonly requests: Record<string, GotRequest[]> = {};
  /** What was wrong with requests. */
  readonly problems: string[] = [];
  readonly #answers: NonNullable<NonNullable<Row['setup']>['app']>;
  readonly #documents: ReadonlySet<string>;
  readonly #authToken: string;

  constructor(setup: NonNullable<Row['setup']>, authToken: string) {
    this.#answers = setup.app ?? {};
    this.#authToken = authToken;
    const urls = Object.values(setup.numbers ?? {}).flatMap((number) =>
      typeof number === 'string'
        ? [number]
        : Object.entries(number).flatMap(([name, url]) => (/(?:sms|voice)(?:Fallback)?Url$/.test(name) ? [String(url)] : [])),
    );
    this.#documents = new Set(urls.map((url) => new URL(url, 'https://app.example').pathname));
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    const body = request.method === 'GET' ? '' : await request.text();
    const headers = Object.fromEntries(request.headers);
    const query = Object.fromEntries(searchParams);
    const params = request.method === 'GET' ? query : Object.fromEntries(new URLSearchParams(body));
    const got = this.requests[pathname] ?? [];
    this.requests[pathname] = got;
    got.push({ method: request.method, path: pathname, query, params, headers });
    const { method, url } = request;
    if (!isSignatureValid({ method, url, headers, body }, { authToken: this.#authToken }))
      this.problems.push(`${method} ${pathname} is not signed as Twilio signs`);
    const list = [this.#answers[pathname] ?? this.#answers['*'] ?? []].flat() as Answer[];
    const answer =
      list[Math.min(got.length, list.length) - 1] ?? (this.#documents.has(pathname) ? { twiml: '<Response/>' } : { status: 204 });
    return respond(answer);
  };
}

function respond({ twiml, text, status = 200, type, body = '', bytes, headers = {}, redirect }: Answer): Response {
  if (redirect !== undefined) return new Response(null, { status: status === 200 ? 302 : status, headers: { location: redirect } });
  if (twiml !== undefined) return new Response(twiml, { status, headers: { 'content-type': 'text/xml; charset=utf-8', ...headers } });
  if (text !== undefined) return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });
  // Bytes, since a text would get a content type of its own.
  const content = bytes === undefined ? new TextEncoder().encode(body) : new Uint8Array(bytes).fill(1);
  return new Response(status === 204 ? null : content, {
    status,
    headers: { ...(typeof type === 'string' && { 'content-type': type }), ...headers },
  });
}
