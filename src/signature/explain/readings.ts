import { type FormPair, readPairs } from '../../request/forms.js';
import { joinUrl, splitUrl } from '../../request/urls.js';
import type { SignedRequest } from '../request.js';
import { writeTail } from '../signed-text.js';
import { changeBody, LONGEST_FORM, readGivenForm } from './body-changes.js';
import type { Change, TailChange, UrlChange } from './change.js';
import { changeEncoding } from './encoding-changes.js';
import { addOrigin, addScheme, changeHost, changePort, changeScheme, takeFromLists } from './origin-changes.js';
import { whilePaid } from './paid.js';
import { changeAllParameters, changeEachParameter, restoreEmpty } from './parameter-changes.js';
import { dropForeign, dropTwo, restoreCharacter, restoreKnown } from './parameter-guesses.js';
import { changePathByHeader, changePathText, changePrefix, changeSlash } from './path-changes.js';
import { changeFragment, changePairs, dropQuery, restoreQuery } from './query-changes.js';

/** The request as Twilio may have sent it, and what then happened to it. */
export interface Reading {
  readonly url: string;
  readonly tail: string;
  readonly changes: readonly Change[];
}

/** What the readings of a request are made of. */
export interface Given {
  readonly request: SignedRequest;
  /** The text that follows the URL, as it was given. */
  readonly tail: string;
  /** The parameters as they were given, in the order they are signed. */
  readonly pairs: readonly FormPair[];
  /** Pays for work on the body; false when it can no longer be paid for. */
  readonly spend: (cost: number) => boolean;
}

/**
 * Yields the readings of a request that was refused: first those with one thing changed, then the pairs that go together in life, as when a
 * proxy hides both scheme and host. The likeliest come first, since a large body leaves time for a few alone.
 */
export function* listReadings(given: Given): Generator<Reading> {
  const { request, tail } = given;
  const url = withoutFragment(request.url);
  const alone = (change: UrlChange): Reading => ({ url: change.url, tail, changes: [change] });
  yield* map(addOrigin(request, tail === ''), alone);
  yield* map(addScheme(url, tail === ''), alone);
  yield* map(takeFromLists(url), alone);
  yield* map(changeLikely(given, url), alone);
  yield* map(changeTail(given), (change) => ({ url, tail: change.tail, changes: [change] }));
  yield* listRestored(given, url);
  yield* map(changePort(url, request.headers), alone);
  if (url.length > LONGEST_URL) return;
  yield* listProxied(given, url);
  yield* map(changeRarely(url), alone);
  yield* map(changeEachParameter(tail, given.pairs), (change) => ({ url, tail: change.tail, changes: [change] }));
  yield* map(guessTail(given), (change) => ({ url, tail: change.tail, changes: [change] }));
  yield* listProxiedRarely(given, url);
}

/** How many parameters of a body may have been those of the query. */
const MOST_IN_QUERY = 100;

/** No server takes longer ones. */
const LONGEST_URL = 16_384;

/** What proxies and platforms do every day. */
function* changeLikely({ request, tail }: Given, url: string): Generator<UrlChange> {
  yield* changeScheme(url, tail === '');
  yield* changeHost(url, request.headers);
  yield* changeSlash(url);
  yield* dropQuery(url);
  yield* changePathByHeader(url, request.headers);
  yield* changeFragment(request.url);
}

function* changeRarely(url: string): Generator<UrlChange> {
  yield* changeEncoding(url);
  yield* changePathText(url);
  yield* changePrefix(url);
  yield* changePairs(url);
}

/** How many characters may be copied in the time that it takes to copy, change and sort a parameter. */
const COST_OF_PAIR = 100;

/** The tails of a body that was taken for something else, or whose parameters were changed as a whole. */
function changeTail(given: Given): Generator<TailChange> {
  return whilePaid(listTails(given), given.tail.length + given.pairs.length * COST_OF_PAIR, given.spend);
}

/** The tails with several parameters changed, which are many. */
function guessTail(given: Given): Generator<TailChange> {
  const { pairs } = given;
  return whilePaid(concat(restoreCharacter(pairs), dropTwo(pairs)), given.tail.length + pairs.length * COST_OF_PAIR, given.spend);
}

function* listTails({ request, tail, pairs }: Given): Generator<TailChange> {
  const queryPairs = readPairs(splitUrl(request.url)?.query.slice(1) ?? '');
  if (tail !== '') {
    const finding = 'the parameters are left out, since the URL alone is signed';
    const isTwice = isGet(request) || isWithin(pairs, queryPairs);
    yield { tail: '', cause: isTwice ? 'parameters-counted-twice' : 'parameter-added', finding };
  }
  if (tail.length > LONGEST_FORM) return;
  for (const { pairs: read, ...change } of changeBody(request.body)) yield { ...change, tail: writeTail([...read]) };
  yield* changeAllParameters(pairs, queryPairs);
  yield* dropForeign(pairs);
  yield* restoreEmpty(pairs);
  yield* restoreKnown(pairs);
}

/** On GET the parameters belong into the URL, and may have been passed as a body instead. */
function* listRestored({ request, pairs }: Given, url: string): Generator<Reading> {
  if (!isGet(request) || pairs.length > MOST_IN_QUERY) return;
  for (const change of restoreQuery(url, readGivenForm(request.body))) {
    yield { url: change.url, tail: '', changes: [change] };
    yield* map(changeScheme(change.url, false), (scheme) => ({ url: scheme.url, tail: '', changes: [scheme, change] }));
  }
}

/** A proxy hides scheme and host together, and what else it hides comes on top. */
function* listProxied(given: Given, url: string): Generator<Reading> {
  const { request, tail } = given;
  const origins = listOrigins(given, url);
  for (const origin of origins) yield { ...origin, tail };
  for (const origin of origins) {
    const more = [
      changeSlash(origin.url),
      changePathByHeader(origin.url, request.headers),
      dropQuery(origin.url),
      changePort(origin.url, request.headers),
    ];
    for (const changes of more) yield* map(changes, (change) => ({ url: change.url, tail, changes: [...origin.changes, change] }));
  }
  for (const origin of origins) {
    yield* map(changeTail(given), (change) => ({ url: origin.url, tail: change.tail, changes: [...origin.changes, change] }));
  }
}

function* listProxiedRarely(given: Given, url: string): Generator<Reading> {
  const origins = listOrigins(given, url);
  for (const origin of origins) {
    yield* map(changeRarely(origin.url), (change) => ({ url: change.url, tail: given.tail, changes: [...origin.changes, change] }));
  }
  for (const origin of origins) {
    yield* map(changeEachParameter(given.tail, given.pairs), (change) => ({
      url: origin.url,
      tail: change.tail,
      changes: [...origin.changes, change],
    }));
  }
}

/** The origins that Twilio may have used: another scheme, another host, or both. */
function listOrigins({ request, tail }: Given, url: string): readonly Omit<Reading, 'tail'>[] {
  const schemes = Array.from(changeScheme(url, tail === '')).slice(0, 2);
  // The last host is a guess that no header supports.
  const hosts = Array.from(changeHost(url, request.headers)).slice(0, -1);
  const both = schemes.flatMap((scheme) =>
    Array.from(changeHost(scheme.url, request.headers))
      .slice(0, -1)
      .map((host) => ({ url: host.url, changes: [scheme, host] })),
  );
  return [...both, ...[...schemes, ...hosts].map((change) => ({ url: change.url, changes: [change] }))];
}

function isGet({ method }: SignedRequest): boolean {
  return method?.toUpperCase() === 'GET';
}

/** Whether the query has all of some parameters, as when those of a GET are passed as a body and the method is not. */
function isWithin(pairs: readonly FormPair[], queryPairs: readonly FormPair[]): boolean {
  const inQuery = new Set(queryPairs.map(({ name, value }) => `${name}=${value}`));
  return pairs.every(({ name, value }) => inQuery.has(`${name}=${value}`));
}

function* concat<Item>(...lists: readonly Iterable<Item>[]): Generator<Item> {
  for (const items of lists) yield* items;
}

function* map<From, To>(items: Iterable<From>, change: (item: From) => To): Generator<To> {
  for (const item of items) yield change(item);
}

function withoutFragment(url: string): string {
  const parts = splitUrl(url);
  return parts === undefined ? url : joinUrl(parts);
}
