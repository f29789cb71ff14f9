/**
 * What goes wrong on the wire. Misuse by the program is a `TypeError`, never one of these.
 *
 * `code` is the contract: it works across the ESM and CommonJS copies of this package, where `instanceof` does not. No message holds an
 * auth token, a signature that would have been right, or the value of a parameter.
 */

/** Every `code` of a {@link RingbackError}. */
export type RingbackErrorCode =
  | SignatureErrorCode
  | AccountErrorCode
  | HandlerErrorCode
  | RequestErrorCode
  | PayloadErrorCode
  | TwimlErrorCode;

/** Why a signature was refused. */
export type SignatureErrorCode =
  /** There is no `X-Twilio-Signature` header. Answer 403; if Twilio sent the request, look for a proxy that removes the header. */
  | 'SIGNATURE_MISSING'
  /**
   * The request names a shared key or an algorithm (`X-Twilio-Webhooks-Signature-Settings`) that is not known here, or names no key where
   * shared keys alone are known. Give the key in `sharedKeys`, or the auth token.
   */
  | 'SIGNATURE_KEY_UNKNOWN'
  /** The `X-Twilio-Signature` header is not the base64 of 20 bytes, or of 32 where a shared key signs by SHA-256. Pass the header as it came, once. */
  | 'SIGNATURE_MALFORMED'
  /** URL, body and auth token or shared key do not fit the signature. Log `explanation`: it looks for the reason. */
  | 'SIGNATURE_MISMATCH'
  /** The URL is signed, and the body is not the one that it carries the hash of. Pass the raw bytes, before any parser. */
  | 'SIGNATURE_BODY_MISMATCH'
  /**
   * The body is no form and the URL has no `bodySHA256`, so that no signature covers the body. Pass the whole URL, and the `Content-Type`
   * that came.
   */
  | 'SIGNATURE_BODY_UNSIGNED'
  /** The request of SendGrid's event webhook is rightly signed, but older than `maxAgeSeconds`. Refuse it, or look at this machine's clock. */
  | 'SIGNATURE_EXPIRED';

/** Why an account was refused. */
export type AccountErrorCode =
  /**
   * The function that finds auth tokens knows none for the account of the request, or the request names no single account. Let it know the
   * accounts that may call this URL.
   */
  | 'ACCOUNT_UNKNOWN'
  /** The request is signed by an account that the option `accountSid` does not list. Add the account, or leave the request refused. */
  | 'ACCOUNT_MISMATCH';

/** What a handler did wrong. */
export type HandlerErrorCode =
  /** The handler did not answer before its deadline. Answer first and work afterwards, or answer with something by `onDeadline`. */
  'HANDLER_TIMEOUT';

/** Why a request could not be read. */
export type RequestErrorCode =
  /** The body is larger than `maxBodyBytes`. Raise the option if this webhook's are, and look who sends them if they are not. */
  | 'REQUEST_BODY_TOO_LARGE'
  /**
   * The body did not come within `bodyTimeoutMs`. Twilio sends it at once: look who sends this, or raise the option where something in front
   * is slow.
   */
  | 'REQUEST_BODY_TIMEOUT'
  /** A parser ran before the webhook, and what it left can no longer be verified. Take it off this route, or have it keep the raw body. */
  | 'REQUEST_BODY_PARSED'
  /** The body was read before the webhook could read it. Let the webhook be the first to do so. */
  | 'REQUEST_BODY_CONSUMED'
  /** The `Content-Type` is one that this webhook does not come with. Look at who sends it: Twilio sends forms and JSON. */
  | 'REQUEST_CONTENT_TYPE'
  /** The HTTP method is one that this webhook does not come by. Look at the method that is configured at Twilio. */
  | 'REQUEST_METHOD'
  /**
   * The request breaks off, has no absolute URL, or its body is not what it says. It is no request of Twilio's, or was changed on the way.
   */
  | 'REQUEST_MALFORMED';

/** Why parameters are no payload. */
export type PayloadErrorCode =
  /**
   * The parameters are not those of the webhook that was expected. `issues` lists what does not fit: look whether the URL is that of
   * another webhook.
   */
  | 'PAYLOAD_INVALID'
  /**
   * No known webhook has these parameters, or the router has no handler for it. Look at the parameters, or add a handler with `otherwise`.
   */
  | 'PAYLOAD_UNKNOWN_KIND'
  /**
   * The payload was read and answered, but it looks like that of another kind. It is told to `onRejected`, although nothing is refused. Look
   * which URL at Twilio is set to this route.
   */
  | 'PAYLOAD_OTHER_KIND';

/** Why a text is no TwiML document. */
export type TwimlErrorCode =
  /** The text is no well-formed XML. `line` and `column` say where; `lintTwiml` says the same as a diagnostic. */
  'TWIML_MALFORMED';

/** Base of all errors that a request, a payload or a document can cause. */
export class RingbackError<Code extends RingbackErrorCode = RingbackErrorCode> extends Error {
  override readonly name: string = 'RingbackError';
  /** Tells failures apart; stable between releases. */
  readonly code: Code;
  /** The HTTP status that answers the request, such as 403. */
  readonly status: number;

  constructor(code: Code, message: string, status: number, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.status = status;
  }
}

/** What the difference between the given request and the signed one is. */
export type SignatureCause =
  /** Twilio signed `https` (or `wss`) and the given URL says `http`, or the reverse: TLS ends in front of the program. */
  | 'wrong-scheme'
  /** The host of the given URL is not the one that is configured at Twilio: a proxy or a tunnel shows its own. */
  | 'wrong-host'
  /** The port of the given URL is not the one that was signed. */
  | 'wrong-port'
  /** The path was cut or prefixed: by a router, a gateway's stage or a rewrite. */
  | 'wrong-path'
  /** The path was signed with a slash at its end and given without, or the reverse. */
  | 'trailing-slash'
  /** The query was left out, sorted, added to, or built anew from parsed parameters. */
  | 'query-changed'
  /** The URL was decoded, escaped or normalised: it is signed as text. */
  | 'url-encoding'
  /** What follows the number sign was signed, which Twilio does not do, or it came escaped. */
  | 'fragment'
  /** The value of a parameter is not what was sent. */
  | 'parameter-changed'
  /** Parameters that were signed are gone, most often empty ones. */
  | 'parameter-missing'
  /** There are parameters that were not signed. */
  | 'parameter-added'
  /** The parameters are in the query, which is signed, and were given as the body once more. */
  | 'parameters-counted-twice'
  /** A parameter came several times, and a parser kept one of its values or joined them. */
  | 'duplicate-parameter-lost'
  /** The body was empty when it was verified, and was not when it was signed. */
  | 'body-missing'
  /** A parser made an object of the body, and its bytes are gone. */
  | 'body-parsed'
  /** The bytes of the body are not those that were hashed or signed. */
  | 'body-changed'
  /** The body is no form, and the URL has no hash of it: nothing says whose it is. */
  | 'body-not-signed'
  /** Nothing that was tried fits the token, and the request names the account whose token it would be. */
  | 'wrong-token'
  /** The token is none: it has white space or quotes around it, or is an account SID, or the SID or secret of an API key. */
  | 'malformed-token'
  /** The request has no signature. */
  | 'signature-missing'
  /** The header of the signature is not the base64 of 20 bytes. */
  | 'signature-malformed'
  /** A WebSocket is signed by its `wss://` URL, without a query, and another was given. */
  | 'websocket-url'
  /** The request was signed with a shared key, or says so, and the key, its secret or its algorithm is not the one that is known. */
  | 'shared-key'
  /** The signature is right, and older than it may be. Twilio's own have no time in them: this is said of SendGrid's alone. */
  | 'signature-expired'
  /** Nothing that was tried fits, and nothing in the request tells more. */
  | 'unknown';

/** Why a request was refused, for a log. It is advice and never an acceptance, and holds neither a token nor an expected signature. */
export interface SignatureExplanation {
  /** Whether the request verifies as it is. */
  readonly valid: boolean;
  /** What is different; absent when the request is valid. */
  readonly cause?: SignatureCause;
  /** What was expected and what came, in one or two sentences. */
  readonly message: string;
  /** What to change, with the option or line for the common frameworks. */
  readonly suggestion?: string;
  /** Every spelling of the URL that was tried. */
  readonly triedUrls: readonly string[];
  /** The URL with which the signature is right, when one was found. */
  readonly matchedUrl?: string;
}

/**
 * Thrown when a request was not signed with the auth token or the shared key that was given, or when what came is not what was signed. It says
 * nothing about the payload: that was not looked at.
 */
export class SignatureError extends RingbackError<SignatureErrorCode> {
  override readonly name = 'SignatureError';
  #explain: (() => SignatureExplanation) | undefined;
  #explanation: SignatureExplanation | undefined;

  /** @param explain - Finds the reason when somebody asks for it: refusing hostile traffic stays cheap. */
  constructor(code: SignatureErrorCode, message: string, explain: () => SignatureExplanation) {
    super(code, message, 403);
    this.#explain = explain;
  }

  /** Why the request was refused. Computed when first read (up to 50 ms), so read it where you log, not where you answer. */
  get explanation(): SignatureExplanation {
    if (this.#explain !== undefined) {
      this.#explanation = this.#explain();
      this.#explain = undefined;
    }
    return this.#explanation as SignatureExplanation;
  }
}

/** Thrown when the request names an account that may not call this URL. The signature may well be right for that account. */
export class AccountError extends RingbackError<AccountErrorCode> {
  override readonly name = 'AccountError';

  constructor(code: AccountErrorCode, message: string) {
    super(code, message, 403);
  }
}

/** Thrown when a handler did not answer before its deadline. What a handler throws itself is never wrapped in this. */
export class HandlerError extends RingbackError<HandlerErrorCode> {
  override readonly name = 'HandlerError';

  constructor(code: HandlerErrorCode, message: string) {
    super(code, message, 503);
  }
}

const REQUEST_STATUS: Readonly<Record<RequestErrorCode, number>> = {
  REQUEST_BODY_TOO_LARGE: 413,
  REQUEST_BODY_TIMEOUT: 408,
  REQUEST_BODY_PARSED: 500,
  REQUEST_BODY_CONSUMED: 500,
  REQUEST_CONTENT_TYPE: 415,
  REQUEST_METHOD: 405,
  REQUEST_MALFORMED: 400,
};

/** Thrown when the raw request cannot be read: too large, of another content type, or already consumed by other code. */
export class RequestError extends RingbackError<RequestErrorCode> {
  override readonly name = 'RequestError';

  constructor(code: RequestErrorCode, message: string, options?: ErrorOptions) {
    super(code, message, REQUEST_STATUS[code], options);
  }
}

/** One thing that does not fit in a payload; zod's issues have this shape. */
export interface PayloadIssue {
  /** zod's code, such as `invalid_type`. */
  readonly code: string;
  /** Where it is: the parameter's name first. */
  readonly path: readonly PropertyKey[];
  /** What was expected. */
  readonly message: string;
}

/** Thrown when parameters do not make up the payload that was asked for, or any that is known. */
export class PayloadError extends RingbackError<PayloadErrorCode> {
  override readonly name = 'PayloadError';
  /** The kind of webhook that was expected, such as `messaging.incoming`; absent when none fits. */
  readonly kind: string | undefined;
  /** What does not fit; empty when no kind fits. */
  readonly issues: readonly PayloadIssue[];

  constructor(
    code: PayloadErrorCode,
    message: string,
    details: { readonly kind?: string; readonly issues?: readonly PayloadIssue[] } = {},
  ) {
    super(code, message, code === 'PAYLOAD_OTHER_KIND' ? 200 : 400);
    this.kind = details.kind;
    this.issues = details.issues ?? [];
  }
}

/** Thrown when a text is no well-formed TwiML document. Misuse of the builder is a `TypeError` instead. */
export class TwimlError extends RingbackError<TwimlErrorCode> {
  override readonly name = 'TwimlError';
  /** Line of the first fault, from 1. */
  readonly line: number;
  /** Column of the first fault in UTF-16 units, from 1. */
  readonly column: number;

  constructor(code: TwimlErrorCode, message: string, position: { readonly line: number; readonly column: number }) {
    super(code, message, 400);
    this.line = position.line;
    this.column = position.column;
  }
}
