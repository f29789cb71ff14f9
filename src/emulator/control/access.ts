import { readHeader } from '../../request/headers.js';
import { equalBytes } from '../../signature/equal.js';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Makes what opens the control: 256 bits that nobody guesses. */
export function makeToken(): string {
  return [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** How somebody has shown that they have the token; `undefined` where they have not. */
export type Key = 'cookie' | 'header';

/** The cookie of a server: those of all ports of a machine come together. */
export function cookieName(origin: string): string {
  return `ringback-${new URL(origin).port || '80'}`;
}

/** Finds the token in a request. */
export function findKey(headers: Headers, origin: string, token: string): Key | undefined {
  const [, bearer] = /^Bearer (\S{1,200})$/i.exec(readHeader(headers, 'authorization') ?? '') ?? [];
  if (bearer !== undefined && equalBytes(bearer, token)) return 'header';
  const cookies = (readHeader(headers, 'cookie') ?? '').slice(0, 8192).split(';');
  const prefix = `${cookieName(origin)}=`;
  const held = cookies.map((cookie) => cookie.trim()).filter((cookie) => cookie.startsWith(prefix));
  return held.some((cookie) => equalBytes(cookie.slice(prefix.length), token)) ? 'cookie' : undefined;
}

/**
 * Whether a page of another site, or of another server of this machine, asks. Browsers say so; what is no browser says nothing.
 *
 * @param origin - Our own, as the request names it.
 */
export function isForeign(headers: Headers, origin: string): boolean {
  const from = readHeader(headers, 'origin');
  if (from !== undefined && from !== origin) return true;
  const site = readHeader(headers, 'sec-fetch-site');
  // Whoever opens the address that the terminal shows comes from nowhere, or from a page that holds a link.
  const isVisit = readHeader(headers, 'sec-fetch-mode') === 'navigate' && readHeader(headers, 'sec-fetch-dest') === 'document';
  return site !== undefined && site !== 'same-origin' && site !== 'none' && !isVisit;
}
