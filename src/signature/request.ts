import type { FormParameters } from '../request/forms.js';
import type { RequestHeaders } from '../request/headers.js';

/** A request as it came from Twilio, or is said to have come. */
export interface SignedRequest {
  /**
   * The public URL, with scheme and query, as text, exactly as Twilio was given it. Not the URL that a framework shows behind a proxy.
   */
  readonly url: string;
  /** @default POST with a body, GET without */
  readonly method?: string | undefined;
  /** `X-Twilio-Signature` and `Content-Type` are read, in any case. */
  readonly headers: RequestHeaders;
  /** The raw body, as text or bytes; or the parameters of a form, when a framework has parsed it already. */
  readonly body?: string | Uint8Array | URLSearchParams | FormParameters | undefined;
}

/** How a request is verified. */
export interface SignatureOptions {
  /** The auth token of the account that sent the request; several while a token is rotated or where several accounts may call. */
  readonly authToken: string | readonly string[];
}
