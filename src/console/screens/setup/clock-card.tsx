import type { JSX } from 'preact';
import { Badge } from '../../parts/badge.js';
import { Button } from '../../parts/button.js';
import { formatDay, formatTime } from '../../parts/format.js';
import { advance, runUntilIdle, togglePause } from '../../shell/clock-commands.js';
import { now } from '../../state/clock.js';
import { snapshot } from '../../state/snapshot.js';
import { Card } from './card.js';

const STEPS = ['10s', '1m', '1h', '24h'] as const;

/** The emulator's clock, which need not be that of this machine. */
export function ClockCard(): JSX.Element | null {
  const clock = snapshot.value?.clock;
  if (clock === undefined) return null;
  const { kind, isPaused } = clock;
  const canStep = kind !== 'real';
  return (
    <Card title="Clock" hint="Texts that are to be sent later, limits and time-outs go by it">
      <p class="big-clock numeric">
        {formatTime(now.value)} <span class="quiet">{formatDay(now.value).replace(/,? \d+:\d+$/, '')}</span>{' '}
        {isPaused && <Badge tone="warn">paused</Badge>}
      </p>
      <div class="button-row">
        {kind === 'steered' && (
          <Button icon={isPaused ? 'play' : 'pause'} keys="." onPress={togglePause}>
            {isPaused ? 'Go on' : 'Pause'}
          </Button>
        )}
        {canStep &&
          STEPS.map((step) => (
            <Button key={step} onPress={() => advance(step)}>
              +{step}
            </Button>
          ))}
        {canStep && (
          <Button icon="forward" keys=">" onPress={runUntilIdle}>
            Until nothing is due
          </Button>
        )}
      </div>
      {!canStep && <p class="quiet">This clock goes with that of the machine.</p>}
    </Card>
  );
}
