import type { Answering } from './application.js';
import type { Answer, PlatformRow } from './platform-row.js';

/** What the application of a row of messages or REST answers: by path, in turn. */
export function answerInTurn({ app = {}, numbers = {} }: NonNullable<PlatformRow['setup']>): Answering {
  const urls = Object.values(numbers).flatMap((number) =>
    typeof number === 'string'
      ? [number]
      : Object.entries(number).flatMap(([name, url]) => (/(?:sms|voice)(?:Fallback)?Url$/.test(name) ? [String(url)] : [])),
  );
  const documents = new Set(urls.map((url) => new URL(url, 'https://app.example').pathname));
  return ({ pathname }, count) => {
    const list = [app[pathname] ?? app['*'] ?? []].flat() as Answer[];
    return respond(list[Math.min(count, list.length - 1)] ?? (documents.has(pathname) ? { twiml: '<Response/>' } : { status: 204 }));
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
