/**
 * A URL cut into its parts as text. Nothing is decoded, encoded or lower-cased, because Twilio signs the characters that it was given,
 * and `new URL()` changes some of them. Joined again the parts are the URL without its fragment, which is never sent.
 */
export interface UrlParts {
  /** Such as `https`, in the case it came in. */
  readonly scheme: string;
  /** Such as `user:secret@`, or empty. */
  readonly credentials: string;
  /** The name or address; an IPv6 address keeps its brackets. */
  readonly host: string;
  /** Such as `:8443`, or empty. */
  readonly port: string;
  /** Starts with a slash, or is empty. */
  readonly path: string;
  /** Starts with a question mark, or is empty. */
  readonly query: string;
}

const ABSOLUTE_URL = /^([a-z][a-z\d+.-]*):\/\/([^/?#]*)([^?#]*)(\?[^#]*)?/i;

/** What was cut last: a server is called at few URLs, and each is cut several times for one answer. */
let last: { readonly url: string; readonly parts: UrlParts | undefined } | undefined;

/** Cuts an absolute URL into parts; `undefined` for a relative one or for other text. */
export function splitUrl(url: string): UrlParts | undefined {
  if (last?.url !== url) last = { url, parts: cut(url) };
  return last.parts;
}

function cut(url: string): UrlParts | undefined {
  const [match, scheme = '', authority = '', path = '', query = ''] = ABSOLUTE_URL.exec(url) ?? [];
  if (match === undefined) return undefined;
  const credentialsEnd = authority.lastIndexOf('@') + 1;
  // Only a colon behind the closing bracket of an IPv6 address starts a port.
  const colon = authority.indexOf(':', Math.max(credentialsEnd, authority.lastIndexOf(']') + 1));
  const hostEnd = colon === -1 ? authority.length : colon;
  return {
    scheme,
    credentials: authority.slice(0, credentialsEnd),
    host: authority.slice(credentialsEnd, hostEnd),
    port: authority.slice(hostEnd),
    path,
    query,
  };
}

/** Joins what {@link splitUrl} cut. */
export function joinUrl({ scheme, credentials, host, port, path, query }: UrlParts): string {
  return `${scheme}://${credentials}${host}${port}${path}${query}`;
}
