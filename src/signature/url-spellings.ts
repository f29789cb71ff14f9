import { joinUrl, splitUrl, type UrlParts } from '../request/urls.js';

/** The text that Twilio nearly always signs for a URL: the URL, without credentials; `undefined` for one that is not absolute. */
export function spellUrl(url: string): string | undefined {
  const parts = splitUrl(url);
  if (parts === undefined) return undefined;
  return parts.credentials === '' && !url.includes('#') ? url : joinUrl({ ...parts, credentials: '' });
}

/**
 * Lists the other texts that Twilio may have signed for a URL, the likeliest first, each once; none for a URL that is not absolute.
 *
 * All of them are spellings of the one URL given. None is ever taken from a header: whoever sends the request chooses those, and a request
 * captured at another of the account's endpoints would then verify here.
 */
export function listOtherSpellings(url: string): readonly string[] {
  const given = splitUrl(url);
  if (given === undefined) return [];
  // Twilio drops credentials before it signs. Some signers of tests keep them.
  const origins = given.credentials === '' ? [given] : [{ ...given, credentials: '' }, given];
  const spellings: string[] = [];
  for (const parts of origins) addPlain(spellings, parts);
  for (const parts of origins) addEscaped(spellings, parts);
  return spellings.slice(1);
}

/** Voice over HTTPS drops a port, other products keep it, and some back ends write the default one that nobody configured. */
function addPlain(spellings: string[], parts: UrlParts): void {
  const { scheme, credentials, host, port, query } = parts;
  const origin = `${scheme}://${credentials}${host}`;
  const otherPort = port === '' ? defaultPort(scheme) : '';
  for (const path of listPaths(parts)) {
    addNew(spellings, origin + port + path + query);
    addNew(spellings, origin + otherPort + path + query);
  }
}

function addNew(spellings: string[], spelling: string): void {
  if (!spellings.includes(spelling)) spellings.push(spelling);
}

/** A WebSocket's URL may be signed with a slash at its end that was not configured, and an empty path is a slash on the wire. */
function listPaths({ scheme, path }: UrlParts): readonly string[] {
  const isWebSocket = WEB_SOCKET.test(scheme);
  if (isWebSocket && path.endsWith('/')) return [path, path.slice(0, -1)];
  return isWebSocket || path === '' ? [path, `${path}/`] : [path];
}

const WEB_SOCKET = /^wss?$/i;

function defaultPort(scheme: string): string {
  return /^(?:https|wss)$/i.test(scheme) ? ':443' : ':80';
}

/** Back ends have been seen to sign an escaped form of what was configured, and frameworks show an escaped form of what was signed. */
function addEscaped(spellings: string[], parts: UrlParts): void {
  const normal = normalise(parts);
  if (normal === undefined) return;
  if (normal !== parts) addPlain(spellings, normal);
  // Twilio leaves quotes raw, and whatever makes a URL object of what it sent, as every web-standard Request does, escapes them.
  if (parts.query.includes('%27')) addPlain(spellings, { ...parts, query: parts.query.replaceAll('%27', "'") });
  const query = reencodeQuery(normal.query);
  if (query !== normal.query) addPlain(spellings, { ...normal, query });
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
  const pairs = query.slice(1);
  // Only the first equals sign of a pair is none of its value.
  const single = /=[^&]*=/.test(pairs) ? pairs.replaceAll(/=[^&]*/g, (value) => `=${value.slice(1).replaceAll('=', '%3D')}`) : pairs;
  // Splitting takes a fifth of the time of replacing, and in most queries nothing else is to be changed.
  const spaced = single.includes('+') ? single.split('+').join('%20') : single;
  const encoded = IS_CHANGED.test(spaced) ? spaced.replaceAll(/%[\da-f]{2}|[^\w.~!'()*&=-]/gi, reencode) : spaced;
  return encoded === pairs ? query : `?${encoded}`;
}

/** What may have another escape, or none: most queries hold nothing of it, and refusing them must not cost more than some hashes. */
const IS_CHANGED = /[^\w.~!'()*&=%-]|%(?!2[02-6BCF]|3[A-F]|[46]0|5[B-E]|7[BCDF]|[0189A-F][\dA-F])/;

function reencode(match: string): string {
  const code = match.length === 3 ? Number.parseInt(match.slice(1), 16) : match.charCodeAt(0);
  return code < 0x80 ? encodeURIComponent(String.fromCharCode(code)) : match.toUpperCase();
}
