/** What came of waiting: the answer, or that there was none in time. */
export type InTime<T> = { readonly late: false; readonly value: T } | { readonly late: true };

/** Timers of a longer time fire at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** Waits for work, but no longer than that. The work goes on: whoever gave it up looks after what it throws later. */
export async function waitFor<T>(work: Promise<T>, milliseconds: number): Promise<InTime<T>> {
  if (milliseconds > LONGEST_TIMER_MS) return { late: false, value: await work };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<{ readonly late: true }>((resolve) => {
    timer = setTimeout(() => resolve({ late: true }), Math.max(0, milliseconds));
  });
  try {
    return await Promise.race([work.then((value) => ({ late: false, value }) as const), deadline]);
  } finally {
    clearTimeout(timer);
  }
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
  let controller: AbortController | undefined;
  const find = () => {
    controller ??= new AbortController();
    return controller;
  };
  return {
    get signal() {
      return find().signal;
    },
    abort: (reason) => find().abort(reason),
  };
}
