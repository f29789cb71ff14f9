import type { SignatureExplanation } from '../errors.js';
import { readHeader } from '../request/headers.js';
import { bodySha256, readBodyHashes } from './body-hash.js';
import { checkRequest, checkShape, type Finding } from './check.js';
import { advise } from './explain/advise.js';
import { listForms } from './explain/body-changes.js';
import type { Change, UrlChange } from './explain/change.js';
import { explainBodyHash, explainUnsigned } from './explain/explain-body.js';
import { explainMalformed, explainMissing, type Statement } from './explain/explain-header.js';
import { explainUnknownKey } from './explain/explain-key.js';
import { guessCause } from './explain/guess.js';
import { changeScheme } from './explain/origin-changes.js';
import { restoreHash } from './explain/query-changes.js';
import { type Given, listReadings } from './explain/readings.js';
import { hideCredentials, makeMask, makeSearch, type Search } from './explain/search.js';
import { listSigners } from './explain/signer-changes.js';
import { type Circumstances, registerExplain } from './explainer.js';
import { type Keys, readKeys } from './keys.js';
import type { SignatureOptions, SignedRequest } from './request.js';
import { readSignature } from './signature-header.js';
import { coverBody, isParsed, isRaw, writeTail } from './signed-text.js';

/**
 * Finds out why {@link verifySignature} refuses a request: it computes what the signature would be if one thing, or two that go together,
 * had happened to the request on its way, and names the first that fits.
 *
 * Takes up to 50 ms, whatever the request holds. The answer is for a log: it never makes a request acceptable, it may quote headers that
 * anybody can send, and it holds neither a secret nor a signature.
 *
 * @throws TypeError when `authToken` is missing and there are no shared keys, or when a secret is empty.
 */
export function explainSignature(request: SignedRequest, options: SignatureOptions): SignatureExplanation {
  return explain(request, readKeys(options));
}

// Without the mark every bundle would have the search. With it only those have it that use the result, which is in `explainSignature` alone.
const explain = /* @__PURE__ */ registerExplain(explainRequest);

/** The same with keys that were read, and with what a handler knows of itself. */
export function explainRequest(given: SignedRequest, keys: Keys, circumstances: Circumstances = {}): SignatureExplanation {
  checkShape(given);
  // Lambda events say null where there is no body.
  const request = { ...given, body: given.body ?? '' };
  if (!isRaw(request.body) && !isParsed(request.body)) {
    const message = `The body given is neither text, bytes nor parameters, but ${describeOther(request.body)}.`;
    return makeReport(request, circumstances).refuse({ cause: 'body-parsed', message });
  }
  const finding = checkRequest(request, keys);
  if (finding.fault === 'SIGNATURE_MISSING') return makeReport(request, circumstances).refuse(explainMissing(request));
  return explainSigned(request, keys, finding, circumstances);
}

/** What is given as a body where reading it was forgotten, or is left half done. */
function describeOther(body: object): string {
  const { then, text, getReader, pipe, byteLength } = body as Readonly<Record<string, unknown>>;
  if (typeof then === 'function') return 'a promise of it: await it first';
  if (typeof text === 'function') return 'a whole request or a Blob: give what its text() resolves to';
  if (byteLength !== undefined) return 'an ArrayBuffer: give a Uint8Array of it';
  return (getReader ?? pipe) === undefined
    ? 'an object of another kind, such as a Map'
    : 'a stream: read it to its end, and give its text or its bytes';
}

/** Explains what came with a signature, or with something in its place. */
function explainSigned(request: SignedRequest, keys: Keys, finding: Finding, circumstances: Circumstances): SignatureExplanation {
  const { fault, signer, url } = finding;
  const sent = readSignature(readHeader(request.headers, 'x-twilio-signature') ?? '');
  const mask = makeMask(isGet(request));
  const search = makeSearch(sent?.signature ?? '', signer ?? { algorithm: 'HMAC_SHA1', secrets: [] }, mask);
  const report = makeReport(request, circumstances, search);
  const coverage = finding.coverage ?? coverBody(request);
  const tail = typeof coverage === 'string' ? '' : coverage.tail;
  if (url === undefined && sent !== undefined) {
    for (const { signer: other, ...change } of listSigners(request, keys, signer, sent)) {
      const signed = search.find(request.url, tail, other);
      if (signed !== undefined) return report.conclude([change], signed);
    }
  }
  if (fault === 'SIGNATURE_KEY_UNKNOWN') return report.refuse(explainUnknownKey(request, keys));
  if (fault === 'SIGNATURE_MALFORMED') return report.refuse(explainMalformed(request, signer));
  const matchedUrl = url === undefined ? search.find(request.url, '') : hideCredentials(url);
  if (matchedUrl !== undefined && fault === undefined) {
    search.note(matchedUrl);
    return { valid: true, message: 'The signature is right.', triedUrls: [...search.triedUrls], matchedUrl };
  }
  if (fault === 'SIGNATURE_BODY_MISMATCH') return report.refuse(explainBodyHash(request), matchedUrl);
  if (fault === 'SIGNATURE_BODY_UNSIGNED') return explainUncovered(request, search, report, matchedUrl);
  const { pairs = [], hashed } = typeof coverage === 'string' ? {} : coverage;
  const readings = findReading({ request, tail, pairs, hashed }, search);
  if (readings !== undefined) return report.conclude(readings.changes, readings.url);
  return report.refuse(guessCause({ request, tail, pairs, isHashed: hashed !== undefined, keys, circumstances }));
}

interface Mismatch extends Pick<Given, 'request' | 'tail' | 'pairs'> {
  readonly hashed: string | Uint8Array | undefined;
}

/** Finds the reading of a request that its signature fits. */
function findReading(
  { request, tail, pairs, hashed }: Mismatch,
  search: Search,
): { readonly url: string; readonly changes: readonly Change[] } | undefined {
  const unsignedUrl = hashed === undefined && isHashOf(request) ? search.find(request.url, '') : undefined;
  if (unsignedUrl !== undefined) return { url: unsignedUrl, changes: [NO_FORM] };
  // A body that the URL has the hash of is no part of what may have changed.
  const given: Given = { request: hashed === undefined ? request : { ...request, body: undefined }, tail, pairs, spend: search.spend };
  for (const { url, tail, changes } of listReadings(given)) {
    if (!search.spend(0)) break;
    const signed = search.find(url, tail);
    if (signed !== undefined) return { url: signed, changes };
  }
  return undefined;
}

const NO_FORM: Change = { cause: 'body-not-signed', finding: 'the body is no form, which the Content-Type given says it is' };
const A_FORM: Change = { cause: 'body-not-signed', finding: 'the body is a form, which the Content-Type given does not say' };

/** Whether the URL has the hash of a body, though it was given as a form. */
function isHashOf({ url, body = '' }: SignedRequest): boolean {
  const hashes = readBodyHashes(url);
  return hashes.length > 0 && isRaw(body) && hashes.includes(bodySha256(body));
}

/** Says why a body is covered by nothing: its hash may have been lost with the query, or it may be a form of another name. */
function explainUncovered(request: SignedRequest, search: Search, report: Report, matchedUrl: string | undefined): SignatureExplanation {
  const { url, body = '' } = request;
  for (const changes of isRaw(body) ? listRestored(url, body) : []) {
    const signed = search.find(changes.at(-1)?.url ?? url, '');
    if (signed !== undefined) return report.conclude(changes, signed);
  }
  for (const pairs of isRaw(body) ? listForms(body) : []) {
    const signed = search.find(url, writeTail([...pairs]));
    if (signed !== undefined) return report.conclude([A_FORM], signed);
  }
  return report.refuse(explainUnsigned(request, matchedUrl !== undefined), matchedUrl);
}

/** The URL with the hash that it lost, and behind a proxy with its scheme too. */
function* listRestored(url: string, body: string | Uint8Array): Generator<readonly UrlChange[]> {
  const restored = restoreHash(url, body);
  if (restored === undefined) return;
  yield [restored];
  for (const scheme of changeScheme(restored.url, false)) yield [restored, scheme];
}

function isGet({ method, body = '' }: SignedRequest): boolean {
  return method === undefined ? body === '' : method.toUpperCase() === 'GET';
}

/** Writes explanations of one request. */
interface Report {
  /** Writes what was found. Of several changes the last is the rarer one, and gives the cause. */
  conclude(changes: readonly Change[], matchedUrl: string): SignatureExplanation;
  /** Writes what is certain or likely without a reading that fits. */
  refuse(statement: Statement, matchedUrl?: string): SignatureExplanation;
}

function makeReport({ url, ...request }: SignedRequest, circumstances: Circumstances, search?: Search): Report {
  const mask = makeMask(isGet({ url, ...request }));
  const list = (matchedUrl?: string): Pick<SignatureExplanation, 'triedUrls' | 'matchedUrl'> => {
    if (matchedUrl !== undefined) search?.note(matchedUrl);
    return { triedUrls: [...(search?.triedUrls ?? [])], ...(matchedUrl !== undefined && { matchedUrl }) };
  };
  return {
    conclude: (changes, matchedUrl) => ({
      valid: false,
      cause: changes.at(-1)?.cause ?? 'unknown',
      message: `The signature is right if ${changes.map(({ finding }) => finding).join(', and ')}.`,
      suggestion: advise(changes, { given: url, matched: mask(matchedUrl) }, circumstances),
      ...list(matchedUrl),
    }),
    refuse: ({ cause, message, advice }, matchedUrl) => ({
      valid: false,
      cause,
      message,
      suggestion: advise([{ cause, advice }], { given: url }, circumstances),
      ...list(matchedUrl),
    }),
  };
}
