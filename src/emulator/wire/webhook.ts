import type { PayloadOfKind, WebhookKind } from '../../payloads/index.js';
import type { Diagnostic, LintOptions } from '../../twiml/document/index.js';
import type { CookieJar } from './cookies.js';
import type { WireAnswer } from './transport.js';

export type Parameters = Readonly<Record<string, string>>;

/** A webhook that is to be sent. */
export interface Webhook {
  readonly kind: WebhookKind;
  /** Absolute; its fragment holds connection overrides. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly parameters: Parameters;
  /** What is sent instead when the application redirects by HTTP: what was entered is lost on the way. */
  readonly redirected?: () => { readonly kind: WebhookKind; readonly parameters: Parameters };
  /** How to look at the document that is due as an answer; absent where a status is enough. */
  readonly lint?: LintOptions;
  /** Whether the call has gone elsewhere meanwhile, so that nobody reads the document: then an answer without one is right. */
  readonly isMoot?: () => boolean;
  /** What Twilio's debugger reports when the answer to a callback is no success. */
  readonly callbackCode?: number;
  readonly callSid?: string;
  /** The message that it is about. */
  readonly messageSid?: string;
  /** Of one that comes again, that of the first. @default a new one */
  readonly idempotencyToken?: string;
  readonly jar?: CookieJar;
  /** The numbers of the events that led to it. */
  readonly causes?: readonly number[];
  /** The event of the webhook that it repeats. */
  readonly replayOf?: number | undefined;
}

/** What every attempt has to bring a webhook to the application. */
export interface AttemptBase {
  /** The number of its event. */
  readonly seq: number;
  readonly method: string;
  /** Where it went: with what a GET has in its query. */
  readonly url: string;
  readonly parameters: Parameters;
  readonly request: { readonly headers: Readonly<Record<string, string>>; readonly body: string };
  /** What came back; absent while it is under way, and where nothing came. */
  readonly response?: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string };
  /** Why nothing came back. */
  readonly failure?: string;
  /** What the linter says of the answer, of every severity. */
  readonly findings: readonly Diagnostic[];
  /** When it was sent, in milliseconds since the epoch. */
  readonly at: number;
  /** How long the answer took, in milliseconds of the clock. */
  readonly durationMs?: number;
  /** The number of the webhook that it repeats, where somebody had it sent again. */
  readonly replayOf?: number;
  /** @internal Where it was sent, without what a GET has in its query. */
  readonly target: string;
}

/** One attempt to bring a webhook to the application, as a test sees it. Its `kind` tells the type of its `payload`. */
export type WebhookAttempt = {
  readonly [Kind in WebhookKind]: AttemptBase & {
    readonly kind: Kind;
    /** The parameters as the schema of the kind reads them. */
    readonly payload: PayloadOfKind<Kind>;
  };
}[WebhookKind];

/** What whoever runs documents reads of the last attempt. */
export type LastAttempt = Pick<AttemptBase, 'seq' | 'method' | 'url' | 'findings'>;

/** What came of a webhook in the end: an answer, or why there is none. */
export type Outcome =
  | { readonly answer: WireAnswer; readonly url: string; readonly attempt: LastAttempt }
  | { readonly failure: WebhookFailure; readonly attempt?: LastAttempt };

/** Why a webhook came to nothing. */
export interface WebhookFailure {
  /** Twilio's number for it. */
  readonly code: number;
  readonly message: string;
}
