import type { FormParameters } from '../request/forms.js';
import { readHeader } from '../request/headers.js';
import { splitUrl } from '../request/urls.js';
import type { Aborter } from './deadline.js';
import type { IncomingRequest } from './incoming.js';
import type { VerifiedRequest } from './verified.js';

/** What a handler learns of a request beside its payload. `Platform` is what the runtime or framework passes beside the request. */
export interface WebhookContext<Platform extends readonly unknown[] = readonly unknown[]> {
  /** The request. Its body is spent. */
  readonly request: Request;
  /** The URL that Twilio called and that the signature covers. */
  readonly url: string;
  /** The query of that URL: the state that you put there, as in `action="/menu?level=2"`. */
  readonly query: URLSearchParams;
  /** The parameters exactly as they came; empty where the body is JSON. */
  readonly parameters: FormParameters;
  /** The kind of the webhook, such as `messaging.incoming`; `undefined` where nothing tells. */
  readonly kind: string | undefined;
  /** The account that sent it, where the request names one. */
  readonly accountSid: string | undefined;
  /** The same for all retries of one webhook, where Twilio sends it. */
  readonly idempotencyToken: string | undefined;
  /** Aborts when the deadline has passed: hand it to `fetch` and to whatever else can be stopped. */
  readonly signal: AbortSignal;
  /**
   * What the runtime or framework passed beside the request: `env` and `ctx` of Workers, the `params` of Next, the request and response of
   * Express, whose `params` hold the parameters of the path.
   */
  readonly platform: Platform;
}

/** Makes the context. What is dear, the request, the query and the signal, is made when it is asked for. */
export function makeContext(
  incoming: IncomingRequest,
  verified: VerifiedRequest | undefined,
  kind: string | undefined,
  aborter: Aborter,
): WebhookContext {
  const url = verified?.url ?? incoming.url;
  let query: URLSearchParams | undefined;
  return {
    get request() {
      return incoming.request;
    },
    get query() {
      query ??= readQuery(url, verified);
      return query;
    },
    get signal() {
      return aborter.signal;
    },
    url,
    parameters: verified?.parameters ?? {},
    kind,
    accountSid: verified?.accountSid,
    idempotencyToken: readIdempotencyToken(incoming),
    platform: incoming.platform,
  };
}

/** The query of the URL that was called; where it cannot be told from the body, all parameters. */
export function readQuery(url: string, verified: Pick<VerifiedRequest, 'query'> | undefined): URLSearchParams {
  return verified?.query ?? new URLSearchParams(splitUrl(url)?.query);
}

/** The header that all retries of one webhook share. */
export function readIdempotencyToken({ headers }: IncomingRequest): string | undefined {
  return readHeader(headers, 'i-twilio-idempotency-token');
}
