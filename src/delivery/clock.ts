/** The time that deliveries are made in: that of the machine, or one that a test moves on. */
export interface Clock {
  /** Milliseconds since some moment; only differences mean anything. */
  now(): number;
  /** Waits. It ends early, and without an error, when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own time. */
export const realClock: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    }),
};
