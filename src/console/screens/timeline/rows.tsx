import type { JSX } from 'preact';
import { Badge } from '../../parts/badge.js';
import { ENTRY_ICONS } from '../../parts/entry-icons.js';
import { formatMs, formatShortTime, formatTime, plural } from '../../parts/format.js';
import { Icon } from '../../parts/icon.js';
import type { Entry, Group } from '../../state/entry.js';
import { foldedGroups, isGrouped, type Row } from '../../state/filter.js';
import { toneOfCall } from '../../state/fold.js';
import { nameOf } from '../../state/names.js';

/** In pixels; the style has the same. */
export const ROW_HEIGHT = 32;

/** The id of a row in the page, by which the list tells where the keyboard is. */
export function idOf(row: Row): string {
  return row.type === 'group' ? `group-${row.group.key.replaceAll(' ', '')}` : `entry-${row.entry.seq}`;
}

interface EntryRowProps {
  readonly entry: Entry;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
}

export function EntryRow({ entry, isCurrent, isOpen }: EntryRowProps): JSX.Element {
  const { seq, at, kind, title, detail, status, tone, durationMs, findings } = entry;
  const classes = ['row', `row-${kind}`, isCurrent && 'row-current', isOpen && 'row-open', isGrouped.value && 'row-grouped'];
  return (
    <div id={`entry-${seq}`} class={classes.filter(Boolean).join(' ')} role="option" tabIndex={-1} aria-selected={isCurrent}>
      <time class="row-time numeric">{formatTime(at)}</time>
      <span class={`row-icon row-icon-${kind}`}>
        <Icon name={ENTRY_ICONS[kind]} size={14} />
      </span>
      <span class="row-title clip mono">{title}</span>
      <span class="row-detail clip">{detail}</span>
      {findings.length > 0 && <Marks findings={findings} />}
      {isWaiting(entry) ? (
        <span class="row-waits">waits</span>
      ) : (
        status !== undefined && <span class={`row-status clip tone-${tone ?? 'plain'}`}>{status}</span>
      )}
      <span class="row-took numeric">{durationMs !== undefined && formatMs(durationMs)}</span>
    </div>
  );
}

/** Whether an answer is still to come. */
function isWaiting({ kind, status }: Entry): boolean {
  return (kind === 'webhook' || kind === 'callback') && status === undefined;
}

function Marks({ findings }: { readonly findings: Entry['findings'] }): JSX.Element {
  const worst = findings.some(({ severity }) => severity === 'error')
    ? 'bad'
    : findings.some(({ severity }) => severity === 'warning')
      ? 'warn'
      : 'note';
  return (
    <span class={`row-marks tone-${worst}`} title={findings.map(({ message }) => message).join('\n')}>
      <Icon name="alert" size={13} />
      <span class="unseen">{plural(findings.length, 'finding')}</span>
    </span>
  );
}

interface GroupRowProps {
  readonly group: Group;
  readonly shown: number;
  readonly isCurrent: boolean;
}

export function GroupRow({ group, shown, isCurrent }: GroupRowProps): JSX.Element {
  const { kind, from, to, status, startedAt, key } = group;
  const isFolded = foldedGroups.value.has(key);
  const findings = group.entries.reduce((sum, entry) => sum + entry.findings.length, 0);
  return (
    <div
      id={`group-${key.replaceAll(' ', '')}`}
      class={isCurrent ? 'row row-group row-current' : 'row row-group'}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
    >
      <span class={isFolded ? 'row-fold row-folded' : 'row-fold'}>
        <Icon name="down" size={12} />
        <span class="unseen">{isFolded ? 'Folded: ' : 'Group: '}</span>
      </span>
      <Icon name={kind === 'call' ? 'phone' : kind === 'conversation' ? 'message' : 'dot'} size={14} />
      <span class="row-group-title clip">
        {kind === 'other' ? (
          'Other'
        ) : (
          <>
            {nameOf(from)} <span class="quiet">{kind === 'call' ? '→' : '↔'}</span> {nameOf(to)}
          </>
        )}
      </span>
      {status !== undefined && <Badge tone={toneOfCall(status).tone}>{status}</Badge>}
      {findings > 0 && <Badge tone="warn">{plural(findings, 'finding')}</Badge>}
      <span class="row-group-count quiet">{plural(shown, 'event')}</span>
      <time class="quiet numeric">{formatShortTime(startedAt)}</time>
    </div>
  );
}
