import type { JSX } from 'preact';
import type { CallState } from '../../../emulator/control/protocol.js';
import { Badge } from '../../parts/badge.js';
import { formatClock, formatMs } from '../../parts/format.js';
import { now } from '../../state/clock.js';
import type { Entry, Group } from '../../state/entry.js';
import { nameOf } from '../../state/names.js';

/** The shortest time that the lanes show: a call of no length is drawn too. */
const SHORTEST_MS = 1000;

/** How many times are written at the axis. */
const TICKS = 4;

interface LanesProps {
  readonly legs: readonly CallState[];
  readonly groups: readonly Group[];
}

interface Scale {
  readonly start: number;
  readonly length: number;
}

/** The legs of a call, one below the other on one axis of time, with the verbs that ran in each. */
export function Lanes({ legs, groups }: LanesProps): JSX.Element {
  const start = Math.min(...legs.map(({ createdAt }) => createdAt));
  const end = Math.max(...legs.map(({ endedAt }) => endedAt ?? now.value));
  const scale = { start, length: Math.max(SHORTEST_MS, end - start) };
  const verbs = groups.flatMap(({ entries }) => entries.filter(({ event }) => event.type === 'verb'));
  return (
    <section class="lanes" aria-label="Legs">
      <div class="lane lane-axis" aria-hidden="true">
        <span />
        <div class="lane-track">
          {Array.from({ length: TICKS + 1 }, (_, index) => (
            <span key={index} class="tick numeric" style={{ left: `${(index / TICKS) * 100}%` }}>
              {scale.length < 10_000 ? formatMs((scale.length * index) / TICKS) : formatClock((scale.length * index) / TICKS)}
            </span>
          ))}
        </div>
      </div>
      {legs.map((leg) => (
        <Lane
          key={leg.sid}
          leg={leg}
          scale={scale}
          verbs={verbs.filter(({ event }) => event.type === 'verb' && event.callSid === leg.sid)}
        />
      ))}
    </section>
  );
}

interface LaneProps {
  readonly leg: CallState;
  readonly scale: Scale;
  readonly verbs: readonly Entry[];
}

function Lane({ leg, scale, verbs }: LaneProps): JSX.Element {
  const { createdAt, answeredAt, direction, from, to, status, conference, queue, phone } = leg;
  const endedAt = leg.endedAt ?? now.value;
  const answered = answeredAt ?? endedAt;
  return (
    <div class="lane">
      <p class="lane-name">
        <span class="clip">{nameOf(phone ?? (direction === 'inbound' ? from : to))}</span>
        <span class="quiet clip">
          {direction === 'inbound' ? 'calls in' : direction === 'outbound-api' ? 'called by REST' : 'dialled'}
          {conference !== undefined && `, ${conference}`}
          {queue !== undefined && `, queue ${queue}`}
        </span>
      </p>
      <div class="lane-track">
        <div class="bar bar-rings" style={place(createdAt, answered, scale)} title={`Rings ${formatMs(answered - createdAt)}`} />
        {answeredAt !== undefined && (
          <div class="bar bar-talks" style={place(answeredAt, endedAt, scale)} title={`Talks ${formatClock(endedAt - answeredAt)}`} />
        )}
        {verbs.map(({ seq, at, title, durationMs }) => (
          <div
            key={seq}
            class="bar bar-verb"
            style={place(at, durationMs === undefined ? endedAt : at + durationMs, scale)}
            title={`${title} ${durationMs === undefined ? '' : formatMs(durationMs)}`}
          >
            <span>{title.slice(1, -1)}</span>
          </div>
        ))}
        {answeredAt === undefined && leg.endedAt !== undefined && (
          <span class="lane-status">
            <Badge tone="warn">{status}</Badge>
          </span>
        )}
      </div>
    </div>
  );
}

function place(from: number, to: number, { start, length }: Scale): { readonly left: string; readonly width: string } {
  const left = Math.max(0, Math.min(100, ((from - start) / length) * 100));
  return { left: `${left}%`, width: `${Math.max(0, Math.min(100 - left, ((to - from) / length) * 100))}%` };
}
