import { RequestError } from '../errors.js';
import { toWebRequest } from '../node/incoming.js';
import { readParsed } from '../node/parsed.js';
import { bodyTooLarge } from '../request/body.js';
import { readLatin1 } from '../request/latin1.js';
import type { IncomingBody, IncomingRequest } from '../webhook/incoming.js';
import { isHttpApiEvent, type LambdaEvent, pickFilled } from './events.js';
import { findEventUrl } from './url.js';

const ADVICE = 'run the webhook without a body parser, such as httpJsonBodyParser of middy, before it.';

/** Takes an event of API Gateway, of a load balancer, of a function URL or of Netlify. */
export function fromLambdaEvent(event: LambdaEvent, platform: readonly unknown[]): IncomingRequest {
  return new LambdaIncoming(event, platform);
}

class LambdaIncoming implements IncomingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly platform: readonly unknown[];
  readonly #event: LambdaEvent;
  #request: Request | undefined;

  constructor(event: LambdaEvent, platform: readonly unknown[]) {
    this.headers = readHeaders(event);
    this.url = findEventUrl(event, this.headers);
    this.method = (isHttpApiEvent(event) ? event.requestContext.http.method : event.httpMethod).toUpperCase();
    this.platform = platform;
    this.#event = event;
  }

  get request(): Request {
    this.#request ??= toWebRequest(this.url, this.method, this.headers);
    return this.#request;
  }

  async readBody(maxBytes: number): Promise<IncomingBody> {
    // Middleware such as middy's may have put an object in place of the text.
    const { body }: { readonly body?: unknown } = this.#event;
    if (typeof body === 'object' && body !== null) return readParsed(this.headers, body, ADVICE);
    const bytes = readBytes(this.#event);
    if (bytes.length > maxBytes) throw bodyTooLarge(maxBytes);
    return bytes;
  }
}

function readHeaders(event: LambdaEvent): Record<string, string | readonly string[]> {
  const values = pickFilled('multiValueHeaders' in event ? event.multiValueHeaders : undefined, event.headers);
  const known = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), value] as const]));
  return Object.fromEntries(known);
}

function readBytes({ body, isBase64Encoded }: LambdaEvent): Uint8Array {
  if (isBase64Encoded !== true) return new TextEncoder().encode(body ?? '');
  try {
    return readLatin1(atob(body ?? ''));
  } catch (cause) {
    throw new RequestError('REQUEST_MALFORMED', 'The event says that its body is base64, but it is none.', { cause });
  }
}
