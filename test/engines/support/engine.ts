import type { Random } from './random.js';

/** A store's server, or several, and what may happen to it. */
export interface Engine {
  /** What its clients have to know, for `open-store.js`. */
  readonly environment: Readonly<Record<string, string>>;
  /** What may happen to it, by a word. Each comes to its end when the engine works again. */
  readonly faults: Readonly<Record<string, (random: Random) => Promise<void>>>;
  stop(): Promise<void>;
}

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
