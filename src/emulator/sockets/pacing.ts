/** How punctual a run was. */
export interface PacingReport {
  /** How many frames of media streams were sent. */
  readonly frames: number;
  /** How late they were, in real milliseconds: half, 95 and 99 of a hundred were no later than this. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  /** Whether what the run says about time can be trusted: 95 of a hundred frames came before the next one was due. */
  readonly reliable: boolean;
}

/** A frame that comes later than this comes when the next one is due. */
const LATE_MS = 20;

/** A stream of less than a second says nothing about a run. */
const FEWEST_FRAMES = 50;

/** Later than this all is the same: it is late. */
const LONGEST_MS = 2000;

/** Counts how late frames come, by whole milliseconds, so that a long run takes no more memory than a short one. */
export class Pacing {
  readonly #counts = new Uint32Array(LONGEST_MS + 1);
  #frames = 0;
  #max = 0;
  #isTold = false;

  note(latenessMs: number): void {
    const ms = Math.max(0, Math.round(latenessMs));
    this.#counts[Math.min(ms, LONGEST_MS)] = (this.#counts[Math.min(ms, LONGEST_MS)] ?? 0) + 1;
    this.#frames += 1;
    this.#max = Math.max(this.#max, ms);
  }

  /** Says once that a run cannot be trusted in what it says about time. */
  takeComplaint(): string | undefined {
    const { frames, p95, max, reliable } = this.report();
    if (reliable || this.#isTold || frames < FEWEST_FRAMES) return undefined;
    this.#isTold = true;
    return `This machine was too busy to send sound on time: 5 of 100 frames came ${p95} ms late or later, at worst ${max} ms. What the run says about pauses and latency cannot be trusted.`;
  }

  report(): PacingReport {
    const p95 = this.#percentile(0.95);
    return {
      frames: this.#frames,
      p50: this.#percentile(0.5),
      p95,
      p99: this.#percentile(0.99),
      max: this.#max,
      reliable: p95 <= LATE_MS,
    };
  }

  #percentile(share: number): number {
    let left = Math.ceil(this.#frames * share);
    for (const [ms, count] of this.#counts.entries()) {
      left -= count;
      if (left <= 0) return Math.min(ms, this.#max);
    }
    return this.#max;
  }
}
