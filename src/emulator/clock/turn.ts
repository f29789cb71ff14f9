type Schedule = (run: () => void) => unknown;

/** Taken when the module is loaded: a test runner's pretended timers come later. */
const { setImmediate: schedule = (run: () => void) => setTimeout(run, 0) } = globalThis as { readonly setImmediate?: Schedule };

/** Waits until everything that is ready to run in this process has had its turn. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    schedule(resolve);
  });
}
