import { decodeText } from '../../request/forms.js';
import { readHeader } from '../../request/headers.js';
import { readLatin1 } from '../../request/latin1.js';
import { decodeBase64 } from '../base64.js';
import { bodySha256, readBodyHashes } from '../body-hash.js';
import type { SignedRequest } from '../request.js';
import { isRaw } from '../signed-text.js';
import { quote } from './change.js';
import type { Statement } from './explain-header.js';

/** Says which value of a parsed body is no text. */
export function describeParsed(body: object): string {
  if (Array.isArray(body)) return 'The body given is a list, not the parameters of a form.';
  const [name, value] = Object.entries(body).find(([, value]) => !isText(value)) ?? [];
  if (name === undefined) return 'The body given is no form: it has a file, or is no object of texts.';
  const what = Array.isArray(value)
    ? 'a list of more than texts'
    : value === null
      ? 'null'
      : typeof value === 'object'
        ? 'an object'
        : `of type ${typeof value}`;
  return `The parameter ${quote(name)} of the body given is ${what}, where a form has text: a parser made it.`;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}

/** Says why a body's hash is not the one in the URL. */
export function explainBodyHash({ url, body = '' }: SignedRequest): Statement {
  const hashes = readBodyHashes(url);
  const expected = hashes.map((hash) => quote(hash)).join(' or ');
  if (!isRaw(body)) {
    return {
      cause: 'body-parsed',
      message: `The body was parsed already, so that its bytes cannot be hashed; the URL has the hash ${expected}.`,
    };
  }
  const hash = bodySha256(body);
  if (body.length === 0) {
    return {
      cause: 'body-missing',
      message: `The body given is empty (its hash is ${hash}), but the URL has the hash ${expected} of another.`,
    };
  }
  const change = listOriginals(typeof body === 'string' ? body : decodeText(body)).find(([, original]) =>
    hashes.includes(bodySha256(original)),
  );
  if (change !== undefined) return { cause: change[2] ?? 'body-changed', message: `The URL has the hash of the body ${change[0]}.` };
  return { cause: 'body-changed', message: `The SHA-256 of the body given is ${hash}, but the URL has ${expected}.` };
}

type Original = readonly [finding: string, body: string | Uint8Array, cause?: Statement['cause']];

/** What the body may have been before something wrote it anew. */
function listOriginals(text: string): Original[] {
  const originals: Original[] = [
    ['without the line end', text.replace(/\r?\n$/, '')],
    ['with a line feed at its end', `${text}\n`],
    ['with CR LF at its end', `${text}\r\n`],
    ['without white space around it', text.trim()],
    ['with CR LF for line feeds', text.replaceAll(/\r?\n/g, '\r\n')],
    ['with line feeds for CR LF', text.replaceAll('\r\n', '\n')],
    ['without a byte order mark', text.replace(/^\uFEFF/, '')],
  ];
  const decoded = decodeBase64(text);
  if (decoded !== undefined) originals.push(['decoded from base64', decoded]);
  // Characters beyond Latin-1 cannot have come about by reading UTF-8 as Latin-1.
  if (!/[^\0-\xff]/.test(text)) originals.push(['read as UTF-8, not as Latin-1', readLatin1(text)]);
  originals.push(...listRewritten(text));
  return originals;
}

/** The ways in which the common writers of JSON space it, after a parser has read it. */
function listRewritten(text: string): Original[] {
  try {
    const json: unknown = JSON.parse(text);
    const texts = [
      JSON.stringify(json),
      JSON.stringify(json, undefined, 2),
      JSON.stringify(json, undefined, 4),
      typeof json === 'string' ? json : '',
    ];
    const spaced = JSON.stringify(json, undefined, 1)
      .replaceAll(/\n */g, ' ')
      .replaceAll(/([[{]) | ([\]}])/g, '$1$2');
    return [...texts, spaced].map((body) => ['as it was before a parser read it and it was written anew', body, 'body-parsed']);
  } catch {
    return [];
  }
}

/** Says why nothing covers a body. */
export function explainUnsigned({ headers, body = '' }: SignedRequest, isUrlSigned: boolean): Statement {
  const contentType = quote(readHeader(headers, 'content-type') ?? '');
  const signed = isUrlSigned ? 'The URL alone is signed' : 'Not even the URL is signed as it is given';
  if (!isRaw(body)) {
    return {
      cause: 'body-parsed',
      message: `The body of Content-Type ${contentType} was parsed already, and the URL has no bodySHA256. ${signed}.`,
    };
  }
  return {
    cause: 'body-not-signed',
    message: `The body of Content-Type ${contentType} is no form, and the URL has no bodySHA256. ${signed}.`,
  };
}
