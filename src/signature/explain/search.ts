import { findSignedUrl } from '../check.js';
import type { Signer } from '../keys.js';
import { listOtherSpellings, spellUrl } from '../url-spellings.js';

/**
 * What a search may cost, counted in characters that are hashed or copied. Some four thousand tries of an everyday request, and some twelve
 * of one with a megabyte: either takes less than 50 ms.
 */
const BUDGET = 14_000_000;
/** What a try costs beside its characters. */
const COST_OF_TRY = 3_000;
/** How many of the URLs are told. The likeliest are tried first, and who reads a log compares no more of them. */
const MOST_TRIED = 20;
/** Beyond this many characters a single spelling of each URL is tried, so that more changes can be. */
const LONG = 50_000;

/** Tries readings of one request against its signature until one fits or the budget is spent, and remembers the URLs. */
export interface Search {
  /** The first of the URLs that were tried, without credentials. */
  readonly triedUrls: ReadonlySet<string>;
  /** Keeps a URL among those that were tried. */
  note(url: string): void;
  /** Pays for some work; false when it can no longer be paid for. */
  spend(cost: number): boolean;
  /** Finds the spelling of a URL that was signed together with a tail; by another than the given signer, if so wished. */
  find(url: string, tail: string, other?: Signer): string | undefined;
}

/**
 * @param mask - Takes out of a URL what no log is to have.
 */
export function makeSearch(signature: string, signer: Signer, mask: (url: string) => string): Search {
  const triedUrls = new Set<string>();
  let left = BUDGET;
  const encode = makeEncoder();

  const spend = (cost: number): boolean => {
    left -= cost;
    return left >= 0;
  };

  function* spell(url: string, tail: string, cost: number): Generator<string, void> {
    for (const spelling of listSpellings(url)) {
      if (!spend(cost + spelling.length)) return;
      if (triedUrls.size < MOST_TRIED) triedUrls.add(mask(spelling));
      yield spelling;
      if (tail.length > LONG) return;
    }
  }

  return {
    triedUrls,
    note: (url) => void triedUrls.add(mask(url)),
    spend,
    find: (url, tail, other = signer) => {
      const signed = findSignedUrl(spell(url, tail, (COST_OF_TRY + tail.length) * other.secrets.length), encode(tail), signature, other);
      return signed === undefined ? undefined : hideCredentials(signed);
    },
  };
}

/** A fragment is there only when it is the point: spelling the URL would take it away. */
function listSpellings(url: string): readonly string[] {
  if (url.includes('#')) return [url];
  const spelling = spellUrl(url);
  return spelling === undefined ? [] : [spelling, ...listOtherSpellings(url)];
}

/** Most readings change the URL alone, so that the last tail is kept as bytes. */
function makeEncoder(): (tail: string) => Uint8Array {
  let last = '';
  let bytes = new Uint8Array(0);
  return (tail) => {
    if (tail !== last) bytes = new TextEncoder().encode(tail);
    last = tail;
    return bytes;
  };
}

/**
 * Makes what a log may have of the URLs of a request: no credentials, and on GET none of the values in the query, which are those of the
 * webhook's parameters.
 */
export function makeMask(isGet: boolean): (url: string) => string {
  return (url) => {
    const shown = hideCredentials(url);
    return isGet ? shown.replace(/\?.*$/s, (query) => query.replaceAll(/=[^&]+/g, '=…')) : shown;
  };
}

/** A password is no auth token, but belongs into a log as little. */
export function hideCredentials(url: string): string {
  return url.replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#]*@/i, '$1***@');
}
