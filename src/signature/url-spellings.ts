import { joinUrl, splitUrl, type UrlParts } from '../request/urls.js';

/**
 * Yields the texts that Twilio may have signed for a URL, the likeliest first, each once; nothing for a URL that is not absolute.
 *
 * All of them are spellings of the one URL given. None is ever taken from a header: whoever sends the request chooses those, and a request
 * captured at another of the account's endpoints would then verify here.
 */
export function* spellUrl(url: string): Generator<string, void> {
  const seen = new Set<string>();
  for (const parts of spellParts(url)) {
    const spelling = joinUrl(parts);
    if (seen.has(spelling)) continue;
    seen.add(spelling);
    yield spelling;
  }
}

function* spellParts(url: string): Generator<UrlParts, void> {
  const given = splitUrl(url);
  if (given === undefined) return;
  // Twilio drops credentials before it signs. Some signers of tests keep them.
  const origins = given.credentials === '' ? [given] : [{ ...given, credentials: '' }, given];
  for (const parts of origins) yield* spellPath(parts);
  // Back ends have been seen to sign an escaped form of what was configured, and frameworks show an escaped form of what was signed.
  for (const parts of origins) {
    const normal = normalise(parts);
    if (normal === undefined) continue;
    yield* spellPath(normal);
    yield* spellPath({ ...normal, query: reencodeQuery(normal.query) });
  }
}

/** A WebSocket's URL may be signed with a slash at its end that was not configured, and an empty path is a slash on the wire. */
function* spellPath(parts: UrlParts): Generator<UrlParts, void> {
  yield* spellPort(parts);
  if (/^wss?$/i.test(parts.scheme) && parts.path.endsWith('/')) yield* spellPort({ ...parts, path: parts.path.slice(0, -1) });
  else if (/^wss?$/i.test(parts.scheme) || parts.path === '') yield* spellPort({ ...parts, path: `${parts.path}/` });
}

/** Voice over HTTPS drops a port, other products keep it, and some back ends write the default one that nobody configured. */
function* spellPort(parts: UrlParts): Generator<UrlParts, void> {
  yield parts;
  yield { ...parts, port: parts.port === '' ? defaultPort(parts.scheme) : '' };
}

function defaultPort(scheme: string): string {
  return /^(?:https|wss)$/i.test(scheme) ? ':443' : ':80';
}

/** Lower-cases the host, resolves dot segments and escapes what the URL standard wants escaped. */
function normalise(parts: UrlParts): UrlParts | undefined {
  try {
    return splitUrl(new URL(joinUrl(parts)).href);
  } catch {
    return undefined;
  }
}

/**
 * Writes every name and value of a query with the escapes of `encodeURIComponent`: `'` for `%27`, `%20` for a plus. Works on the text and
 * not on decoded values, so that a broken escape costs no exception.
 */
function reencodeQuery(query: string): string {
  return query.replaceAll(/([?&][^&=]*)(=[^&]*)?/g, (_, name: string, value = '') => {
    return name.slice(0, 1) + reencode(name.slice(1)) + value.slice(0, 1) + reencode(value.slice(1));
  });
}

function reencode(text: string): string {
  return text.replaceAll(/%[\da-f]{2}|[^\w.~!'()*-]/gi, (match) => {
    if (match === '+') return '%20';
    const code = match.length === 3 ? Number.parseInt(match.slice(1), 16) : match.charCodeAt(0);
    return code < 0x80 ? encodeURIComponent(String.fromCharCode(code)) : match.toUpperCase();
  });
}
