import type { LatencySummary } from './latencies.js';

/** What must not be: a figure above a limit. */
export interface Threshold {
  /** As it was written. */
  readonly text: string;
  /** A kind of webhook, or what agents are asked; all webhooks where nothing is said. */
  readonly of: string | undefined;
  readonly metric: Metric;
  /** Whether the limit itself is too much. */
  readonly isInclusive: boolean;
  /** Milliseconds, a number, or a share from 0 to 1. */
  readonly limit: number;
  readonly isShare: boolean;
}

const LATENCIES = ['p50', 'p90', 'p95', 'p99', 'max'] as const;
const COUNTS = ['misses', 'errors', 'wrong', 'failed', 'unanswered'] as const;

/** A figure that may be limited. */
export type Metric = (typeof LATENCIES)[number] | (typeof COUNTS)[number];

/** The figures that a threshold is held against. */
export interface Figures {
  readonly count: number;
  readonly latencyMs: LatencySummary;
  readonly counts: Readonly<Partial<Record<(typeof COUNTS)[number], number>>>;
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };

const FORM = /^\s*(?:([\w.-]+)\s*:)?\s*(\w+)\s*(>=?)\s*(\d+(?:\.\d+)?)\s*(ms|s|m|%)?\s*$/;

/**
 * Reads a threshold: `p99>2s`, `voice.incoming:p95>500ms`, `errors>0`, `wrong>=1%`.
 *
 * @throws TypeError that says what can be written.
 */
export function readThreshold(text: string): Threshold {
  const [, of, metric = '', operator, amount, unit] = FORM.exec(text) ?? [];
  const isLatency = LATENCIES.some((name) => name === metric);
  const isCount = COUNTS.some((name) => name === metric);
  const fits = isLatency ? unit !== undefined && unit !== '%' : isCount && (unit === undefined || unit === '%');
  if (!fits) {
    throw new TypeError(
      `--fail-on takes a figure and a limit, such as 'p99>2s', 'voice.incoming:p95>500ms', 'errors>0' or 'wrong>1%'. Figures are ${[...LATENCIES, ...COUNTS].join(', ')}; got ${JSON.stringify(text)}`,
    );
  }
  const isShare = unit === '%';
  const limit = Number(amount) * (isShare ? 0.01 : (UNITS[unit ?? ''] ?? 1));
  return { text: text.trim(), of, metric: metric as Metric, isInclusive: operator === '>=', limit, isShare };
}

/** The figure that a threshold is about: milliseconds, a number, or a share. `undefined` where there is nothing to measure. */
export function figureOf({ metric, isShare }: Threshold, figures: Figures | undefined): number | undefined {
  if (figures === undefined || figures.count === 0) return undefined;
  const latency = LATENCIES.find((name) => name === metric);
  if (latency !== undefined) return figures.latencyMs.count === 0 ? undefined : figures.latencyMs[latency];
  const count = figures.counts[metric as (typeof COUNTS)[number]];
  return count === undefined || !isShare ? count : count / figures.count;
}

/** Whether a figure is too high. */
export function isAbove(figure: number, { limit, isInclusive }: Threshold): boolean {
  return figure > limit || (isInclusive && figure === limit);
}
