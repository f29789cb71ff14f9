import { hash, hashBetween } from '../../fixtures/hash.js';
import type { StoryOptions } from './options.js';
import { type AnyStep, delayStep, repeatStep } from './step.js';

/** Delivers the steps of a story as a bad network would, as far as the options ask for it. */
export function disturb(steps: readonly AnyStep[], title: string, options: StoryOptions): readonly AnyStep[] {
  const { seed = 0, gaps = 0, repeats = 0, disorder = 0 } = options;
  const lost = pick(steps.filter(isCallback), gaps, `${title} gap`, seed);
  const left = steps.filter((step) => !lost.includes(step));
  // What is last cannot be overtaken.
  const late = pick(left.slice(0, -1).filter(isCallback), disorder, `${title} late`, seed);
  const punctual = left.filter((step) => !late.includes(step));
  const delivered = left.map((step) => (late.includes(step) ? overtake(step, punctual, title, seed) : step));
  const again = pick(delivered, repeats, `${title} repeat`, seed).map((step) => retry(step, left, title, seed));
  return [...delivered, ...again].sort((a, b) => a.offsetMs - b.offsetMs || a.index - b.index);
}

/** Whether Twilio goes on without the answer. */
function isCallback({ schema: { expects } }: AnyStep): boolean {
  return expects === 'nothing' || expects === 'status';
}

/** Some of the steps, always the same for one seed. */
function pick(steps: readonly AnyStep[], count: number, purpose: string, seed: number): readonly AnyStep[] {
  if (!Number.isInteger(count) || count < 0) throw new TypeError(`gaps, repeats and disorder are counts of webhooks, got ${count}`);
  const lots = steps.map((step) => ({ step, lot: hash(`${purpose} ${step.index}`, seed) }));
  return lots
    .sort((a, b) => a.lot - b.lot)
    .slice(0, count)
    .map(({ step }) => step);
}

/** Lets a callback come after one of the next three that are punctual. */
function overtake(step: AnyStep, punctual: readonly AnyStep[], title: string, seed: number): AnyStep {
  const followers = punctual.filter(({ index }) => index > step.index).slice(0, 3);
  const chosen = followers[hash(`${title} overtake ${step.index}`, seed) % followers.length] ?? step;
  return delayStep(step, chosen.offsetMs - step.offsetMs + 5);
}

/** Twilio waits for the answers that it needs, so that their retries come before anything else that such an answer brings about. */
function retry(step: AnyStep, steps: readonly AnyStep[], title: string, seed: number): AnyStep {
  const patienceMs = hashBetween(1_000, 15_000, `${title} patience ${step.index}`, seed);
  const next = steps.find(({ index }) => index > step.index);
  if (isCallback(step) || next === undefined) return repeatStep(step, patienceMs);
  return repeatStep(step, Math.min(patienceMs, Math.floor((next.offsetMs - step.offsetMs) / 2)));
}
