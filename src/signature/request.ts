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
  /** `X-Twilio-Signature`, `X-Twilio-Webhooks-Signature-Settings` and `Content-Type` are read, in any case. */
  readonly headers: RequestHeaders;
  /** The raw body, as text or bytes; or the parameters of a form, when a framework has parsed it already. */
  readonly body?: string | Uint8Array | URLSearchParams | FormData | FormParameters | undefined;
}

/** The secrets of shared keys by the ids of the keys, or what finds the secret of an id; `undefined` for a key that is not known. */
export type SharedKeys = Readonly<Record<string, string>> | ((keyId: string) => string | undefined);

/** How a request is verified: by an auth token, by shared keys, or by either. */
export type SignatureOptions = AuthTokenOptions | SharedKeyOptions;

/** Verifies what an auth token signs, and what shared keys sign where there are some. */
export interface AuthTokenOptions {
  /** The auth token of the account that sent the request; several while a token is rotated or where several accounts may call. */
  readonly authToken: string | readonly string[];
  /**
   * The shared keys that Twilio may sign with. A request that names one (`X-Twilio-Webhooks-Signature-Settings`) is verified by that key's
   * secret and the algorithm of the header alone, never by the auth token. Several keys may be in use at once.
   */
  readonly sharedKeys?: SharedKeys | undefined;
}

/** Verifies what shared keys sign. What names none is refused where there is no auth token. */
export interface SharedKeyOptions {
  readonly authToken?: string | readonly string[] | undefined;
  /** The shared keys that Twilio may sign with, at least one. */
  readonly sharedKeys: SharedKeys;
}
