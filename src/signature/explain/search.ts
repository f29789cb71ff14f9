import { findSignedUrl } from '../check.js';
import { spellUrl } from '../url-spellings.js';

/**
 * What a search may cost, counted in characters that are hashed or copied. Some two thousand tries of an everyday request, and some ten of
 * one with a megabyte: either takes less than 50 ms.
 */
const BUDGET = 8_000_000;
/** What a try costs beside its characters. */
const COST_OF_TRY = 3_000;
/** Beyond this many characters a single spelling of each URL is tried, so that more changes can be. */
const LONG = 50_000;

/** Tries readings of one request against its signature until one fits or the budget is spent, and remembers the URLs. */
export interface Search {
  /** The URLs that were tried, without credentials. */
  readonly triedUrls: ReadonlySet<string>;
  /** Pays for some work; false when it can no longer be paid for. */
  spend(cost: number): boolean;
  /** Finds the spelling of a URL that was signed together with a tail; with other tokens than the given ones, if so wished. */
  find(url: string, tail: string, others?: readonly string[]): string | undefined;
}

export function makeSearch(signature: string, tokens: readonly string[]): Search {
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
      triedUrls.add(hideCredentials(spelling));
      yield spelling;
      if (tail.length > LONG) return;
    }
  }

  return {
    triedUrls,
    spend,
    find: (url, tail, others = tokens) => {
      const signed = findSignedUrl(spell(url, tail, (COST_OF_TRY + tail.length) * others.length), encode(tail), signature, others);
      return signed === undefined ? undefined : hideCredentials(signed);
    },
  };
}

/** A fragment is there only when it is the point: spelling the URL would take it away. */
function listSpellings(url: string): Iterable<string> {
  return url.includes('#') ? [url] : spellUrl(url);
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

/** A password is no auth token, but belongs into a log as little. */
export function hideCredentials(url: string): string {
  return url.replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#]*@/i, '$1***@');
}
