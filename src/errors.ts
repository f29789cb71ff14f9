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
  | 'SIGNATURE_MISSING'
  | 'SIGNATURE_MALFORMED'
  | 'SIGNATURE_MISMATCH'
  | 'SIGNATURE_BODY_MISMATCH'
  | 'SIGNATURE_BODY_UNSIGNED';

/** Why an account was refused. */
export type AccountErrorCode = 'ACCOUNT_UNKNOWN' | 'ACCOUNT_MISMATCH';

/** What a handler did wrong. */
export type HandlerErrorCode = 'HANDLER_TIMEOUT';

/** Why a request could not be read. */
export type RequestErrorCode =
  | 'REQUEST_BODY_TOO_LARGE'
  | 'REQUEST_BODY_PARSED'
  | 'REQUEST_BODY_CONSUMED'
  | 'REQUEST_CONTENT_TYPE'
  | 'REQUEST_METHOD'
  | 'REQUEST_MALFORMED';

/** Why parameters are no payload. */
export type PayloadErrorCode = 'PAYLOAD_INVALID' | 'PAYLOAD_UNKNOWN_KIND';

/** Why a text is no TwiML document. */
export type TwimlErrorCode = 'TWIML_MALFORMED';

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
  | 'wrong-scheme'
  | 'wrong-host'
  | 'wrong-port'
  | 'wrong-path'
  | 'trailing-slash'
  | 'query-changed'
  | 'url-encoding'
  | 'fragment'
  | 'parameter-changed'
  | 'parameter-missing'
  | 'parameter-added'
  | 'parameters-counted-twice'
  | 'duplicate-parameter-lost'
  | 'body-missing'
  | 'body-parsed'
  | 'body-changed'
  | 'body-not-signed'
  | 'wrong-token'
  | 'malformed-token'
  | 'signature-missing'
  | 'signature-malformed'
  | 'websocket-url'
  | 'shared-key'
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
 * Thrown when a request was not signed by the account whose auth token was given, or when what came is not what was signed. It says
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
    super(code, message, 400);
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
