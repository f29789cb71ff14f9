import { hashBetween } from '../../fixtures/hash.js';
import { type ParameterValue, writeParameters } from '../../fixtures/parameters.js';
import { makeIdempotencyToken } from '../../fixtures/substitute.js';
import { disturb } from './disturb.js';
import type { StoryOptions } from './options.js';
import { type AnyStep, makeStep } from './step.js';

/** Where a story is told: a clock, and a list of what was sent so far. */
export interface Stage<Step extends AnyStep> {
  readonly seed: number;
  /** What time it is in the story. */
  now(): Date;
  /** Lets some seconds pass, and says how many milliseconds they were. */
  wait(leastSeconds: number, mostSeconds: number): number;
  /** Sends a webhook. */
  send(name: string, schema: Step['schema'], parameters: Readonly<Record<string, ParameterValue>>): void;
  /** The whole story, disturbed as the options say. */
  end(): readonly Step[];
}

const START: Date = /* @__PURE__ */ new Date('2026-01-05T12:00:00Z');

/** Opens the stage for one story. */
export function openStage<Step extends AnyStep>(title: string, options: StoryOptions): Stage<Step> {
  const { seed = 0, start = START } = options;
  const steps: AnyStep[] = [];
  let offsetMs = 0;
  let waits = 0;
  const now = () => new Date(start.getTime() + offsetMs);
  return {
    seed,
    now,
    wait(leastSeconds, mostSeconds) {
      waits += 1;
      const passedMs = hashBetween(leastSeconds * 1000, mostSeconds * 1000, `${title} wait ${waits}`, seed);
      offsetMs += passedMs;
      return passedMs;
    },
    send(name, schema, parameters) {
      const index = steps.length;
      const idempotencyToken = makeIdempotencyToken(`${title} ${index}`, seed);
      // Two webhooks are never sent at once, so that the time alone tells the order.
      if (index > 0) offsetMs += hashBetween(20, 200, `${title} delay ${index}`, seed);
      steps.push(makeStep({ name, schema, parameters: writeParameters(parameters), index, at: now(), offsetMs, idempotencyToken }));
    },
    end: () => disturb(steps, title, options) as readonly Step[],
  };
}
