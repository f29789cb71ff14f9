import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';

/** How long something took, in milliseconds: half, 90, 95 and 99 of a hundred took no longer than this. */
export interface LatencySummary {
  readonly count: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** What takes longer counts as this: ten minutes. */
const LONGEST_MS = 600_000;

/** Three significant figures: what is told is at most a thousandth off. */
const FIGURES = 3;

/** Makes what counts durations. It takes the same memory however many there are, and those of several threads can be added. */
export function makeLatencies(): RecordableHistogram {
  return createHistogram({ lowest: 1, highest: LONGEST_MS * 1000, figures: FIGURES });
}

/** Counts one, by microseconds. */
export function recordMs(latencies: RecordableHistogram, ms: number): void {
  latencies.record(Math.round(Math.min(LONGEST_MS, Math.max(0.001, ms)) * 1000));
}

/** Adds what another thread has counted. One that has counted nothing has no figures to add. */
export function addLatencies(sum: RecordableHistogram, part: RecordableHistogram): void {
  if (part.count > 0) sum.add(part);
}

/** Sums up what was counted. */
export function summarize(latencies: RecordableHistogram): LatencySummary {
  const { count } = latencies;
  const read = (share: number) => (count === 0 ? 0 : toMs(latencies.percentile(share)));
  return { count, p50: read(50), p90: read(90), p95: read(95), p99: read(99), max: count === 0 ? 0 : toMs(latencies.max) };
}

function toMs(microseconds: number): number {
  return Math.round(microseconds / 10) / 100;
}
