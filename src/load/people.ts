import type { Share } from './plan.js';

/** The first number, in San Francisco: nothing is called at it. */
const FIRST = 4_152_000_000;

/** The telephones of those who arrive: each has a number of its own, and who has hung up longest ago is the next to call again. */
export class People {
  readonly #most: number;
  readonly #share: Share;
  readonly #busy = new Set<string>();
  #next = 0;

  /** @param most - How many different people there are. More come only where all of them are on the telephone. */
  constructor(most: number, share: Share) {
    this.#most = Math.max(1, Math.floor(most / share.count));
    this.#share = share;
  }

  /** The address of somebody who does nothing at the moment. */
  take(): string {
    // Numbers are handed out in turn, so that the next one is nearly always free.
    for (let looked = 0; looked < this.#most; looked += 1) {
      const address = this.#addressOf(this.#next);
      this.#next = (this.#next + 1) % this.#most;
      if (!this.#busy.has(address)) return this.#keep(address);
    }
    for (let index = this.#most; ; index += 1) {
      const address = this.#addressOf(index);
      if (!this.#busy.has(address)) return this.#keep(address);
    }
  }

  release(address: string): void {
    this.#busy.delete(address);
  }

  #keep(address: string): string {
    this.#busy.add(address);
    return address;
  }

  #addressOf(index: number): string {
    return `+1${FIRST + index * this.#share.count + this.#share.index}`;
  }
}
