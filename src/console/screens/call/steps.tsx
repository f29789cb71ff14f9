import type { JSX } from 'preact';
import type { CallState } from '../../../emulator/control/protocol.js';
import { ENTRY_ICONS } from '../../parts/entry-icons.js';
import { formatMs, plural } from '../../parts/format.js';
import { Icon } from '../../parts/icon.js';
import type { Entry, Group } from '../../state/entry.js';
import { nameOf } from '../../state/names.js';
import { hrefOf } from '../../state/route.js';
import { Agent } from './agent.js';

/** So many steps are elements of the page; the timeline has all. */
const MOST_STEPS = 500;

interface StepsProps {
  /** Those of the call, and of the calls that are in a conference with it. */
  readonly groups: readonly Group[];
  readonly start: number;
  readonly legs: readonly CallState[];
}

/** What happened in a call, step by step. Callbacks, which nothing waits for, are left to the timeline. */
export function Steps({ groups, start, legs }: StepsProps): JSX.Element {
  const all = groups.flatMap(({ entries }) => entries.filter(({ kind }) => kind !== 'callback'));
  const entries = groups.length > 1 ? all.sort((one, other) => one.seq - other.seq) : all;
  const shown = entries.slice(-MOST_STEPS);
  return (
    <section class="steps-part">
      <h3>Steps</h3>
      {entries.length > shown.length && <p class="quiet">Earlier steps are in the timeline.</p>}
      <ol class="steps">
        {shown.map((entry) => (
          <Step key={entry.seq} entry={entry} start={start} who={legs.length > 1 ? whoOf(entry, legs) : undefined} />
        ))}
      </ol>
    </section>
  );
}

function Step({ entry, start, who }: { readonly entry: Entry; readonly start: number; readonly who: string | undefined }): JSX.Element {
  const { seq, at, kind, title, detail, status, tone, durationMs, findings, frames } = entry;
  return (
    <li class={`call-step call-step-${kind}`}>
      <time class="quiet numeric">+{formatMs(Math.max(0, at - start))}</time>
      <span class={`row-icon row-icon-${kind}`}>
        <Icon name={ENTRY_ICONS[kind]} size={13} />
      </span>
      <a class="call-step-title mono" href={hrefOf('timeline', String(seq))}>
        {title}
      </a>
      <span class="call-step-detail">
        {who !== undefined && <span class="quiet">{who} </span>}
        {isSpoken(entry) ? <q>{detail}</q> : detail}
        {findings.length > 0 && <span class="tone-warn"> {plural(findings.length, 'finding')}</span>}
      </span>
      <span class={`call-step-end numeric tone-${tone ?? 'plain'}`}>
        {status !== undefined && <span>{status}</span>}
        {durationMs !== undefined && <span class="quiet">{formatMs(durationMs)}</span>}
      </span>
      {frames !== undefined && <Agent frames={frames} />}
    </li>
  );
}

/** Whether its detail are the words of somebody. */
function isSpoken({ event }: Entry): boolean {
  return (event.type === 'heard' && event.heard.text !== undefined) || (event.type === 'input' && event.speech !== undefined);
}

/** Whose telephone a step is about. */
function whoOf({ event }: Entry, legs: readonly CallState[]): string | undefined {
  const leg = 'callSid' in event ? legs.find(({ sid }) => sid === event.callSid) : undefined;
  return leg?.phone === undefined ? undefined : nameOf(leg.phone);
}
