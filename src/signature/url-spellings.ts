import { joinUrl, splitUrl, type UrlParts } from '../request/urls.js';

/**
 * Yields the texts that Twilio may have signed for a URL, the likeliest first, each once; nothing for a URL that is not absolute.
 *
 * All of them are spellings of the one URL given. None is ever taken from a header: whoever sends the request chooses those, and a request
 * captured at another of the account's endpoints would then verify here.
 */
export function* spellUrl(url: string): Generator<string, void> {
  const given = splitUrl(url);
  if (given === undefined) return;
  // Twilio drops credentials before it signs.
  const bare = given.credentials === '' ? given : { ...given, credentials: '' };
  const likeliest = joinUrl(bare);
  yield likeliest;
  const others = new Set<string>();
  addPlain(others, bare);
  // Some signers of tests keep credentials.
  if (bare !== given) addPlain(others, given);
  addEscaped(others, bare);
  if (bare !== given) addEscaped(others, given);
  others.delete(likeliest);
  yield* others;
}

/** Lists fewer texts than {@link spellUrl}: those for a URL that is just as it was configured, but for port, slash and credentials. */
export function spellUrlPlainly(url: string): Iterable<string> {
  const spellings = new Set<string>();
  const parts = splitUrl(url);
  if (parts !== undefined) addPlain(spellings, { ...parts, credentials: '' });
  return spellings;
}

/** A WebSocket's URL may be signed with a slash at its end that was not configured, and an empty path is a slash on the wire. */
function addPlain(spellings: Set<string>, parts: UrlParts): void {
  addPorts(spellings, parts);
  const isWebSocket = WEB_SOCKET.test(parts.scheme);
  if (isWebSocket && parts.path.endsWith('/')) addPorts(spellings, { ...parts, path: parts.path.slice(0, -1) });
  else if (isWebSocket || parts.path === '') addPorts(spellings, { ...parts, path: `${parts.path}/` });
}

const WEB_SOCKET = /^wss?$/i;

/** Voice over HTTPS drops a port, other products keep it, and some back ends write the default one that nobody configured. */
function addPorts(spellings: Set<string>, parts: UrlParts): void {
  const { scheme, credentials, host, port, path, query } = parts;
  spellings.add(joinUrl(parts));
  spellings.add(`${scheme}://${credentials}${host}${port === '' ? defaultPort(scheme) : ''}${path}${query}`);
}

/** Back ends have been seen to sign an escaped form of what was configured, and frameworks show an escaped form of what was signed. */
function addEscaped(spellings: Set<string>, parts: UrlParts): void {
  const normal = normalise(parts);
  if (normal === undefined) return;
  if (normal !== parts) addPlain(spellings, normal);
  // Twilio leaves quotes raw, and whatever makes a URL object of what it sent, as every web-standard Request does, escapes them.
  if (parts.query.includes('%27')) addPlain(spellings, { ...parts, query: parts.query.replaceAll('%27', "'") });
  const query = reencodeQuery(normal.query);
  if (query !== normal.query) addPlain(spellings, { ...normal, query });
}

function defaultPort(scheme: string): string {
  return /^(?:https|wss)$/i.test(scheme) ? ':443' : ':80';
}

/** Lower-cases the host, resolves dot segments and escapes what the URL standard wants escaped. */
function normalise(parts: UrlParts): UrlParts | undefined {
  const url = joinUrl(parts);
  try {
    const { href } = new URL(url);
    return href === url ? parts : splitUrl(href);
  } catch {
    return undefined;
  }
}

/**
 * Writes every name and value of a query with the escapes of `encodeURIComponent`: `'` for `%27`, `%20` for a plus. Works on the text and
 * not on decoded values, so that a broken escape costs no exception.
 */
function reencodeQuery(query: string): string {
  if (!NEEDS_ENCODING.test(query)) return query;
  return query.replaceAll(/([?&][^&=]*)(=[^&]*)?/g, (_, name: string, value = '') => {
    return name.slice(0, 1) + reencode(name.slice(1)) + value.slice(0, 1) + reencode(value.slice(1));
  });
}

/** Most queries are written with the least escaping already. */
const NEEDS_ENCODING = /.[^\w.~!'()*&=-]|=[^&]*=/s;

function reencode(text: string): string {
  return text.replaceAll(/%[\da-f]{2}|[^\w.~!'()*-]/gi, (match) => {
    if (match === '+') return '%20';
    const code = match.length === 3 ? Number.parseInt(match.slice(1), 16) : match.charCodeAt(0);
    return code < 0x80 ? encodeURIComponent(String.fromCharCode(code)) : match.toUpperCase();
  });
}
