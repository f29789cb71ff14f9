import type { Clock, Timer, TimerPurpose } from './clock.js';
import { LONGEST_MS, TimerQueue } from './timer-queue.js';
import { turn } from './turn.js';
import { unsteered } from './unsteered.js';

/** How a clock is set. */
export interface VirtualClockOptions {
  /** Where it starts, in milliseconds since the epoch. */
  readonly now: number;
  /** Whether waiting for something lets time pass; else `advance()` alone does. */
  readonly drives: boolean;
  /** Whether it goes with the world, until it is paused. `advance()` and `idle()` jump all the same. @default false */
  readonly isSteered?: boolean;
  /**
   * How long in real milliseconds to look out for what other code may still do of its own accord, such as a call by REST from a queue of
   * jobs, before somebody who waits is told that nothing comes.
   */
  readonly patienceMs: number;
}

/** A moment of the clock and the same moment in the world. */
interface Anchor {
  readonly at: number;
  readonly real: number;
}

interface Advance {
  readonly target: number;
  readonly done: () => void;
}

/**
 * A clock that moves by jumps: from one thing that is due to the next, and only while somebody waits and nothing is under way. So ten
 * minutes on hold take no time, and every run is the same. While something is open that has a time of its own, it goes with the world.
 */
export class VirtualClock implements Clock {
  readonly #timers = new TimerQueue();
  readonly #options: VirtualClockOptions;
  #now: number;
  #held = 0;
  #waiting = 0;
  #advances: Advance[] = [];
  #idlers: (() => void)[] = [];
  #isRunning = false;
  #isClosed = false;
  /** How much is open that has a time of its own. */
  #lives = 0;
  #isPaused = false;
  #anchor: Anchor | undefined;
  /** Whether a timer has just run, and what it set going has not had its turn yet: all that happens at the moment of the timer. */
  #isAtTimer = false;
  #latenessMs = 0;
  /** Called when something has changed that the loop may be waiting for. */
  #stir: () => void = () => {};

  constructor(options: VirtualClockOptions) {
    this.#options = options;
    this.#now = options.now;
    if (options.isSteered) this.#anchor = { at: options.now, real: performance.now() };
  }

  get now(): number {
    if (!this.#isLive() || this.#isAtTimer) return this.#now;
    // A process that is late must not overtake what is due: what comes next comes first.
    const due = this.#timers.peek()?.at ?? Number.POSITIVE_INFINITY;
    this.#now = Math.max(this.#now, Math.min(due, Math.floor(this.#realNow())));
    return this.#now;
  }

  get drives(): boolean {
    return this.#options.drives;
  }

  get passes(): boolean {
    return this.#options.drives || this.#options.isSteered === true;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  pause(): void {
    if (!this.#options.isSteered) throw unsteered();
    this.#stand();
    this.#isPaused = true;
    this.#endJumps();
    this.#stir();
  }

  resume(): void {
    if (!this.#options.isSteered) throw unsteered();
    this.#isPaused = false;
    this.#wake();
  }

  get latenessMs(): number {
    return this.#latenessMs;
  }

  live(): () => void {
    this.#lives += 1;
    this.#wake();
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#stand();
      this.#lives -= 1;
      this.#stir();
    };
  }

  after(ms: number, run: () => void, purpose: TimerPurpose = 'event'): Timer {
    const timer = this.#timers.add(this.now + Math.max(0, ms), run, purpose);
    if (this.#isClosed) this.#timers.clear();
    this.#wake();
    return timer;
  }

  async hold<Value>(work: Promise<Value>): Promise<Value> {
    this.#held += 1;
    this.#stir();
    try {
      return await work;
    } finally {
      this.#held -= 1;
      this.#wake();
    }
  }

  async release<Value>(work: Promise<Value>): Promise<Value> {
    this.#held -= 1;
    this.#wake();
    try {
      return await work;
    } finally {
      this.#held += 1;
    }
  }

  async wait<Value>(outcome: Promise<Value>): Promise<Value> {
    if (!this.#options.drives) return outcome;
    this.#waiting += 1;
    this.#wake();
    try {
      return await outcome;
    } finally {
      this.#waiting -= 1;
      this.#stir();
    }
  }

  advance(ms: number): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    this.#stand();
    return new Promise((done) => {
      this.#advances.push({ target: this.#now + ms, done });
      this.#wake();
    });
  }

  idle(): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    this.#stand();
    return new Promise((done) => {
      this.#idlers.push(done);
      this.#wake();
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#timers.clear();
    this.#endJumps();
    this.#stir();
  }

  /** Whoever waits for the end of a jump waits no longer. */
  #endJumps(): void {
    for (const { done } of this.#advances) done();
    for (const done of this.#idlers) done();
    this.#advances = [];
    this.#idlers = [];
  }

  #wake(): void {
    this.#stir();
    if (!this.#isRunning && this.#isWanted()) void this.#run();
  }

  /** Whether somebody wants time to pass. */
  #isWanted(): boolean {
    return !this.#isClosed && (this.#waiting > 0 || this.#isJumping() || this.#isLive());
  }

  #isJumping(): boolean {
    return this.#advances.length > 0 || this.#idlers.length > 0;
  }

  /** Whether time passes as in the world. */
  #isLive(): boolean {
    if (this.#options.isSteered) return !this.#isPaused && !this.#isJumping();
    return this.#lives > 0 && this.#options.drives && !this.#isJumping();
  }

  /** What the clock would show by the time of the world. */
  #realNow(): number {
    this.#anchor ??= { at: this.#now, real: performance.now() };
    return this.#anchor.at + performance.now() - this.#anchor.real;
  }

  /** Stops following the world, at the moment that it has come to. */
  #stand(): void {
    this.#now = this.now;
    this.#anchor = undefined;
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    try {
      await turn();
      while (this.#isWanted()) {
        if (this.#isLive()) await this.#followWorld();
        else if (this.#held > 0) await this.#untilStirred();
        else if (!(await this.#step())) return;
        await turn();
        this.#isAtTimer = false;
      }
    } finally {
      this.#isRunning = false;
      this.#isAtTimer = false;
    }
  }

  /** Runs what is due by the time of the world, or waits for it. */
  async #followWorld(): Promise<void> {
    const next = this.#timers.peek();
    if (next === undefined) return this.#untilStirred();
    const ms = next.at - this.#realNow();
    if (ms >= 1) {
      await this.#isStirredWithin(Math.min(ms, LONGEST_MS));
      return;
    }
    this.#timers.take();
    this.#now = Math.max(this.#now, next.at);
    this.#latenessMs = Math.max(0, -ms);
    this.#isAtTimer = true;
    next.run();
  }

  /** Lets the next thing happen. Returns whether there is anything left to do now. */
  async #step(): Promise<boolean> {
    const next = this.#timers.peek();
    this.#settleIdlers();
    // Whoever let a certain time pass acts at its end, before anything that is due later.
    if (this.#settleAdvances(next?.at)) return true;
    if (next !== undefined && this.#mayRun(next.at)) {
      if (next.purpose === 'deadline' && this.#timers.count('event') === 0 && (await this.#isStirredWithin(this.#options.patienceMs)))
        return true;
      // Whoever waited may have gone meanwhile.
      if (!this.#mayRun(next.at) || this.#timers.peek() !== next) return true;
      this.#timers.take();
      this.#now = Math.max(this.#now, next.at);
      this.#latenessMs = 0;
      next.run();
      return true;
    }
    return false;
  }

  #mayRun(at: number): boolean {
    return this.#waiting > 0 || this.#idlers.length > 0 || this.#advances.some(({ target }) => at <= target);
  }

  /** Nothing but limits and deadlines is left: that is what idlers wait for. */
  #settleIdlers(): void {
    if (this.#timers.count('event') > 0) return;
    const idlers = this.#idlers;
    this.#idlers = [];
    for (const done of idlers) done();
  }

  /** Where nothing is due up to the nearest target, the clock goes there. */
  #settleAdvances(nextAt = Number.POSITIVE_INFINITY): boolean {
    const [first, ...others] = this.#advances.sort((one, other) => one.target - other.target);
    if (first === undefined || nextAt <= first.target) return false;
    this.#advances = others;
    this.#now = Math.max(this.#now, first.target);
    first.done();
    return true;
  }

  #untilStirred(): Promise<void> {
    return new Promise((resolve) => {
      this.#stir = () => {
        this.#stir = () => {};
        resolve();
      };
    });
  }

  async #isStirredWithin(ms: number): Promise<boolean> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(resolve, ms, false);
    });
    const stirred = await Promise.race([this.#untilStirred().then(() => true as const), late]);
    clearTimeout(timer);
    return stirred;
  }
}
