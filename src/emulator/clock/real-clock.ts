import type { Clock, Timer, TimerPurpose } from './clock.js';
import { LONGEST_MS, TimerQueue } from './timer-queue.js';
import { unsteered } from './unsteered.js';

/** A clock that goes with the time of the world. One timer of the runtime serves all of its own. */
export class RealClock implements Clock {
  readonly drives = false;
  readonly passes = true;
  readonly isPaused = false;
  readonly #timers = new TimerQueue();
  readonly #offset: number;
  #held = 0;
  #idlers: (() => void)[] = [];
  #alarm: ReturnType<typeof setTimeout> | undefined;
  /** When it goes off. */
  #alarmAt: number | undefined;
  #isClosed = false;
  #latenessMs = 0;

  /** @param now - Where it starts, in milliseconds since the epoch. */
  constructor(now: number) {
    this.#offset = now - performance.now();
  }

  get now(): number {
    return Math.round(this.#offset + performance.now());
  }

  get latenessMs(): number {
    return this.#latenessMs;
  }

  after(ms: number, run: () => void, purpose: TimerPurpose = 'event'): Timer {
    const timer = this.#timers.add(this.now + Math.max(0, ms), run, purpose);
    if (this.#isClosed) this.#timers.clear();
    this.#setAlarm();
    return { cancel: () => this.#cancel(timer) };
  }

  async hold<Value>(work: Promise<Value>): Promise<Value> {
    this.#held += 1;
    try {
      return await work;
    } finally {
      this.#held -= 1;
      this.#settleIdlers();
    }
  }

  release<Value>(work: Promise<Value>): Promise<Value> {
    return work;
  }

  wait<Value>(outcome: Promise<Value>): Promise<Value> {
    return outcome;
  }

  live(): () => void {
    return () => undefined;
  }

  advance(_ms: number): Promise<void> {
    throw new TypeError("The clock is real: time passes by itself. Only clock: 'virtual' and 'manual' can be advanced");
  }

  idle(): Promise<void> {
    return new Promise((done) => {
      this.#idlers.push(done);
      this.#settleIdlers();
    });
  }

  pause(): void {
    throw unsteered();
  }

  resume(): void {
    throw unsteered();
  }

  close(): void {
    this.#isClosed = true;
    this.#timers.clear();
    clearTimeout(this.#alarm);
    this.#alarmAt = undefined;
    this.#held = 0;
    this.#settleIdlers();
  }

  #cancel(timer: Timer): void {
    timer.cancel();
    this.#settleIdlers();
  }

  #setAlarm(): void {
    const next = this.#timers.peek();
    // Most timers that are set are due after others: the alarm is right as it is.
    if (next !== undefined && next.at === this.#alarmAt) return;
    clearTimeout(this.#alarm);
    this.#alarmAt = next?.at;
    if (next === undefined) return;
    this.#alarm = setTimeout(() => this.#runDue(), Math.min(LONGEST_MS, Math.max(0, next.at - this.now)));
  }

  #runDue(): void {
    this.#alarmAt = undefined;
    for (let next = this.#timers.peek(); next !== undefined && next.at <= this.now; next = this.#timers.peek()) {
      this.#timers.take();
      this.#latenessMs = this.now - next.at;
      next.run();
    }
    this.#setAlarm();
    this.#settleIdlers();
  }

  #settleIdlers(): void {
    if (this.#held > 0 || this.#timers.count('event') > 0) return;
    const idlers = this.#idlers;
    this.#idlers = [];
    for (const done of idlers) done();
  }
}
