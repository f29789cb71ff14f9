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
