import { readForm, writeForm } from '../../request/forms.js';
import { joinUrl, splitUrl } from '../../request/urls.js';
import type { UrlChange } from './change.js';
import { decodeEscapes } from './decode-escapes.js';

/** Ways in which path and query are written anew on the way, undone one at a time. */
const REWRITINGS: readonly (readonly [finding: string, rewrite: (text: string) => string])[] = [
  ["the URL's spaces are written +, not %20", (text) => text.replaceAll('%20', '+')],
  ["the URL's spaces are written %20, not +", (text) => text.replaceAll('+', '%20')],
  ["the URL's @ and : are not escaped", (text) => text.replaceAll('%40', '@').replaceAll(/%3a/gi, ':')],
  ["the URL's @ and : are escaped", (text) => text.replaceAll('@', '%40').replaceAll(':', '%3A')],
  ["the URL's escapes have capital letters", (text) => text.replaceAll(ESCAPE, (digits) => digits.toUpperCase())],
  ["the URL's escapes have small letters", (text) => text.replaceAll(ESCAPE, (digits) => digits.toLowerCase())],
  ['the URL has no escapes', (text) => decodeEscapes(text)],
  ['the URL has no escapes, and spaces for +', (text) => decodeEscapes(text.replaceAll('+', ' '))],
  [
    "the URL's commas, slashes and plus signs are not escaped",
    (text) => text.replaceAll(/%2c/gi, ',').replaceAll(/%2f/gi, '/').replaceAll(/%2b/gi, '+'),
  ],
  ["the URL's plus signs are written %2B, not +", (text) => text.replaceAll('+', '%2B')],
  ['the URL is not escaped twice', (text) => text.replaceAll('%25', '%')],
  ['the URL is escaped twice', (text) => text.replaceAll('%', '%25')],
  [
    'what is not ASCII in the URL is escaped',
    (text) => text.replaceAll(/[^\x21-\x7e]+/g, (run) => encodeURIComponent(run.replaceAll(/\p{Surrogate}/gu, ''))),
  ],
  ["the names and values of the URL's query are escaped", (text) => encodePairs(text)],
  ["the names and values of the URL's query are escaped, with + for spaces", (text) => encodePairs(text).replaceAll('%20', '+')],
  ['the URL has & where the given one has &amp;', (text) => text.replaceAll('&amp;', '&')],
  ['the URL has no white space at its end', (text) => text.trim()],
];

const ESCAPE = /%[\da-f]{2}/gi;

/** Other escapes in path and query. */
export function* changeEncoding(url: string): Generator<UrlChange> {
  const parts = splitUrl(url);
  if (parts === undefined) return;
  for (const [finding, rewrite] of REWRITINGS) {
    const [path, query] = [rewrite(parts.path), rewrite(parts.query)];
    if (query !== parts.query) yield { url: joinUrl({ ...parts, query }), cause: 'url-encoding', finding };
    if (path !== parts.path) yield { url: joinUrl({ ...parts, path, query }), cause: 'url-encoding', finding };
  }
  const rebuilt = `?${writeForm(readForm(parts.query.slice(1)))}`;
  if (rebuilt !== parts.query && parts.query !== '') {
    yield { url: joinUrl({ ...parts, query: rebuilt }), cause: 'url-encoding', finding: "the URL's query is escaped as a form is" };
  }
}

/** Escapes the names and values of a query that was decoded as a whole. */
function encodePairs(text: string): string {
  if (!text.startsWith('?')) return text;
  return text.replaceAll(/[^?&=]+/g, (piece) => encodeURIComponent(decodeEscapes(piece).replaceAll(/\p{Surrogate}/gu, '')));
}
