import { AccountError, RequestError } from '../errors.js';
import { type FormParameters, parseForm } from '../request/forms.js';
import { readHeader } from '../request/headers.js';
import { splitUrl } from '../request/urls.js';
import { verifySignature } from '../signature/index.js';
import type { IncomingBody, IncomingRequest } from './incoming.js';
import type { AuthToken, VerifyOptions } from './options.js';
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

/**
 * Reads and verifies a request. Nothing of it is believed before the signature fits, but the account that it names where tokens are looked
 * up by account.
 *
 * @throws RingbackError when the request is to be refused; TypeError when there is no auth token.
 */
export async function verifyRequest(incoming: IncomingRequest, options: VerifyOptions): Promise<VerifiedRequest> {
  const url = findPublicUrl(incoming, options);
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  const rawBody = hasBody ? await incoming.readBody(options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES) : new Uint8Array();
  const content = readContent(incoming, url, hasBody ? rawBody : undefined);
  const claimed = content.format === 'form' ? claimedInForm(content.parameters) : claimedInJson(content.value);
  const authToken = await findToken(incoming, options, claimed);
  verifySignature({ url, method: incoming.method, headers: incoming.headers, body: rawBody }, { authToken });
  checkAccount(claimed, options.accountSid);
  if (content.format === 'json' && content.value === undefined)
    throw new RequestError('REQUEST_MALFORMED', 'The body says that it is JSON, but is none.', { cause: content.fault });
  const parameters = content.format === 'form' ? content.parameters : {};
  const input = content.format === 'form' ? content.parameters : content.value;
  return { url, input, parameters, rawBody, accountSid: typeof claimed === 'string' ? claimed : undefined };
}

/** What a request holds, before anybody has sworn to it. Broken JSON has no value: the signature is looked at first. */
type Content =
  | { readonly format: 'form'; readonly parameters: FormParameters }
  | { readonly format: 'json'; readonly value: unknown; readonly fault?: unknown };

function readContent(incoming: IncomingRequest, url: string, body: IncomingBody | undefined): Content {
  if (body === undefined || bodyFormat(incoming, body) === 'form') return { format: 'form', parameters: readParameters(url, body) };
  try {
    return { format: 'json', value: JSON.parse(body instanceof Uint8Array ? decodeText(body) : String(body)) };
  } catch (fault) {
    return { format: 'json', value: undefined, fault };
  }
}

/** On GET the payload is the query alone, else the body alone: a query may hold state of the application's own. */
function readParameters(url: string, body: IncomingBody | undefined): FormParameters {
  if (body === undefined) return parseForm((splitUrl(url)?.query ?? '').slice(1));
  if (typeof body === 'string') return parseForm(body);
  return body instanceof Uint8Array ? parseForm(decodeText(body)) : body;
}

function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function bodyFormat(incoming: IncomingRequest, body: IncomingBody): 'form' | 'json' {
  const type = readHeader(incoming.headers, 'content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  const isEmpty = (typeof body === 'string' || body instanceof Uint8Array) && body.length === 0;
  if (type === undefined || type === '' || type === 'application/x-www-form-urlencoded' || isEmpty) return 'form';
  if (type === 'application/json' || /^application\/[\w.-]{1,64}\+json$/.test(type)) return 'json';
  throw new RequestError(
    'REQUEST_CONTENT_TYPE',
    'The body is neither a form (application/x-www-form-urlencoded) nor JSON, which is all that Twilio sends.',
  );
}

/** What products call the account: all but Proxy, Verify and Intelligence by the first name. */
const ACCOUNT_NAMES = ['AccountSid', 'accountSid', 'account_sid', 'interactionAccountSid', 'accountId'];

/** The account that a form names; several where the name came several times. */
function claimedInForm(parameters: FormParameters): string | readonly string[] | undefined {
  const name = ACCOUNT_NAMES.find((one) => Object.hasOwn(parameters, one));
  return name === undefined ? undefined : parameters[name];
}

/** The account that JSON names: at the top or in the `data` of an event; several where the events of a batch differ. */
function claimedInJson(value: unknown): string | readonly string[] | undefined {
  const events: readonly unknown[] = Array.isArray(value) ? value : [value];
  const found = new Set(events.flatMap((event) => findAccount(event) ?? (isRecord(event) ? findAccount(event.data) : undefined) ?? []));
  const [first, ...others] = found;
  return others.length === 0 ? first : [...found];
}

function findAccount(record: unknown): string | undefined {
  if (!isRecord(record)) return undefined;
  for (const name of ACCOUNT_NAMES) {
    const value = Object.hasOwn(record, name) ? record[name] : undefined;
    if (typeof value === 'string') return value;
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

async function findToken(
  incoming: IncomingRequest,
  { authToken }: VerifyOptions,
  claimed: string | readonly string[] | undefined,
): Promise<AuthToken> {
  if (typeof authToken !== 'function') return authToken ?? readEnvironment();
  if (claimed !== undefined && typeof claimed !== 'string')
    throw new AccountError('ACCOUNT_UNKNOWN', 'The request names several accounts (AccountSid).');
  const accountSid = claimed !== undefined && /^AC[0-9a-fA-F]{32}$/.test(claimed) ? claimed : undefined;
  const found = await authToken(accountSid, incoming.request);
  if (found !== undefined) return found;
  throw new AccountError(
    'ACCOUNT_UNKNOWN',
    `There is no auth token for ${accountSid === undefined ? 'a request that names no account' : 'the account that the request names'}.`,
  );
}

function readEnvironment(): string {
  const { process } = globalThis as { readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> } };
  const token = process?.env?.TWILIO_AUTH_TOKEN;
  if (token) return token;
  throw new TypeError('There is no auth token to verify with: pass authToken, or set the environment variable TWILIO_AUTH_TOKEN');
}

function checkAccount(claimed: string | readonly string[] | undefined, expected: string | readonly string[] | undefined): void {
  if (expected === undefined) return;
  if (typeof claimed === 'string' && [expected].flat().includes(claimed)) return;
  throw new AccountError('ACCOUNT_MISMATCH', 'The request is signed, but by an account that may not call this URL (accountSid).');
}
