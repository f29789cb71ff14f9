import type { SignatureExplanation } from '../errors.js';
import { bodySha256, readBodyHashes } from './body-hash.js';
import { checkRequest } from './check.js';
import { ADVICE } from './explain/advice.js';
import { listForms } from './explain/body-changes.js';
import type { Change, UrlChange } from './explain/change.js';
import { explainBodyHash, explainUnsigned } from './explain/explain-body.js';
import { explainMalformed, explainMissing, type Statement } from './explain/explain-header.js';
import { guessCause } from './explain/guess.js';
import { changeScheme } from './explain/origin-changes.js';
import { restoreHash } from './explain/query-changes.js';
import { type Given, listReadings } from './explain/readings.js';
import { hideCredentials, makeSearch, type Search } from './explain/search.js';
import { changeToken } from './explain/token-changes.js';
import type { SignatureOptions, SignedRequest } from './request.js';
import { type Coverage, isParsed, isRaw, writeTail } from './signed-text.js';
import { readTokens } from './tokens.js';

/**
 * Finds out why {@link verifySignature} refuses a request: it computes what the signature would be if one thing, or two that go together,
 * had happened to the request on its way, and names the first that fits.
 *
 * Takes up to 50 ms, whatever the request holds. The answer is for a log: it never makes a request acceptable, it may quote headers that
 * anybody can send, and it holds neither a token nor a signature.
 *
 * @throws TypeError when `authToken` is missing or empty.
 */
export function explainSignature(given: SignedRequest, options: SignatureOptions): SignatureExplanation {
  const tokens = readTokens(options.authToken);
  // Lambda events say null where there is no body.
  const request = { ...given, body: given.body ?? '' };
  if (!isRaw(request.body) && !isParsed(request.body)) {
    return refuse({
      cause: 'body-parsed',
      message: 'The body given is neither text, bytes nor parameters, such as a FormData or a stream.',
    });
  }
  const { fault, signature, coverage, url } = checkRequest(request, tokens);
  if (fault === 'SIGNATURE_MISSING') return refuse(explainMissing(request));
  if (signature === undefined) return refuse(explainMalformed(request));
  const search = makeSearch(signature, tokens);
  const matchedUrl = url === undefined ? search.find(request.url, '') : hideCredentials(url);
  if (fault === undefined) return { valid: true, message: 'The signature is right.', ...listUrls(search, matchedUrl) };
  if (fault === 'SIGNATURE_BODY_MISMATCH') return refuse(explainBodyHash(request), listUrls(search, matchedUrl));
  if (fault === 'SIGNATURE_BODY_UNSIGNED') return explainUncovered(request, search, matchedUrl);
  return explainMismatch(request, coverage ?? { tail: '' }, tokens, search);
}

function explainMismatch(request: SignedRequest, coverage: Coverage, tokens: readonly string[], search: Search): SignatureExplanation {
  const { tail, pairs = [], hashed } = coverage;
  for (const { token, ...change } of tokens.flatMap(changeToken)) {
    const signed = search.find(request.url, tail, [token]);
    if (signed !== undefined) return conclude([change], search, signed);
  }
  const unsignedUrl = hashed === undefined && isHashOf(request) ? search.find(request.url, '') : undefined;
  if (unsignedUrl !== undefined) return conclude([NO_FORM], search, unsignedUrl);
  // A body that the URL has the hash of is no part of what may have changed.
  const given: Given = { request: hashed === undefined ? request : { ...request, body: undefined }, tail, pairs, spend: search.spend };
  for (const { url, tail, changes } of listReadings(given)) {
    if (!search.spend(0)) break;
    const signed = search.find(url, tail);
    if (signed !== undefined) return conclude(changes, search, signed);
  }
  return refuse(guessCause({ request, tail, pairs }, tokens), listUrls(search));
}

const NO_FORM: Change = { cause: 'body-not-signed', finding: 'the body is no form, which the Content-Type given says it is' };
const A_FORM: Change = { cause: 'body-not-signed', finding: 'the body is a form, which the Content-Type given does not say' };

/** Whether the URL has the hash of a body, though it was given as a form. */
function isHashOf({ url, body = '' }: SignedRequest): boolean {
  const hashes = readBodyHashes(url);
  return hashes.length > 0 && isRaw(body) && hashes.includes(bodySha256(body));
}

/** Says why a body is covered by nothing: its hash may have been lost with the query, or it may be a form of another name. */
function explainUncovered(request: SignedRequest, search: Search, matchedUrl: string | undefined): SignatureExplanation {
  const { url, body = '' } = request;
  for (const changes of isRaw(body) ? listRestored(url, body) : []) {
    const signed = search.find(changes.at(-1)?.url ?? url, '');
    if (signed !== undefined) return conclude(changes, search, signed);
  }
  for (const pairs of isRaw(body) ? listForms(body) : []) {
    const signed = search.find(url, writeTail([...pairs]));
    if (signed !== undefined) return conclude([A_FORM], search, signed);
  }
  return refuse(explainUnsigned(request, matchedUrl !== undefined), listUrls(search, matchedUrl));
}

/** The URL with the hash that it lost, and behind a proxy with its scheme too. */
function* listRestored(url: string, body: string | Uint8Array): Generator<readonly UrlChange[]> {
  const restored = restoreHash(url, body);
  if (restored === undefined) return;
  yield [restored];
  for (const scheme of changeScheme(restored.url, false)) yield [restored, scheme];
}

/** Writes what was found. Of several changes the last is the rarer one, and gives the cause. */
function conclude(changes: readonly Change[], search: Search, matchedUrl: string): SignatureExplanation {
  const findings = changes.map(({ finding }) => finding).join(', and ');
  const advice = new Set(changes.map(({ cause, advice }) => advice ?? ADVICE[cause]));
  const cause = changes.at(-1)?.cause ?? 'unknown';
  return refuse({ cause, message: `The signature is right if ${findings}.`, advice: [...advice].join(' ') }, listUrls(search, matchedUrl));
}

type Urls = Pick<SignatureExplanation, 'triedUrls' | 'matchedUrl'>;

function listUrls({ triedUrls }: Search, matchedUrl?: string): Urls {
  return matchedUrl === undefined ? { triedUrls: [...triedUrls] } : { triedUrls: [...new Set([...triedUrls, matchedUrl])], matchedUrl };
}

function refuse({ cause, message, advice }: Statement, urls: Urls = { triedUrls: [] }): SignatureExplanation {
  return { valid: false, cause, message, suggestion: `${advice ?? ADVICE[cause]} More: docs/signature.md#${cause}`, ...urls };
}
