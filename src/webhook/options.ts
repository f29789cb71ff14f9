import type { RingbackError } from '../errors.js';
import { checkSharedKeys } from '../signature/keys.js';
import { readTokens } from '../signature/tokens.js';
import type { WebhookContext } from './context.js';
import type { IdempotencyStore } from './idempotency.js';
import { checkPublicUrl, type PublicUrlOptions } from './public-url.js';
import type { Awaitable } from './reply.js';

/** The auth token of an account; several while it is rotated. */
export type AuthToken = string | readonly string[];

/** How requests are verified and read. */
export interface VerifyOptions extends PublicUrlOptions {
  /**
   * The auth token of the account whose webhooks come in, several while it is rotated, or a function that looks it up by account.
   *
   * The function gets the request's `AccountSid` (`undefined` where there is none of the right form) before the signature is checked: it
   * is the sender's word. Return only tokens of accounts that may call this URL, and `undefined` for all others: they get a 403.
   *
   * @default the environment variable TWILIO_AUTH_TOKEN, read at the first request; it may be unset where there are `sharedKeys`
   */
  readonly authToken?: AuthToken | ((accountSid: string | undefined, request: Request) => Awaitable<AuthToken | undefined>) | undefined;
  /**
   * The secrets of the shared keys that Twilio signs with in place of the auth token, by the ids of the keys, or a function that looks one up.
   * A request that names a key (`X-Twilio-Webhooks-Signature-Settings`) is verified by that key's secret alone; one that names none, by the
   * auth token, which may be left out where every webhook is signed with a shared key.
   *
   * The function gets the key's id, and the request's `AccountSid` as `authToken` does, before the signature is checked: both are the
   * sender's word. Return only secrets of keys that may call this URL, and `undefined` for all others: they get a 403.
   */
  readonly sharedKeys?:
    | Readonly<Record<string, string>>
    | ((keyId: string, accountSid: string | undefined) => Awaitable<string | undefined>)
    | undefined;
  /** Refuses requests of all other accounts with a 403, though their signature be right. */
  readonly accountSid?: string | readonly string[] | undefined;
  /** The largest body that is read, in bytes; a larger one is a 413. @default 1048576 */
  readonly maxBodyBytes?: number | undefined;
}

/** How webhooks are answered. `Reply` is what the handler returns. */
export interface WebhookOptions<Reply = unknown> extends VerifyOptions {
  /**
   * The verification key of a webhook of SendGrid, which is signed by it and by no auth token: base64 that starts with `MFkw`, or PEM. It is
   * needed for the schemas of `ringback/payloads/sendgrid`, and is for no others. The largest body of those is 31 MiB by default.
   */
  readonly publicKey?: string | undefined;
  /**
   * How long the handler may take, in milliseconds from when the request came in; `Infinity` for as long as it likes.
   *
   * @default one second less than Twilio waits, which the schema knows
   */
  readonly deadlineMs?: number | undefined;
  /**
   * Makes the reply when the handler took too long. It has one second for it. Without it the answer is a 503, and `HANDLER_TIMEOUT` goes
   * to `onError`.
   */
  readonly onDeadline?: ((context: WebhookContext) => Awaitable<Reply>) | undefined;
  /** Hears of every request that was refused. @default a line to `console.warn`, with the reason where that is not too dear */
  readonly onRejected?: ((error: RingbackError, request: Request) => void) | undefined;
  /**
   * Hears of everything that a handler throws, and may return a reply instead of the 500. It hears too of a missing auth token, of an
   * idempotency store that fails and of a missed deadline; what it returns then is not used.
   *
   * @default `console.error`; in an adapter of a framework that handles errors, the framework
   */
  readonly onError?: ((error: unknown, context: WebhookContext) => Awaitable<Reply | void>) | undefined;
  /** Tells Twilio's retries apart, so that a handler runs once for each webhook. It is no defence against a replay. */
  readonly idempotency?: IdempotencyStore | undefined;
}

/**
 * Refuses options that can never work, when the webhook is made and not when Twilio calls.
 *
 * @throws TypeError
 */
export function checkOptions(options: WebhookOptions): void {
  const { authToken, sharedKeys, publicKey, maxBodyBytes, deadlineMs } = options;
  if (authToken !== undefined && typeof authToken !== 'function') readTokens(authToken);
  if (sharedKeys !== undefined && typeof sharedKeys !== 'function') checkSharedKeys(sharedKeys);
  if (publicKey === '')
    throw new TypeError('publicKey must be the verification key that SendGrid shows for the webhook, not an empty text');
  checkPublicUrl(options);
  for (const [name, value] of Object.entries({ maxBodyBytes, deadlineMs })) {
    if (value !== undefined && !(value >= 0)) throw new TypeError(`${name} must be a number that is not negative`);
  }
}
