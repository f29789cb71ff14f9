/** How long something may take in real time. Clocks of emulators do not wait, so that whatever takes so long hangs. */
const LONGEST_MS = 30_000;

/** Waits for something that has to come. @throws Error when it does not. */
export async function inTime<T>(work: Promise<T>, otherwise: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${otherwise} within ${LONGEST_MS / 1000} seconds`)), LONGEST_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
