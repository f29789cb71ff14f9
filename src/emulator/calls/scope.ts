import type { Clock, TimerPurpose } from '../clock/clock.js';

/**
 * Why something that was under way came to an end from outside:
 * - `gone`: the person has hung up, or the call was ended otherwise;
 * - `updated`: REST gave the call another document;
 * - `over`: what it was part of has ended, such as the music for whoever waited in a queue.
 */
export type InterruptionCause = 'gone' | 'updated' | 'over';

/** What is thrown through a verb that is interrupted. It catches it where Twilio still asks the application something. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  readonly reason: InterruptionCause;

  constructor(reason: InterruptionCause) {
    super(`Interrupted: ${reason}`);
    this.reason = reason;
  }
}

/** One of each is enough: whoever catches them wants no trace of the stack, which is costly to take. */
const INTERRUPTIONS: Readonly<Record<InterruptionCause, Interruption>> = {
  gone: new Interruption('gone'),
  updated: new Interruption('updated'),
  over: new Interruption('over'),
};

/** Starts to wait for something; what it returns is called when the waiting is over, however it ended. */
export type Start<Value> = (resolve: (value: Value) => void, reject: (error: unknown) => void) => (() => void) | void;

/** Something that takes time, and can be interrupted with all that belongs to it: a call, the document it runs, the music of a queue. */
export class Scope {
  readonly #clock: Clock;
  readonly #parent: Scope | undefined;
  readonly #waits = new Set<(interruption: Interruption) => void>();
  readonly #children = new Set<Scope>();
  #interruption: Interruption | undefined;

  constructor(clock: Clock, parent?: Scope) {
    this.#clock = clock;
    this.#parent = parent;
    if (parent !== undefined) parent.#adopt(this);
  }

  /** Why it has ended, once it has. */
  get interruption(): Interruption | undefined {
    return this.#interruption;
  }

  /** A part of it that may end earlier. */
  child(): Scope {
    return new Scope(this.#clock, this);
  }

  /** Ends it: whatever waits in it throws an {@link Interruption}. */
  end(reason: InterruptionCause): void {
    if (this.#interruption !== undefined) return;
    const interruption = INTERRUPTIONS[reason];
    this.#interruption = interruption;
    for (const child of [...this.#children]) child.end(reason);
    for (const interrupt of [...this.#waits]) interrupt(interruption);
    this.#waits.clear();
    if (this.#parent !== undefined) this.#parent.#children.delete(this);
  }

  /** Waits for something. @throws Interruption when the scope ends first. */
  wait<Value>(start: Start<Value>): Promise<Value> {
    if (this.#interruption !== undefined) return Promise.reject(this.#interruption);
    return new Promise<Value>((resolve, reject) => {
      let stop: (() => void) | void;
      const finish = (settle: () => void) => {
        if (!this.#waits.delete(interrupt)) return;
        stop?.();
        settle();
      };
      const interrupt = (interruption: Interruption) => {
        stop?.();
        reject(interruption);
      };
      this.#waits.add(interrupt);
      stop = start(
        (value) => finish(() => resolve(value)),
        (error) => finish(() => reject(error)),
      );
      if (!this.#waits.has(interrupt)) stop?.();
    });
  }

  /** Waits for a promise. Where the scope ends first, what becomes of the promise does not matter any more. */
  follow<Value>(promise: Promise<Value>): Promise<Value> {
    return this.wait((resolve, reject) => {
      promise.then(resolve, reject);
    });
  }

  /** Lets milliseconds pass. */
  sleep(ms: number, purpose?: TimerPurpose): Promise<void> {
    return this.wait((resolve) => {
      const timer = this.#clock.after(ms, resolve as () => void, purpose);
      return () => timer.cancel();
    });
  }

  #adopt(child: Scope): void {
    if (this.#interruption === undefined) this.#children.add(child);
    else child.end(this.#interruption.reason);
  }
}
