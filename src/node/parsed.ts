import { RequestError } from '../errors.js';
import { isFormType } from '../request/content.js';
import type { FormParameters } from '../request/forms.js';
import { type RequestHeaders, readHeader } from '../request/headers.js';

/**
 * Reads a body that a parser has turned into an object. A parsed form still holds all that was signed, as long as its values are text. Of
 * parsed JSON the signed bytes are gone.
 *
 * @param advice - What to change in the framework at hand, for the error.
 */
export function readParsed(headers: RequestHeaders, body: object, advice: string): FormParameters {
  const isForm = isFormType(readHeader(headers, 'content-type') ?? '');
  if (isForm && Object.values(body).every(isText)) return body as FormParameters;
  if (isEmpty(headers, body)) return {};
  throw new RequestError(
    'REQUEST_BODY_PARSED',
    `A body parser has turned the ${isForm ? 'form into nested objects' : 'body into an object'}, and the bytes that were signed are gone. ` +
      `Give the webhook the raw body: ${advice}`,
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}

/** Parsers make up an empty object where there was no body. */
function isEmpty(headers: RequestHeaders, body: object): boolean {
  const hasBody = readHeader(headers, 'transfer-encoding') !== undefined || Number(readHeader(headers, 'content-length') ?? 0) > 0;
  return !hasBody && Object.keys(body).length === 0;
}
