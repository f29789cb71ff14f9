/** Of so many frames a message is made at least: 40 ms. */
const LEAST = 2;

/** So many wait at most, a second: what is later is of no use in a talk. */
const MOST = 50;

/** Brings sound to the emulator in messages, one at a time: while one is under way, the next one gathers. */
export class Uplink {
  readonly #post: (bytes: Uint8Array) => Promise<boolean>;
  #frames: Uint8Array[] = [];
  #isBusy = false;

  /** @param post - Sends a message. @returns Whether it went well; where not, what waits is dropped. */
  constructor(post: (bytes: Uint8Array) => Promise<boolean>) {
    this.#post = post;
  }

  /** Adds a frame. @returns How many were left out, because the way is too slow. */
  put(frame: Uint8Array): number {
    this.#frames.push(frame);
    const late = this.#frames.splice(0, Math.max(0, this.#frames.length - MOST)).length;
    void this.#flush();
    return late;
  }

  async #flush(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (this.#frames.length >= LEAST) {
      const isSent = await this.#post(join(this.#frames.splice(0)));
      if (!isSent) this.#frames = [];
    }
    this.#isBusy = false;
  }
}

/** Stretches of sound as one. */
export function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
