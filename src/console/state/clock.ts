import { computed, signal } from '@preact/signals';
import { snapshot } from './snapshot.js';

/** How often what counts seconds is shown anew. */
const TICK_MS = 500;

const tick = signal(Date.now());

setInterval(() => {
  if (document.visibilityState === 'visible') tick.value = Date.now();
}, TICK_MS);

/** When the state was fetched, by this machine's clock. */
const fetchedAt = computed(() => (snapshot.value === undefined ? 0 : Date.now()));

/** The time of the emulator's clock, moving on between two states where that clock moves by itself. */
export const now = computed(() => {
  const clock = snapshot.value?.clock;
  if (clock === undefined) return tick.value;
  const moves = !clock.isPaused && (clock.kind === 'real' || clock.kind === 'steered');
  return moves ? clock.now + Math.max(0, tick.value - fetchedAt.value) : clock.now;
});
