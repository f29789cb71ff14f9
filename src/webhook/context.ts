import type { FormParameters } from '../request/forms.js';

/** What a handler learns of a request beside its payload. */
export interface WebhookContext {
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
  /** What the runtime passed beside the request: `env` and `ctx` of Workers, the `params` of Next, `req` and `res` of Node. */
  readonly platform: readonly unknown[];
}
