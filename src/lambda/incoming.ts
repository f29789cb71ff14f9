import { RequestError } from '../errors.js';
import { toWebRequest } from '../node/incoming.js';
import { bodyTooLarge } from '../webhook/body.js';
import type { IncomingRequest } from '../webhook/incoming.js';
import { isHttpApiEvent, type LambdaEvent, type MultiValues, type Values } from './events.js';
import { findEventUrl } from './url.js';

/** Takes an event of API Gateway, of a load balancer or of a function URL. */
export function fromLambdaEvent(event: LambdaEvent, platform: readonly unknown[]): IncomingRequest {
  const headers = readHeaders(event);
  const url = findEventUrl(event, headers);
  const method = (isHttpApiEvent(event) ? event.requestContext.http.method : event.httpMethod).toUpperCase();
  let webRequest: Request | undefined;
  return {
    method,
    url,
    headers,
    platform,
    get request() {
      webRequest ??= toWebRequest(url, method, headers);
      return webRequest;
    },
    async readBody(maxBytes) {
      const body = readBody(event);
      if (body.length > maxBytes) throw bodyTooLarge(maxBytes);
      return body;
    },
  };
}

function readHeaders(event: LambdaEvent): Record<string, string | readonly string[]> {
  const several: MultiValues | Values = ('multiValueHeaders' in event ? event.multiValueHeaders : undefined) ?? event.headers;
  const known = Object.entries(several ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name.toLowerCase(), value] as const],
  );
  return Object.fromEntries(known);
}

function readBody({ body, isBase64Encoded }: LambdaEvent): Uint8Array {
  if (isBase64Encoded !== true) return new TextEncoder().encode(body ?? '');
  try {
    return Uint8Array.from(atob(body ?? ''), (character) => character.charCodeAt(0));
  } catch (cause) {
    throw new RequestError('REQUEST_MALFORMED', 'The event says that its body is base64, but it is none.', { cause });
  }
}
