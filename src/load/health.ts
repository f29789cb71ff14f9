import { performance, type RecordableHistogram } from 'node:perf_hooks';
import type { PacingReport } from '../emulator/sockets/pacing.js';
import { addLatencies, makeLatencies, recordMs } from './latencies.js';

/** How the thread that makes the load was itself: whoever is late makes others look late. */
export interface Health {
  /** How late people arrived and acted. */
  readonly lateness: RecordableHistogram;
  /** How late the thread was for anything, looked at fifty times a second. */
  readonly loop: RecordableHistogram;
  /** Which part of the time the busiest thread was busy, from 0 to 1. */
  readonly utilization: number;
  /** How punctual the sound of media streams was. */
  readonly sound: Pick<PacingReport, 'frames' | 'p95' | 'reliable'>;
}

const TICK_MS = 20;

/** Looks at a thread while it makes load, once the warm-up is over. */
export class HealthWatch {
  readonly #from: number;
  readonly #lateness = makeLatencies();
  readonly #loop = makeLatencies();
  readonly #before = performance.eventLoopUtilization();
  #due = performance.now() + TICK_MS;
  #timer: ReturnType<typeof setTimeout>;

  /** @param from - When the warm-up is over, by `performance.now()`. */
  constructor(from: number) {
    this.#from = from;
    this.#timer = setTimeout(() => this.#tick(), TICK_MS);
  }

  /** Somebody has arrived or acted who was due at a certain time. @returns How late it became, in milliseconds. */
  act(dueAt: number): number {
    const ms = Math.max(0, performance.now() - dueAt);
    if (dueAt >= this.#from) recordMs(this.#lateness, ms);
    return ms;
  }

  /** Ends it. @returns What was seen. */
  stop(sound: Health['sound']): Health {
    clearTimeout(this.#timer);
    this.#look();
    const { utilization } = performance.eventLoopUtilization(this.#before);
    return { lateness: this.#lateness, loop: this.#loop, utilization, sound };
  }

  #tick(): void {
    this.#look();
    this.#timer = setTimeout(() => this.#tick(), Math.max(0, this.#due - performance.now()));
  }

  /** A thread that stood still for a second has missed fifty looks, and each of them counts. */
  #look(): void {
    for (const now = performance.now(); this.#due <= now; this.#due += TICK_MS) {
      if (this.#due >= this.#from) recordMs(this.#loop, now - this.#due);
    }
  }
}

/** Joins what several threads have seen. */
export function joinHealth(parts: readonly Health[]): Health {
  const [lateness, loop] = [makeLatencies(), makeLatencies()];
  for (const part of parts) {
    addLatencies(lateness, part.lateness);
    addLatencies(loop, part.loop);
  }
  return {
    lateness,
    loop,
    utilization: Math.max(0, ...parts.map(({ utilization }) => utilization)),
    sound: {
      frames: parts.reduce((sum, { sound }) => sum + sound.frames, 0),
      p95: Math.max(0, ...parts.map(({ sound }) => sound.p95)),
      reliable: parts.every(({ sound }) => sound.reliable),
    },
  };
}
