import type { JSX } from 'preact';
import type { WebhookDetail } from '../../../emulator/control/protocol.js';
import { formatMs } from '../../parts/format.js';

/** Above this share of the time that Twilio gives, an answer is close to being too late. */
const CLOSE = 0.5;

/** How long the answer took, of the time that there is. */
export function Deadline({ detail: { durationMs, limitMs } }: { readonly detail: WebhookDetail }): JSX.Element | null {
  if (durationMs === undefined) return null;
  const share = Math.min(1, durationMs / limitMs);
  const look = share >= 1 ? 'bad' : share >= CLOSE ? 'warn' : 'good';
  return (
    <div class="deadline">
      <div
        class={`deadline-bar deadline-${look}`}
        role="meter"
        aria-label="Time of the answer"
        aria-valuemin={0}
        aria-valuemax={limitMs}
        aria-valuenow={durationMs}
        aria-valuetext={`${formatMs(durationMs)} of ${formatMs(limitMs)}`}
      >
        <div class="deadline-used" style={{ width: `${Math.max(1, share * 100)}%` }} />
      </div>
      <p class="quiet numeric">
        {formatMs(durationMs)} of {formatMs(limitMs)}
      </p>
    </div>
  );
}
