import type { FormParameters } from '../request/forms.js';
import { readHeader } from '../request/headers.js';
import { splitUrl } from '../request/urls.js';
import type { Aborter } from './deadline.js';
import type { IncomingRequest } from './incoming.js';
import type { VerifiedRequest } from './verified.js';

/**
 * What a handler learns of a request beside its payload. `Platform` is what the runtime or framework passes beside the request. Hand it on or
 * destructure it: `request`, `query` and `signal` are getters of its class, which a spread leaves out.
 */
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
  return new LateContext(incoming, verified, kind, aborter);
}

/**
 * A class, since a getter in an object literal is a function of its own for each object. V8 keeps the pair that it stands in among what is old,
 * and the whole request with it, until it looks through all of memory.
 */
class LateContext implements WebhookContext {
  readonly url: string;
  readonly parameters: FormParameters;
  readonly kind: string | undefined;
  readonly accountSid: string | undefined;
  readonly idempotencyToken: string | undefined;
  readonly platform: readonly unknown[];
  readonly #incoming: IncomingRequest;
  readonly #verified: VerifiedRequest | undefined;
  readonly #aborter: Aborter;
  #query: URLSearchParams | undefined;

  constructor(incoming: IncomingRequest, verified: VerifiedRequest | undefined, kind: string | undefined, aborter: Aborter) {
    this.url = verified?.url ?? incoming.url;
    this.parameters = verified?.parameters ?? {};
    this.kind = kind;
    this.accountSid = verified?.accountSid;
    this.idempotencyToken = readIdempotencyToken(incoming);
    this.platform = incoming.platform;
    this.#incoming = incoming;
    this.#verified = verified;
    this.#aborter = aborter;
  }

  get request(): Request {
    return this.#incoming.request;
  }

  get query(): URLSearchParams {
    this.#query ??= readQuery(this.url, this.#verified);
    return this.#query;
  }

  get signal(): AbortSignal {
    return this.#aborter.signal;
  }
}

/** The query of the URL that was called; where it cannot be told from the body, all parameters. */
export function readQuery(url: string, verified: Pick<VerifiedRequest, 'query'> | undefined): URLSearchParams {
  return verified?.query ?? new URLSearchParams(splitUrl(url)?.query);
}

/** The header that all retries of one webhook share. */
export function readIdempotencyToken({ headers }: IncomingRequest): string | undefined {
  return readHeader(headers, 'i-twilio-idempotency-token');
}
