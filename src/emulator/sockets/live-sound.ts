/** Sound of so many bytes is 20 ms of a telephone. */
export const FRAME_BYTES = 160;

/** How many frames are gathered before the first goes on: a microphone's come by threes and fours. */
const FIRST = 4;

/** How many wait at most, half a second: what is later than that is of no use in a talk. */
const MOST = 25;

/** What a microphone hears, between the uneven steps in which it comes and the even ones in which it goes on. */
export class LiveSound {
  #frames: Uint8Array[] = [];
  #flows = false;

  /** Adds sound, as mu-law. Where more waits than is of use, as after a stop of the clock, the oldest is left out. */
  put(bytes: Uint8Array): void {
    for (let at = 0; at + FRAME_BYTES <= bytes.length; at += FRAME_BYTES) this.#frames.push(bytes.subarray(at, at + FRAME_BYTES));
    if (this.#frames.length > MOST) this.#frames = this.#frames.slice(-FIRST);
    if (this.#frames.length >= FIRST) this.#flows = true;
  }

  /** The next frame; nothing while too little is there. */
  take(): Uint8Array | undefined {
    const frame = this.#flows ? this.#frames.shift() : undefined;
    if (frame === undefined) this.#flows = false;
    return frame;
  }
}
