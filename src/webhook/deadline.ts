/** What came of waiting: the answer, or that there was none in time. */
export type InTime<T> = { readonly late: false; readonly value: T } | { readonly late: true };

/**
 * Waits for work until its deadline. The work goes on after that, as nothing can stop it but the signal that it was given, and what it
 * throws then goes to `onLate`.
 *
 * @param abort - Aborts the signal that the work was given.
 */
export async function waitUntil<T>(
  work: Promise<T>,
  milliseconds: number,
  abort: AbortController,
  onLate: (error: unknown) => void,
): Promise<InTime<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<{ readonly late: true }>((resolve) => {
    timer = setTimeout(() => resolve({ late: true }), Math.max(0, milliseconds));
  });
  try {
    const outcome = await Promise.race([work.then((value) => ({ late: false, value }) as const), deadline]);
    if (outcome.late) {
      work.catch(onLate);
      abort.abort(new DOMException('The deadline of the webhook has passed', 'TimeoutError'));
    }
    return outcome;
  } finally {
    clearTimeout(timer);
  }
}
