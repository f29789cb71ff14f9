import { type RingbackError, type SignatureCause, SignatureError, type SignatureExplanation } from '../errors.js';
import { splitUrl } from '../request/urls.js';
import { pageUrl } from '../site.js';

/** What is limited is so within this time. */
const WINDOW_MS = 10_000;
/** Explanations cost up to 50 ms, so that a flood of bad requests gets few. */
const MAX_EXPLAINED = 5;
/** Anybody can cause a line. */
const MAX_LINES = 50;

/** What was said within the window. */
interface Window {
  readonly since: number;
  lines: number;
  /** What was explained, by the error and the URL without its query. */
  readonly explained: Map<string, { readonly at: number; readonly cause: SignatureCause | undefined }>;
}

/**
 * Makes the log of refused requests: a line each to `console.warn`, which has the reason, or says which of the lines before has one for the
 * same URL. In a flood lines and explanations are limited, and what is left out is counted.
 */
// @__NO_SIDE_EFFECTS__
export function makeRejectionLog(): (error: RingbackError, url: string) => void {
  let current: Window = { since: Number.NEGATIVE_INFINITY, lines: 0, explained: new Map() };
  return (error, url) => {
    const now = Date.now();
    if (now - current.since > WINDOW_MS) {
      const left = current.lines - MAX_LINES;
      if (left > 0) console.warn(`ringback refused ${left} more requests than were listed before.`);
      current = { since: now, lines: 0, explained: new Map() };
    }
    current.lines += 1;
    if (current.lines > MAX_LINES) return;
    const more =
      error instanceof SignatureError ? findReason(error, url, current, now) : ` More: ${pageUrl(`reference/errors/${error.code}`)}`;
    console.warn(`${headline(error)}${more}`);
    if (current.lines === MAX_LINES) console.warn(`ringback lists no more refused requests for ${WINDOW_MS / 1000} s, and counts them.`);
  };
}

function headline({ code, status, message }: RingbackError): string {
  if (code === 'PAYLOAD_OTHER_KIND') return `ringback answered a request that may have come to the wrong URL (${code}): ${message}`;
  return `ringback refused a request (${status}, ${code}): ${message}`;
}

/** The reason, or where there is one. Nothing is said of a request that was not looked into. */
function findReason(error: SignatureError, url: string, { explained }: Window, now: number): string {
  const { host = '', path = url } = splitUrl(url) ?? {};
  const key = `${error.code} ${host}${path}`;
  const earlier = explained.get(key);
  if (earlier !== undefined) {
    const seconds = ((now - earlier.at) / 1000).toFixed(1);
    return ` Not looked into: one for the same URL was refused ${seconds} s ago, with the reason ${earlier.cause ?? 'unknown'}.`;
  }
  if (explained.size >= MAX_EXPLAINED) return ` Not looked into: ${MAX_EXPLAINED} others were explained within ${WINDOW_MS / 1000} s.`;
  const { explanation } = error;
  explained.set(key, { at: now, cause: explanation.cause });
  return writeReason(error.message, explanation);
}

/** The message of an explanation often begins with that of the error. */
function writeReason(said: string, { message, suggestion = '' }: SignatureExplanation): string {
  const more = message.startsWith(said) ? message.slice(said.length) : ` ${message}`;
  return `${more} ${suggestion}`.trimEnd();
}
