import { Chance } from '../emulator/sids.js';
import type { LoadPlan, Share } from './plan.js';

/** Somebody who is to arrive. */
export interface Arrival {
  /** Counts from 0, over all threads. */
  readonly number: number;
  /** When, in milliseconds from the start. */
  readonly dueMs: number;
}

/** How finely chance is cut. */
const GRAIN = 2 ** 30;

/**
 * Lists who arrives when, by absolute times: whatever the application does, nobody arrives later for it. That is what keeps a slow answer from
 * hiding those that would have come after it.
 */
export function* listArrivals(plan: LoadPlan, { index, count }: Share): Generator<Arrival> {
  const chance = new Chance(`arrivals ${plan.seed}`);
  let position = 0;
  for (let number = 0; number < plan.mostStories; number += 1) {
    const dueMs = timeOf(position, plan);
    if (dueMs >= plan.durationMs) return;
    if (number % count === index) yield { number, dueMs };
    // The gaps of a Poisson process are exponential; the ramp bends them like the even ones.
    position += plan.isRandom ? -Math.log(chance.between(1, GRAIN, 'gap') / GRAIN) : 1;
  }
}

/** When so many have arrived. While the rate rises evenly from nothing, their number grows with the square of time. */
function timeOf(position: number, { perSecond, rampMs }: LoadPlan): number {
  const rate = perSecond / 1000;
  const duringRamp = (rate * rampMs) / 2;
  if (position < duringRamp) return Math.sqrt((2 * position * rampMs) / rate);
  return rampMs + (position - duringRamp) / rate;
}
