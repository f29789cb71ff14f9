import { AccountError, RequestError } from '../errors.js';
import { type Format, readFormat } from '../request/content.js';
import { decodeText, type FormPair, type FormParameters, gatherPairs, readPairs } from '../request/forms.js';
import { readHeader } from '../request/headers.js';
import { parseJson } from '../request/json.js';
import { splitUrl } from '../request/urls.js';
import { checkSignatureHeader } from '../signature/early.js';
import { explainRequest } from '../signature/explain.js';
import { verifyBy } from '../signature/verify.js';
import { findKeys } from './find-keys.js';
import type { IncomingBody, IncomingRequest } from './incoming.js';
import type { VerifyOptions } from './options.js';
import { findPublicUrl } from './public-url.js';

/** A request whose signature is right. */
export interface VerifiedRequest {
  /** The URL that Twilio called and that the signature covers. */
  readonly url: string;
  /** What the payload is read from: the parameters of a form or of the query of a GET, or what a JSON body holds. */
  readonly input: unknown;
  /** The parameters; empty where the body is JSON. */
  readonly parameters: FormParameters;
  /** The body as it came, in bytes; parameters when other code had parsed it. */
  readonly rawBody: IncomingBody;
  /** The account that sent it, where the request names one. */
  readonly accountSid: string | undefined;
  /** What to take for the query, where it is not that of `url`. */
  readonly query?: URLSearchParams;
}

const DEFAULT_MAX_BODY_BYTES = 1_048_576;
const NO_BYTES = /* @__PURE__ */ new Uint8Array();
/** How long bodies may take where nothing is said of it. */
export const DEFAULT_BODY_TIMEOUT_MS = 10_000;

/**
 * Reads and verifies a request. Nothing of it is believed before the signature fits, but the account that it names where tokens are looked
 * up by account.
 *
 * @param publicUrl - What the caller was told of the URL, where `options` has what came of it.
 * @throws RingbackError when the request is to be refused; TypeError when there is no auth token.
 */
export async function verifyRequest(
  incoming: IncomingRequest,
  options: VerifyOptions,
  { publicUrl }: Pick<VerifyOptions, 'publicUrl'> = options,
): Promise<VerifiedRequest> {
  const url = findPublicUrl(incoming, options);
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  // Anybody can send a body, slowly or of any size: it is not read for those who have not even put a signature beside it.
  const circumstances = { publicUrl, accountSids: listAllowed(options) };
  checkSignatureHeader({ url, method: incoming.method, headers: incoming.headers }, circumstances);
  const { maxBodyBytes = DEFAULT_MAX_BODY_BYTES, bodyTimeoutMs = DEFAULT_BODY_TIMEOUT_MS } = options;
  const body = hasBody ? incoming.readBody(maxBodyBytes, bodyTimeoutMs) : NO_BYTES;
  const rawBody = body instanceof Promise ? await body : body;
  const content = readContent(incoming, url, hasBody ? rawBody : undefined);
  const claimed = content.format === 'form' ? claimedInForm(content.parameters) : claimedInJson(content.value);
  const signed = { url, method: incoming.method, headers: incoming.headers, body: rawBody };
  const found = findKeys(incoming, options, claimed);
  const keys = found instanceof Promise ? await found : found;
  const pairs = content.format === 'form' && hasBody ? content.pairs : undefined;
  verifyBy(signed, keys, () => explainRequest(signed, keys, circumstances), pairs);
  checkAccount(claimed, circumstances.accountSids);
  if (content.format === 'json' && content.value === undefined) throw new RequestError('REQUEST_MALFORMED', NO_JSON);
  const parameters = content.format === 'form' ? content.parameters : {};
  const input = content.format === 'form' ? content.parameters : content.value;
  return { url, input, parameters, rawBody, accountSid: typeof claimed === 'string' ? claimed : undefined };
}

/**
 * What a request holds, before anybody has sworn to it. Broken JSON has no value: the signature is looked at first. What the parser says of it
 * is dropped, since it quotes the text.
 */
type Content =
  | { readonly format: 'form'; readonly parameters: FormParameters; readonly pairs: FormPair[] | undefined }
  | { readonly format: 'json'; readonly value: unknown };

/** On GET the payload is the query alone, else the body alone: a query may hold state of the application's own. */
function readContent(incoming: IncomingRequest, url: string, body: IncomingBody | undefined): Content {
  if (body === undefined) return readFormText((splitUrl(url)?.query ?? '').slice(1));
  const format = findFormat(incoming, body);
  const text = body instanceof Uint8Array ? decodeText(body) : body;
  if (format === 'json') return { format, value: readJson(String(text)) };
  return typeof text === 'string' ? readFormText(text) : { format, parameters: text, pairs: undefined };
}

/** Reads a form once, for whoever verifies it and for whoever reads the payload. */
function readFormText(text: string): Content {
  const pairs = readPairs(text);
  return { format: 'form', parameters: gatherPairs(pairs), pairs };
}

/** Reads an object or a list. A text in JSON might be read once more by a schema, as something else than was looked at here. */
export function readJson(text: string): object | undefined {
  try {
    const value = parseJson(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What is said of JSON that {@link readJson} has not read. */
export const NO_JSON = 'The body says that it is JSON, but is no object or list in JSON, or is nested deeper than 200 levels.';

function findFormat({ headers }: IncomingRequest, body: IncomingBody): Format {
  const isEmpty = (typeof body === 'string' || body instanceof Uint8Array) && body.length === 0;
  const format = isEmpty ? 'form' : readFormat(readHeader(headers, 'content-type'));
  if (format !== undefined) return format;
  throw new RequestError(
    'REQUEST_CONTENT_TYPE',
    'The body is neither a form (application/x-www-form-urlencoded) nor JSON, which is all that Twilio sends.',
  );
}

/** What products call the account: all but Proxy, Verify and Intelligence by the first name. */
const ACCOUNT_NAMES = ['AccountSid', 'accountSid', 'account_sid', 'interactionAccountSid', 'accountId'];

/** An account SID. Only the first name has to be believed whatever it holds: under the others stand parameters of an application's own too. */
const ACCOUNT_SID = /^AC[0-9a-fA-F]{32}$/;

/** The account that a form names; several where a name came several times, or where names disagree. */
function claimedInForm(parameters: FormParameters): string | readonly string[] | undefined {
  const name = ACCOUNT_NAMES.find((one) => Object.hasOwn(parameters, one));
  const found = listAccounts(parameters);
  return name === undefined || typeof parameters[name] === 'string' ? unite(found) : found;
}

/** The account that JSON names: at the top and in the `data` of an event; several where names or the events of a batch disagree. */
function claimedInJson(value: unknown): string | readonly string[] | undefined {
  const events: readonly unknown[] = Array.isArray(value) ? value : [value];
  return unite(events.flatMap((event) => [...listAccounts(event), ...(isRecord(event) ? listAccounts(event.data) : [])]));
}

function listAccounts(record: unknown): readonly string[] {
  const accounts: string[] = [];
  if (!isRecord(record)) return accounts;
  let isFirst = true;
  for (const name of ACCOUNT_NAMES) {
    if (!Object.hasOwn(record, name)) continue;
    const values = record[name];
    for (const value of Array.isArray(values) ? (values as readonly unknown[]) : [values]) {
      if (typeof value === 'string' && (isFirst || ACCOUNT_SID.test(value))) accounts.push(value);
      isFirst = false;
    }
  }
  return accounts;
}

function unite(accounts: readonly string[]): string | readonly string[] | undefined {
  if (accounts.length < 2) return accounts[0];
  const distinct = [...new Set(accounts)];
  return distinct.length > 1 ? distinct : distinct[0];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function listAllowed({ accountSid }: VerifyOptions): readonly string[] | undefined {
  return accountSid === undefined ? undefined : [accountSid].flat();
}

function checkAccount(claimed: string | readonly string[] | undefined, expected: readonly string[] | undefined): void {
  if (expected === undefined) return;
  if (typeof claimed === 'string' && expected.includes(claimed)) return;
  throw new AccountError('ACCOUNT_MISMATCH', 'The request is signed, but by an account that may not call this URL (accountSid).');
}
