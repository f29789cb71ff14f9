import type { JSX } from 'preact';
import { snapshot } from '../../state/snapshot.js';
import { ClockCard } from './clock-card.js';
import { Environment } from './environment.js';
import { Faults } from './faults.js';
import { FirstSteps } from './first-steps.js';
import { Numbers } from './numbers.js';
import { OptOuts, Scheduled, Verifications } from './pending.js';
import { SessionCard } from './session-card.js';

/** What the emulator is set to, and what can be set. */
export function SetUpScreen(): JSX.Element {
  const setUp = snapshot.value?.setUp;
  const isNew = setUp?.webhook === undefined || setUp.reply === undefined;
  return (
    <div class="page scrolls">
      {isNew && <FirstSteps />}
      <div class="cards">
        <div class="cards-column">
          <Numbers />
          <Environment />
          <SessionCard />
        </div>
        <div class="cards-column">
          <ClockCard />
          <Faults />
          <Scheduled />
          <Verifications />
          <OptOuts />
        </div>
      </div>
    </div>
  );
}
