import { decodeText } from '../../request/forms.js';
import { readHeader } from '../../request/headers.js';
import type { SignedRequest } from '../request.js';
import { isFormType, isRaw } from '../signed-text.js';
import { explainSharedKey, namesSharedKey, type Statement } from './explain-header.js';
import type { Given } from './readings.js';

const TOKEN = /^[\da-f]{32}$/;
const ACCOUNT = /AC[\da-f]{32}/;

/** Says what is likely when no reading of a request fits its signature. What is certain comes first. */
export function guessCause(given: Pick<Given, 'request' | 'tail' | 'pairs'>, tokens: readonly string[]): Statement {
  const { request } = given;
  if (namesSharedKey(request)) return explainSharedKey(request.headers);
  if (isBodyMissing(given))
    return {
      cause: 'body-missing',
      message: 'The request is a POST of a form, but the body given is empty. Twilio always sends parameters.',
    };
  if (!tokens.some((token) => TOKEN.test(token))) {
    return {
      cause: 'malformed-token',
      message: `The auth token given ${describeToken(tokens[0] ?? '')}. No reading of the request fits it.`,
    };
  }
  const length = describeLength(request);
  if (length !== undefined) return { cause: 'body-changed', message: length };
  return guessAccount(given);
}

function isBodyMissing({ request, tail }: Pick<Given, 'request' | 'tail'>): boolean {
  const contentType = readHeader(request.headers, 'content-type');
  const isPost = request.method === undefined ? contentType !== undefined : request.method.toUpperCase() === 'POST';
  return tail === '' && isPost && isFormType(contentType) && !request.url.includes('bodySHA256=');
}

function describeToken(token: string): string {
  if (token.startsWith('AC')) return 'is an account SID';
  if (token.startsWith('SK')) return 'is the SID of an API key';
  if (/^[A-Za-z\d]{32}$/.test(token)) return 'has capital letters or letters beyond f, as the secrets of API keys have';
  return `has ${token.length} characters or others than hexadecimal digits in small letters, where an auth token has 32 of those`;
}

/** The raw body and the header that counted it in front of whatever shortened it. */
function describeLength({ headers, body = '' }: SignedRequest): string | undefined {
  const declared = readHeader(headers, 'content-length') ?? '';
  if (!isRaw(body) || !/^\d{1,15}$/.test(declared)) return undefined;
  const length = typeof body === 'string' ? new TextEncoder().encode(body).length : body.length;
  return length === Number(declared) ? undefined : `The Content-Length is ${declared}, but the body given has ${length} bytes.`;
}

function guessAccount({ request, pairs }: Pick<Given, 'request' | 'pairs'>): Statement {
  const sids = pairs.filter(({ name }) => name === 'AccountSid').map(({ value }) => value);
  const account = ACCOUNT.exec(sids[0] ?? `${request.url.slice(0, 4_000)} ${readStart(request)}`)?.[0];
  if (sids.length > 0 || account !== undefined) {
    const named = account === undefined ? 'another account than the auth token' : `account ${account}`;
    return {
      cause: 'wrong-token',
      message: `No reading of the request fits the auth token given. The request says it belongs to ${named}: is the token of that account?`,
    };
  }
  return { cause: 'unknown', message: 'No reading of the request that was tried fits the signature and the auth token given.' };
}

function readStart({ body = '' }: SignedRequest): string {
  if (!isRaw(body)) return '';
  return typeof body === 'string' ? body.slice(0, 16_000) : decodeText(body.subarray(0, 16_000));
}
