import type { Clock } from './clock/clock.js';
import type { EmulatorEvent, NewEvent } from './events.js';

/** Takes the oldest out of a list that is too long. @returns How many. */
export function trim(list: unknown[], keep: number): number {
  // A little more than asked for is kept, so that not every one that comes moves all others.
  return list.length > keep * 1.1 + 16 ? list.splice(0, list.length - keep).length : 0;
}

/** Keeps what happens, and tells whoever listens. */
export class Log {
  readonly events: EmulatorEvent[] = [];
  readonly #clock: Clock;
  readonly #keep: number;
  readonly #listeners = new Set<(event: EmulatorEvent) => void>();
  #seq = 0;

  /** @param keep - How many events to keep at most: the oldest go first. */
  constructor(clock: Clock, keep: number) {
    this.#clock = clock;
    this.#keep = keep;
  }

  /** Takes down an event. @returns Its number. */
  add(event: NewEvent): number {
    this.#seq += 1;
    const happened = { seq: this.#seq, at: this.#clock.now, ...event, causes: event.causes ?? [] } as EmulatorEvent;
    this.events.push(happened);
    trim(this.events, this.#keep);
    for (const listener of [...this.#listeners]) listener(happened);
    return this.#seq;
  }

  /** Puts what happened earlier, in another process, before all else. What happens from now on is numbered on from it. */
  restore(events: readonly EmulatorEvent[]): void {
    this.events.splice(0, 0, ...events);
    this.#seq = events.reduce((most, { seq }) => Math.max(most, seq), this.#seq);
  }

  on(listener: (event: EmulatorEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}
