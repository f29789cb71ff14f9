import { type FormPair, gatherPairs, writeForm } from '../../request/forms.js';
import { joinUrl, splitUrl, type UrlParts } from '../../request/urls.js';
import { bodySha256 } from '../body-hash.js';
import { quote, type UrlChange } from './change.js';

/** The query dropped, emptied or never sent, and a fragment that somebody signed. */
export function* dropQuery(url: string): Generator<UrlChange> {
  const parts = splitUrl(url);
  if (parts === undefined) return;
  const cause = parts.scheme.toLowerCase().startsWith('w') ? 'websocket-url' : 'query-changed';
  if (parts.query !== '') yield { url: joinUrl({ ...parts, query: '' }), cause, finding: "the URL's query is left out" };
  else yield { url: `${joinUrl(parts)}?`, cause: 'query-changed', finding: 'the URL ends with a question mark' };
}

/** A fragment that was signed, though Twilio does not, or that was sent because its mark was escaped. */
export function* changeFragment(url: string): Generator<UrlChange> {
  const parts = splitUrl(url);
  if (parts === undefined) return;
  const mark = url.indexOf('#');
  if (mark !== -1) {
    const finding = "the URL's fragment is signed, which Twilio does not do: some other program signed it";
    yield { url: joinUrl({ ...parts, credentials: '' }) + url.slice(mark), cause: 'fragment', finding };
  }
  const escaped = /^(.*?)%23/is.exec(joinUrl(parts))?.[1];
  if (escaped !== undefined) yield { url: escaped, cause: 'fragment', finding: 'the URL ends before %23, an escaped number sign' };
}

/** The query that was taken for the parameters of a body. */
export function* restoreQuery(url: string, pairs: readonly FormPair[]): Generator<UrlChange> {
  const parts = splitUrl(url);
  if (parts === undefined || pairs.length === 0 || parts.query !== '') return;
  const query = `?${writeForm(gatherPairs(pairs))}`;
  const finding = 'the URL has the parameters in its query, where the given one has none';
  yield { url: joinUrl({ ...parts, query }), cause: 'query-changed', finding };
  yield { url: joinUrl({ ...parts, query: query.replaceAll('+', '%20') }), cause: 'query-changed', finding };
}

/** The hash of a body that is no form, which was lost with the query. */
export function restoreHash(url: string, body: string | Uint8Array): UrlChange | undefined {
  const parts = splitUrl(url);
  if (parts === undefined || body.length === 0) return undefined;
  const query = `${parts.query === '' ? '?' : `${parts.query}&`}bodySHA256=${bodySha256(body)}`;
  return { url: joinUrl({ ...parts, query }), cause: 'query-changed', finding: "the URL's query has the bodySHA256 of the body" };
}

/** How many pairs may be put in every order: five have 120. */
const MOST_PERMUTED = 5;
const MOST_REMOVED = 60;

/** Pairs that a platform added, and another order. */
export function* changePairs(url: string): Generator<UrlChange> {
  const parts = splitUrl(url);
  if (parts === undefined || parts.query.length < 2) return;
  const pairs = parts.query.slice(1).split('&');
  for (const [at, pair] of pairs.slice(0, MOST_REMOVED).entries()) {
    const name = pair.split('=', 1)[0] ?? '';
    yield describeQuery(parts, pairs.toSpliced(at, 1), `the URL's query has no ${quote(name)}`);
  }
  for (let kept = 1; kept < pairs.length - 1 && kept < MOST_REMOVED; kept += 1) {
    yield describeQuery(parts, pairs.slice(0, kept), `the URL's query ends after ${kept} of ${pairs.length} pairs`);
    yield describeQuery(parts, pairs.slice(kept), `the URL's query begins with pair ${kept + 1} of ${pairs.length}`);
  }
  const orders = pairs.length <= MOST_PERMUTED ? permute(pairs) : [pairs.toSorted(), pairs.toReversed()];
  for (const order of orders) yield describeQuery(parts, order, ANOTHER_ORDER);
  if (pairs.length <= MOST_RESPELLED) yield* changeOrderAndSpaces(parts);
}

const ANOTHER_ORDER = "the pairs of the URL's query are in another order";

/** Four have 24 orders, each of them with other spaces. */
const MOST_RESPELLED = 4;

/** What builds a query anew from sorted pairs writes its spaces anew too: Symfony and Laravel do both. */
function* changeOrderAndSpaces(parts: UrlParts): Generator<UrlChange> {
  const spellings = [parts.query.replaceAll('%20', '+'), parts.query.replaceAll('+', '%20')];
  for (const [at, query] of spellings.entries()) {
    if (query === parts.query) continue;
    const finding = `${ANOTHER_ORDER}, with spaces written ${at === 0 ? '+' : '%20'}`;
    for (const order of permute(query.slice(1).split('&'))) yield describeQuery(parts, order, finding);
  }
}

function* permute(items: readonly string[]): Generator<readonly string[]> {
  if (items.length < 2) yield items;
  for (const [at, item] of items.entries()) {
    for (const rest of items.length < 2 ? [] : permute(items.toSpliced(at, 1))) yield [item, ...rest];
  }
}

function describeQuery(parts: UrlParts, pairs: readonly string[], finding: string): UrlChange {
  return { url: joinUrl({ ...parts, query: pairs.length === 0 ? '' : `?${pairs.join('&')}` }), cause: 'query-changed', finding };
}
