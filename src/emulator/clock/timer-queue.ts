import type { Timer, TimerPurpose } from './clock.js';

/** The longest that a timer of the runtime takes. */
export const LONGEST_MS: number = 2 ** 31 - 1;

/** So many timers that were called off do not matter. */
const FEW = 64;

/** A timer in the queue. */
export interface QueuedTimer extends Timer {
  readonly at: number;
  readonly purpose: TimerPurpose;
  readonly run: () => void;
  /** Keeps timers of one moment in the order in which they were set. */
  readonly order: number;
}

/** Timers in the order in which they are due: a binary heap, so that a thousand calls cost little more each than one. */
export class TimerQueue {
  readonly #heap: QueuedTimer[] = [];
  readonly #cancelled = new Set<QueuedTimer>();
  readonly #counts: Record<TimerPurpose, number> = { event: 0, limit: 0, deadline: 0 };
  #order = 0;

  /** How many timers of a purpose there are. */
  count(purpose: TimerPurpose): number {
    return this.#counts[purpose];
  }

  add(at: number, run: () => void, purpose: TimerPurpose): Timer {
    const timer: QueuedTimer = { at, purpose, run, order: this.#order++, cancel: () => this.#cancel(timer) };
    this.#counts[purpose] += 1;
    this.#heap.push(timer);
    this.#rise(this.#heap.length - 1);
    return timer;
  }

  /** The timer that is due next. */
  peek(): QueuedTimer | undefined {
    for (let first = this.#heap[0]; first !== undefined; first = this.#heap[0]) {
      if (!this.#cancelled.delete(first)) return first;
      this.#removeFirst();
    }
    return undefined;
  }

  /** Takes out the timer that is due next. */
  take(): QueuedTimer | undefined {
    const first = this.peek();
    if (first === undefined) return undefined;
    this.#removeFirst();
    this.#counts[first.purpose] -= 1;
    this.#done.add(first);
    return first;
  }

  clear(): void {
    this.#heap.length = 0;
    this.#cancelled.clear();
    for (const purpose of ['event', 'limit', 'deadline'] as const) this.#counts[purpose] = 0;
    this.#cleared = this.#order;
  }

  /** Timers that have run: to call them off does nothing. */
  readonly #done = new WeakSet<QueuedTimer>();
  /** Timers with a lower order went with `clear()`. */
  #cleared = 0;

  #cancel(timer: QueuedTimer): void {
    if (timer.order < this.#cleared || this.#done.has(timer)) return;
    this.#done.add(timer);
    this.#cancelled.add(timer);
    this.#counts[timer.purpose] -= 1;
    if (this.#cancelled.size > this.#heap.length / 2 + FEW) this.#sweep();
  }

  /** Lets go of what was called off: most timers are, long before they are due, and each holds a call. */
  #sweep(): void {
    const left = this.#heap.filter((timer) => !this.#cancelled.has(timer));
    this.#cancelled.clear();
    this.#heap.length = 0;
    for (const timer of left) this.#heap.push(timer);
    for (let index = (left.length >> 1) - 1; index >= 0; index -= 1) this.#sink(index);
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink();
  }

  #rise(start: number): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#swapIfLater(parent, index)) return;
      index = parent;
    }
  }

  #sink(start = 0): void {
    let index = start;
    for (;;) {
      const left = 2 * index + 1;
      const [one, other] = [this.#heap[left], this.#heap[left + 1]];
      if (one === undefined) return;
      const least = other !== undefined && isLater(one, other) ? left + 1 : left;
      if (!this.#swapIfLater(index, least)) return;
      index = least;
    }
  }

  #swapIfLater(upper: number, lower: number): boolean {
    const [one, other] = [this.#heap[upper], this.#heap[lower]];
    if (one === undefined || other === undefined || !isLater(one, other)) return false;
    this.#heap[upper] = other;
    this.#heap[lower] = one;
    return true;
  }
}

function isLater(one: QueuedTimer, other: QueuedTimer): boolean {
  return one.at > other.at || (one.at === other.at && one.order > other.order);
}
