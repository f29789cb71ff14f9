import type { Family } from './catalogue.js';

/**
 * Besides a webhook: the `url` of a dialled `<Number>`, `<Sip>` or `<Client>`; the `waitUrl` of a `<Conference>` or an `<Enqueue>`; the
 * `url` of a `<Queue>`; nothing, where the document itself is given to the REST API; a call under way that is sent elsewhere; and a status
 * callback, whose answer is not read.
 */
export const CONTEXTS = [
  'response',
  'dial-url',
  'conference-wait-url',
  'enqueue-wait-url',
  'queue-url',
  'inline',
  'live-call',
  'status-callback',
] as const;

/** What fetches a document. */
export type LintContext = (typeof CONTEXTS)[number];

/** What is known of the place that a document or an answer goes to. */
export interface LintSituation {
  /** What the document answers. @default what its verbs belong to */
  readonly document?: Family | undefined;
  /**
   * What fetches the document: a webhook (`response`), the `url` of a noun of `<Dial>` (`dial-url`) or of a `<Queue>` (`queue-url`), the
   * `waitUrl` of a conference or queue, the REST API's `twiml` parameter (`inline`), or a call under way that is redirected to it
   * (`live-call`). To `lintReply`, `status-callback` says that Twilio only reports and reads no document. Without it, the rules of these
   * places do not apply.
   */
  readonly context?: LintContext | undefined;
  /**
   * How bad an element or attribute is that ringback's tables do not know and that looks like nothing they know: `info` suits a Twilio that
   * is newer than they are. Misspelt and misplaced names stay warnings.
   *
   * @default "warning"
   */
  readonly unknown?: 'info' | 'warning' | undefined;
}
