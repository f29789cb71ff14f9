/** What came of waiting: the answer, or that there was none in time. */
export type InTime<T> = { readonly late: false; readonly value: T } | { readonly late: true };

/** Timers of a longer time fire at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** Calls a function when a time is over, unless it is stopped before. */
export function startTimer(milliseconds: number, onTime: () => void): () => void {
  if (milliseconds > LONGEST_TIMER_MS) return () => undefined;
  const timer = setTimeout(onTime, Math.max(0, milliseconds));
  return () => clearTimeout(timer);
}

/** Waits for work, but no longer than that. The work goes on: whoever gave it up looks after what it throws later. */
export function waitFor<T>(work: Promise<T>, milliseconds: number): Promise<InTime<T>> {
  return new Promise((resolve, reject) => {
    const stop = startTimer(milliseconds, () => resolve({ late: true }));
    const keep = (value: T) => {
      stop();
      resolve({ late: false, value });
    };
    work.then(keep, (error) => {
      stop();
      reject(error);
    });
  });
}

/** How long one look for an answer lasts. */
const LOOK_MS = 50;

/**
 * Waits for somebody outside this process, and measures the silence of that one alone: a process that was busy for a second has not listened
 * for a second. So the time is cut into looks. After each one the event loop has read what came, and a look that was held up counts as one.
 */
export async function listenFor<T>(work: Promise<T>, milliseconds: number): Promise<InTime<T>> {
  for (let left = milliseconds; left > 0; left -= LOOK_MS) {
    const outcome = await waitFor(work, Math.min(left, LOOK_MS));
    if (!outcome.late) return outcome;
  }
  return { late: true };
}

/** Aborts a signal. */
export interface Aborter {
  readonly signal: AbortSignal;
  abort(reason: unknown): void;
}

/** Makes an aborter whose signal is made when somebody asks for it: few handlers do, and all requests would pay for it. */
export function makeAborter(): Aborter {
  return new LateAborter();
}

class LateAborter implements Aborter {
  #controller: AbortController | undefined;

  get signal(): AbortSignal {
    return this.#find().signal;
  }

  abort(reason: unknown): void {
    this.#find().abort(reason);
  }

  #find(): AbortController {
    this.#controller ??= new AbortController();
    return this.#controller;
  }
}
