/** Something that will happen, unless it is called off. */
export interface Timer {
  cancel(): void;
}

/**
 * Why a timer is there:
 * - `event`: something happens then;
 * - `limit`: nobody waits for it, such as the four hours that a call may last;
 * - `deadline`: somebody who waits for something else gives up then.
 */
export type TimerPurpose = 'event' | 'limit' | 'deadline';

/** The time of an emulator, in milliseconds since the epoch. */
export interface Clock {
  readonly now: number;
  /** Whether waiting for something lets time pass. */
  readonly drives: boolean;
  /** Whether time passes without `advance()`: with the world, or while somebody waits. */
  readonly passes: boolean;
  /** Runs something after so many milliseconds. */
  after(ms: number, run: () => void, purpose?: TimerPurpose): Timer;
  /** Lets no time pass while something is under way that takes none of it, such as a request to the application. */
  hold<Value>(work: Promise<Value>): Promise<Value>;
  /** Lets time pass again in the middle of what holds it, such as an answer that is delayed on purpose. */
  release<Value>(work: Promise<Value>): Promise<Value>;
  /** Lets time pass, where the clock is one that does so by itself, until something has come about. */
  wait<Value>(outcome: Promise<Value>): Promise<Value>;
  /**
   * Lets time pass as in the world for as long as something is open whose other end has a time of its own, such as a socket: an agent's timers
   * and its calls of models are real. `advance()` and `idle()` jump all the same.
   *
   * @returns What ends that.
   */
  live(): () => void;
  /** How late the timer came that has run last, in milliseconds of the world; 0 where time jumps. */
  readonly latenessMs: number;
  /** Lets so many milliseconds pass. @throws TypeError where time passes by itself. */
  advance(ms: number): Promise<void>;
  /** Lets time pass until nothing is due any more but limits. */
  idle(): Promise<void>;
  /** Lets the time stand that passes with the world, and ends a jump that is under way. @throws TypeError where it cannot be steered. */
  pause(): void;
  /** Lets it pass again. @throws TypeError where it cannot be steered. */
  resume(): void;
  readonly isPaused: boolean;
  /** Calls off all timers, and lets go of whoever waits. */
  close(): void;
}
