import type { RingbackError } from '../errors.js';
import { describeGiven } from '../request/describe-given.js';
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
  /** How long a body may take to come in, in milliseconds; a slower one is a 408. @default 10000 */
  readonly bodyTimeoutMs?: number | undefined;
}

/** How webhooks are answered. `Reply` is what the handler returns. */
export interface WebhookOptions<Reply = unknown> extends VerifyOptions {
  /**
   * The verification key of a webhook of SendGrid, which is signed by it and by no auth token: base64 that starts with `MFkw`, or PEM. It is
   * needed for the schemas of `ringback/payloads/sendgrid`, and is for no others. The largest body of those is 31 MiB by default.
   */
  readonly publicKey?: string | undefined;
  /**
   * How long the handler may take, in milliseconds from when the request came in; `Infinity` for as long as it likes. The body of a
   * `Response` belongs to it, except where a web server sends that as a stream.
   *
   * @default one second less than Twilio waits, which the schema knows
   */
  readonly deadlineMs?: number | undefined;
  /**
   * Makes the reply when the handler took too long. It has one second for it. Without it `HANDLER_TIMEOUT` goes to `onError`, and the
   * answer is that of `fallback`, or a 503.
   */
  readonly onDeadline?: ((context: WebhookContext) => Awaitable<Reply>) | undefined;
  /**
   * Makes the reply to a signed request that cannot be answered otherwise, so that a caller hears more than Twilio's own message: the handler
   * threw or took too long, the payload does not fit, or no handler is for its kind. It has a second beyond the deadline. A request whose
   * signature or account is not right never gets it, and neither do retries, which run the handler. `undefined` leaves the answer as it is
   * without.
   */
  readonly fallback?: ((error: unknown, context: WebhookContext) => Awaitable<Reply | void>) | undefined;
  /**
   * Hears of every request that was refused, and of those that were answered but look like another kind of webhook (`PAYLOAD_OTHER_KIND`).
   *
   * @default a line to `console.warn`, with the reason where that is not too dear
   */
  readonly onRejected?: ((error: RingbackError, request: Request) => void) | undefined;
  /**
   * Chooses the status of a refusal, from 400 to 599; `undefined` for the usual one.
   *
   * @default the `status` of the error
   */
  readonly rejectionStatus?: ((error: RingbackError) => number | undefined) | undefined;
  /**
   * Hears of everything that a handler throws, and may return a reply instead of the 500. It hears too of a missing auth token, of an
   * idempotency store that fails and of a missed deadline; what it returns then is not used.
   *
   * @default `console.error`; in an adapter of a framework that handles errors, the framework
   */
  readonly onError?: ((error: unknown, context: WebhookContext) => Awaitable<Reply | void>) | undefined;
  /** Tells Twilio's retries apart, so that a handler runs once for each webhook. It is no defence against a replay. */
  readonly idempotency?: IdempotencyStore | undefined;
  /**
   * What happens when the store fails, or does not answer within a second: `run` runs the handler without it, so that no call or message is
   * lost; `refuse` answers 503, so that nothing is done twice, such as charging a card.
   *
   * @default 'run'
   */
  readonly whenStoreFails?: 'run' | 'refuse' | undefined;
}

/**
 * Refuses options that can never work, when the webhook is made and not when Twilio calls.
 *
 * @throws TypeError
 */
export function checkOptions(options: WebhookOptions): void {
  if (typeof options !== 'object' || options === null)
    throw new TypeError(`The options must be an object, such as { authToken }, and not ${describeGiven(options)}`);
  const { authToken, sharedKeys, publicKey, accountSid, maxBodyBytes, bodyTimeoutMs, deadlineMs, whenStoreFails } = options;
  if (authToken !== undefined && typeof authToken !== 'function') readTokens(authToken);
  if (sharedKeys !== undefined && typeof sharedKeys !== 'function') checkSharedKeys(sharedKeys);
  if (publicKey === '')
    throw new TypeError('publicKey must be the verification key that SendGrid shows for the webhook, not an empty text');
  if (accountSid !== undefined && ![accountSid].flat().every((sid) => typeof sid === 'string' && sid !== ''))
    throw new TypeError('accountSid must be the SID of an account, such as AC0123456789abcdef0123456789abcdef, or a list of them');
  checkPublicUrl(options);
  for (const [name, value] of Object.entries({ maxBodyBytes, bodyTimeoutMs, deadlineMs })) {
    if (value !== undefined && !(value >= 0)) throw new TypeError(`${name} must be a number that is not negative`);
  }
  if (whenStoreFails !== undefined && whenStoreFails !== 'run' && whenStoreFails !== 'refuse')
    throw new TypeError("whenStoreFails must be 'run' or 'refuse'");
}
