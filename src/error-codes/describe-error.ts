import { areaOf, areas, type ErrorArea } from './areas.js';
import answers from './values/answers.json' with { type: 'json' };
import calls from './values/calls.json' with { type: 'json' };
import channels from './values/channels.json' with { type: 'json' };
import lines from './values/lines.json' with { type: 'json' };
import messages from './values/messages.json' with { type: 'json' };
import paymentsAndRelay from './values/payments-and-relay.json' with { type: 'json' };
import requests from './values/requests.json' with { type: 'json' };
import services from './values/services.json' with { type: 'json' };
import verbs from './values/verbs.json' with { type: 'json' };

/** What is known of one of Twilio's error codes. */
export interface ErrorDescription {
  readonly code: number;
  /** In a few words. */
  readonly title: string;
  /** How Twilio's debugger lists it. */
  readonly severity: 'error' | 'warning';
  readonly area: ErrorArea;
  /** What it means for the call, message or request. */
  readonly meaning: string;
  /** Why it happens. */
  readonly cause: string;
  /** What to do. */
  readonly remedy: string;
  /** Whether Twilio describes the code so, or cause and remedy follow from its name and from reports. */
  readonly certainty: 'documented' | 'inferred';
  /** Twilio's own page. */
  readonly url: string;
}

/** Severity, title, cause and remedy; a fifth where the last two are inferred. */
type Row = readonly string[];

const rows: Readonly<Record<string, Row>> = /* @__PURE__ */ (() => ({
  ...{ ...answers, ...verbs, ...calls, ...requests, ...messages, ...lines, ...services, ...channels, ...paymentsAndRelay },
}))();

/**
 * Tells what one of Twilio's error codes means, why it happens and what to do: of webhooks and their answers, TwiML, messages, calls,
 * streams and ConversationRelay.
 *
 * @example
 * ```ts
 * describeError(30034)?.remedy; // 'Register brand and campaign, and add the number.'
 * ```
 *
 * @param code - As a number or as text.
 * @returns `undefined` for a code that is not described; Twilio has more of them.
 */
export function describeError(code: number | string): ErrorDescription | undefined {
  const key = String(code).trim();
  const row = Object.hasOwn(rows, key) ? rows[key] : undefined;
  if (row === undefined) return undefined;
  const [severity = '', title = '', cause = '', remedy = '', inferred] = row;
  const area = areaOf(Number(key));
  const isWarning = severity === 'warning';
  return {
    ...{ code: Number(key), title, severity: isWarning ? 'warning' : 'error', area },
    ...{ meaning: areas[area][isWarning ? 'warning' : 'error'], cause, remedy },
    certainty: inferred === undefined ? 'documented' : 'inferred',
    url: `https://www.twilio.com/docs/api/errors/${key}`,
  };
}
