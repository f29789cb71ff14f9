import type { JSX } from 'preact';
import { formatMs, formatTime } from '../../parts/format.js';
import type { Entry } from '../../state/entry.js';
import { telephoneOf } from '../../state/names.js';
import { hrefOf } from '../../state/route.js';
import { timeline } from '../../state/timeline.js';

const MOST = 40;

const KINDS: readonly string[] = ['webhook', 'callback', 'rest'];

/** The last webhooks and REST calls of a telephone. */
export function Activity({ address }: { readonly address: string }): JSX.Element {
  timeline.version.value;
  const entries: Entry[] = [];
  for (let index = timeline.entries.length - 1; index >= 0 && entries.length < MOST; index -= 1) {
    const entry = timeline.entries[index];
    if (
      entry !== undefined &&
      KINDS.includes(entry.kind) &&
      [entry.group.from, entry.group.to].some((side) => telephoneOf(side) === address)
    )
      entries.push(entry);
  }
  return (
    <aside class="activity scrolls" aria-label="Webhooks of this phone" tabIndex={0}>
      <header class="list-head">
        <h2>Webhooks</h2>
      </header>
      {entries.length === 0 && <p class="list-note">What your application is asked and told for this phone appears here.</p>}
      <ol>
        {entries.map(({ seq, at, title, detail, status, tone, durationMs, findings }) => (
          <li key={seq}>
            <a class="activity-row" href={hrefOf('timeline', String(seq))}>
              <span class="activity-title clip mono">{title}</span>
              <span class={`tone-${tone ?? 'plain'} numeric`}>{status ?? '…'}</span>
              <span class="activity-detail clip quiet mono">{detail}</span>
              <span class="quiet numeric">{durationMs === undefined ? formatTime(at) : formatMs(durationMs)}</span>
              {findings.length > 0 && <span class="unseen">has findings</span>}
            </a>
          </li>
        ))}
      </ol>
    </aside>
  );
}
