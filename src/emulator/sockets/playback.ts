import { isSilent, SAMPLE_RATE } from '../audio/mu-law.js';
import type { Sound } from '../calls/ear.js';
import type { Leg } from '../calls/leg.js';
import type { Timer } from '../clock/clock.js';

const BYTES_A_MS = SAMPLE_RATE / 1000;

interface Mark {
  readonly name: string;
  readonly timer: Timer;
}

/** What an application sends to be heard: it is kept, and played at real time, however fast it came. */
export class Playback {
  readonly #leg: Leg;
  readonly #reached: (name: string) => void;
  /** When all that has come will have been played. */
  #until = 0;
  #sound: Sound | undefined;
  #soundEnd: Timer | undefined;
  #marks: Mark[] = [];

  /** @param reached - Is told of each mark when what was sent before it has been played, or dropped. */
  constructor(leg: Leg, reached: (name: string) => void) {
    this.#leg = leg;
    this.#reached = reached;
  }

  /** How much is still to be played, in milliseconds. */
  get bufferedMs(): number {
    return Math.max(0, this.#until - this.#leg.world.clock.now);
  }

  /** @param latencyMs - How long the application took to answer, where this is the answer. */
  add(bytes: Uint8Array, latencyMs: number | undefined): void {
    const { clock } = this.#leg.world;
    const at = Math.max(clock.now, this.#until);
    this.#until = at + bytes.length / BYTES_A_MS;
    this.#leg.tape.add('outbound', at, bytes);
    if (this.#sound === undefined && !isSilent(bytes)) {
      this.#sound = this.#leg.ear.begin({ type: 'speech', ...(latencyMs !== undefined && { latencyMs }) });
    }
    if (this.#sound === undefined) return;
    this.#soundEnd?.cancel();
    this.#soundEnd = clock.after(this.#until - clock.now, () => {
      this.#sound?.end();
      this.#sound = undefined;
    });
  }

  mark(name: string): void {
    const timer = this.#leg.world.clock.after(this.bufferedMs, () => {
      this.#marks = this.#marks.filter((mark) => mark.timer !== timer);
      this.#reached(name);
    });
    this.#marks.push({ name, timer });
  }

  /** Drops what was not played; all marks that are outstanding come back at once. */
  clear(): void {
    this.#cut();
    for (const { name, timer } of this.#marks.splice(0)) {
      timer.cancel();
      this.#reached(name);
    }
  }

  /** Drops everything. */
  stop(): void {
    this.#cut();
    for (const { timer } of this.#marks.splice(0)) timer.cancel();
  }

  #cut(): void {
    const { now } = this.#leg.world.clock;
    if (this.#until > now) this.#leg.tape.cut('outbound', now);
    this.#until = now;
    this.#soundEnd?.cancel();
    this.#sound?.end(true);
    this.#sound = undefined;
  }
}
