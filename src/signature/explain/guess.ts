import { isFormType } from '../../request/content.js';
import { decodeText } from '../../request/forms.js';
import { readHeader } from '../../request/headers.js';
import { splitUrl } from '../../request/urls.js';
import type { Circumstances } from '../explainer.js';
import type { Keys } from '../keys.js';
import type { SignedRequest } from '../request.js';
import { readSettings } from '../signature-settings.js';
import { isRaw, readParsed } from '../signed-text.js';
import { ADVICE } from './advice.js';
import { quote } from './change.js';
import { describeParsed } from './explain-body.js';
import { explainKeySid, namesKeySid, type Statement } from './explain-header.js';
import { listHosts } from './origin-changes.js';
import { isPrivateHost } from './private-host.js';
import type { Given } from './readings.js';

const TOKEN = /^[\da-f]{32}$/;
const ACCOUNT = /AC[\da-f]{32}/;

/** What is known of a request that no reading fits. */
export interface Puzzle extends Pick<Given, 'request' | 'tail' | 'pairs'> {
  /** Whether the body is not signed but its hash in the URL, and is the one that was hashed. */
  readonly isHashed: boolean;
  readonly keys: Keys;
  readonly circumstances: Circumstances;
}

/** Says what is likely when no reading of a request fits its signature. What is certain comes first. */
export function guessCause(puzzle: Puzzle): Statement {
  const { request } = puzzle;
  if (namesKeySid(request)) return explainKeySid(request.headers);
  return (
    explainUrl(request) ??
    explainParsed(request) ??
    explainEmpty(puzzle) ??
    explainToken(puzzle) ??
    explainLength(request) ??
    explainHost(request) ??
    explainSorted(puzzle) ??
    explainAccount(puzzle) ??
    listCandidates(puzzle)
  );
}

/** A URL that Twilio cannot have signed, since it is no whole one. */
function explainUrl({ url }: SignedRequest): Statement | undefined {
  if (splitUrl(url) !== undefined) return undefined;
  const [cause, what] = url.startsWith('/')
    ? (['wrong-host', 'is a path alone, without scheme and host'] as const)
    : (['wrong-scheme', 'does not begin with a scheme such as https://'] as const);
  return {
    cause,
    message: `The URL given ${what}, and Twilio signs the whole URL. No reading of the request that was tried fits the signature.`,
    advice: 'Give the whole URL that is configured at Twilio, from the scheme to the end of the query.',
  };
}

/** A body that a parser has made something else of than texts, so that nothing of it could be signed. */
function explainParsed({ body = '' }: SignedRequest): Statement | undefined {
  if (isRaw(body) || readParsed(body) !== undefined) return undefined;
  return { cause: 'body-parsed', message: `${describeParsed(body)} No reading of it as a form fits the signature.` };
}

function explainEmpty({ request, tail }: Puzzle): Statement | undefined {
  const contentType = readHeader(request.headers, 'content-type');
  const isPost = request.method === undefined ? contentType !== undefined : request.method.toUpperCase() === 'POST';
  if (tail !== '' || !isPost || !isFormType(contentType) || request.url.includes('bodySHA256=')) return undefined;
  return {
    cause: 'body-missing',
    message: 'The request is a POST of a form, but the body given is empty. Twilio always sends parameters.',
  };
}

/** Tokens that cannot be right, whatever the request is. */
function explainToken({ request, keys: { tokens } }: Puzzle): Statement | undefined {
  if (readSettings(request.headers) !== undefined || tokens.some((token) => TOKEN.test(token))) return undefined;
  return {
    cause: 'malformed-token',
    message: `The auth token given ${describeToken(tokens[0] ?? '')}. No reading of the request fits it.`,
  };
}

function describeToken(token: string): string {
  if (token.startsWith('AC')) return 'is an account SID';
  if (token.startsWith('SK')) return 'is the SID of an API key';
  if (/^[A-Za-z\d]{32}$/.test(token)) return 'has capital letters or letters beyond f, as the secrets of API keys have';
  return `has ${token.length} characters or others than hexadecimal digits in small letters, where an auth token has 32 of those`;
}

/** The raw body and the header that counted it in front of whatever shortened it. */
function explainLength({ headers, body = '' }: SignedRequest): Statement | undefined {
  const declared = readHeader(headers, 'content-length') ?? '';
  if (!isRaw(body) || !/^\d{1,15}$/.test(declared)) return undefined;
  const length = typeof body === 'string' ? new TextEncoder().encode(body).length : body.length;
  if (length === Number(declared)) return undefined;
  return { cause: 'body-changed', message: `The Content-Length is ${declared}, but the body given has ${length} bytes.` };
}

/** A host that Twilio cannot have called, where no header names another: nothing that could be tried was right. */
function explainHost({ url, headers }: SignedRequest): Statement | undefined {
  const parts = splitUrl(url);
  if (parts === undefined || !isPrivateHost(parts.host)) return undefined;
  const named = listHosts(headers).map(([, host]) => splitUrl(`x://${host}`)?.host ?? '');
  if (!named.every(isPrivateHost)) return undefined;
  return {
    cause: 'wrong-host',
    message:
      `No reading of the request that was tried fits the signature. Its host, ${quote(parts.host + parts.port)}, is one that Twilio cannot call, ` +
      'and no header names another: if Twilio sent this, the public host is not known here. If a tool on this machine sent it, look at the token and the body.',
    advice: 'Set publicUrl of webhook() to the URL that Twilio calls, or let the proxy pass the Host header on. Then look at the token.',
  };
}

/** How many pairs are in order by no chance. */
const SURELY_SORTED = 8;

/** The query of a GET, sorted: Twilio's own parameters come in an order of their own, behind those of the URL. */
function explainSorted({ request, tail }: Puzzle): Statement | undefined {
  const query = splitUrl(request.url)?.query ?? '';
  if (tail !== '' || request.method?.toUpperCase() !== 'GET' || query.length > LONGEST_QUERY) return undefined;
  const names = query
    .slice(1)
    .split('&')
    .map((pair) => pair.split('=', 1)[0] ?? '');
  if (names.length < SURELY_SORTED || names.some((name, at) => name < (names[at - 1] ?? ''))) return undefined;
  return {
    cause: 'query-changed',
    message:
      'No reading of the request that was tried fits the signature. The pairs of its query are sorted by name, and none that Twilio is known to ' +
      'send on GET are: something in front seems to have sorted them, and the order that was signed is lost.',
    advice: `${ADVICE['query-changed']} A REST API of API Gateway hands on no raw query: use an HTTP API or a function URL there, or let Twilio POST.`,
  };
}

const LONGEST_QUERY = 16_000;

/** An account that the handler was told not to expect. */
function explainAccount({ request, pairs, circumstances: { accountSids } }: Puzzle): Statement | undefined {
  const account = findAccount(request, pairs);
  if (account === undefined || accountSids === undefined || accountSids.includes(account)) return undefined;
  return {
    cause: 'wrong-token',
    message: `No reading of the request fits the auth token given, and it names account ${account}, which is none of those expected here (accountSid).`,
  };
}

/** Nothing tells what it is, so that everything is named that it may be: the URL and the parameters first, which are wrong far more often. */
function listCandidates({ request, pairs, isHashed, keys, circumstances: { accountSids } }: Puzzle): Statement {
  const account = findAccount(request, pairs);
  const settings = readSettings(request.headers);
  const owner = account === undefined ? 'the account that sent it' : `account ${account}, which the request names`;
  const expected = account !== undefined && accountSids?.includes(account) === true ? ' and accountSid expects' : '';
  const token = settings === undefined ? `the auth token is not that of ${owner}${expected}` : describeSecret(settings.keyId, keys);
  const parameters = isHashed || pairs.length === 0 ? '' : ', or the parameters are not those that it sent';
  const advice =
    settings === undefined ? `Then look at the token. ${ADVICE['wrong-token']}` : `Then look at the secret. ${ADVICE['shared-key']}`;
  const hidden = splitUrl(request.url)?.path === '/' ? ` ${HIDDEN_PATH}` : '';
  return {
    cause: 'unknown',
    message: `No reading of the request that was tried fits the signature. Either the URL given is not the one that Twilio called${parameters}, or ${token}.`,
    advice: `${ADVICE.unknown}${hidden} ${advice}`,
  };
}

const HIDDEN_PATH =
  'Where the platform shows no path but /, as Cloud Functions do, give publicUrl as a function that returns the whole URL.';

function describeSecret(keyId: string | undefined, { sharedKeys }: Keys): string {
  const source = typeof sharedKeys === 'function' ? 'that the sharedKeys function found' : 'given';
  return `the secret ${source} is not that of the shared key ${quote(keyId ?? '')}`;
}

function findAccount(request: SignedRequest, pairs: Given['pairs']): string | undefined {
  const named = pairs.find(({ name }) => name === 'AccountSid')?.value;
  return ACCOUNT.exec(named ?? `${request.url.slice(0, 4_000)} ${readStart(request)}`)?.[0];
}

function readStart({ body = '' }: SignedRequest): string {
  if (!isRaw(body)) return '';
  return typeof body === 'string' ? body.slice(0, 16_000) : decodeText(body.subarray(0, 16_000));
}
