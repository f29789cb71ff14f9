import type { JSX } from 'preact';
import type { FaultState } from '../../../emulator/control/protocol.js';
import { Badge } from '../../parts/badge.js';
import { snapshot } from '../../state/snapshot.js';
import { send } from '../../wire/command.js';
import { Card } from './card.js';

type Drop = NonNullable<FaultState['app']>['drop'];

const STATUSES: readonly number[] = [400, 403, 404, 429, 500, 502, 503];

/** What goes wrong on purpose, to see what the application makes of it. */
export function Faults(): JSX.Element | null {
  const faults = snapshot.value?.faults;
  if (faults === undefined) return null;
  const set = (changed: FaultState) => void send({ do: 'faults', faults: { ...faults, ...changed } });
  const setApp = (changed: FaultState['app']) => set({ app: { ...faults.app, ...changed } });
  const { app = {}, sockets = {} } = faults;
  return (
    <Card title="Faults" hint="What goes wrong on purpose">
      {faults.isDecidedByCode === true && <Badge tone="note">a function of the configuration decides for requests</Badge>}
      <h3>Status callbacks</h3>
      <Share label="Come twice" value={faults.repeats} onChange={(repeats) => set({ repeats })} />
      <Share label="Overtake one another" value={faults.disorder} onChange={(disorder) => set({ disorder })} />
      <Share label="Get lost" value={faults.gaps} onChange={(gaps) => set({ gaps })} />
      <Ms label="Are late by up to" value={faults.delayMs} onChange={(delayMs) => set({ delayMs })} />
      <h3>Requests to the application</h3>
      <Ms label="Answers take longer by" value={app.delayMs} onChange={(delayMs) => setApp({ delayMs })} />
      <label class="fault">
        <span>Are answered with</span>
        <select
          class="input"
          value={String(app.status ?? '')}
          onChange={({ currentTarget: { value } }) => setApp({ status: value === '' ? undefined : Number(value) })}
        >
          <option value="">the application's own status</option>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {status}
            </option>
          ))}
        </select>
      </label>
      <label class="fault">
        <span>Connections</span>
        <select class="input" value={String(app.drop ?? '')} onChange={({ currentTarget: { value } }) => setApp({ drop: readDrop(value) })}>
          <option value="">hold</option>
          <option value="true">break off before the answer</option>
          <option value="refused">are refused</option>
        </select>
      </label>
      <h3>Sockets</h3>
      <Ms label="Messages are late by up to" value={sockets.jitterMs} onChange={(jitterMs) => set({ sockets: { ...sockets, jitterMs } })} />
      <Share label="Sound gets lost" value={sockets.loss} onChange={(loss) => set({ sockets: { ...sockets, loss } })} />
      <Share label="Messages are held up" value={sockets.stalls} onChange={(stalls) => set({ sockets: { ...sockets, stalls } })} />
    </Card>
  );
}

function readDrop(value: string): Drop {
  if (value === 'true') return true;
  return value === 'refused' ? value : undefined;
}

interface ShareProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
}

/** How likely something is. */
function Share({ label, value = 0, onChange }: ShareProps): JSX.Element {
  return (
    <label class="fault">
      <span>{label}</span>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={value * 100}
        onChange={({ currentTarget }) => onChange(Number(currentTarget.value) / 100)}
      />
      <output class={value > 0 ? 'numeric tone-warn' : 'numeric quiet'}>{Math.round(value * 100)} %</output>
    </label>
  );
}

/** A time in milliseconds. */
function Ms({ label, value = 0, onChange }: ShareProps): JSX.Element {
  return (
    <label class="fault">
      <span>{label}</span>
      <input
        class="input numeric"
        type="number"
        min={0}
        step={100}
        value={value}
        onChange={({ currentTarget }) => onChange(Math.max(0, Number(currentTarget.value)))}
      />
      <span class="quiet">ms</span>
    </label>
  );
}
