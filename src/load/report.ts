import type { LatencySummary } from './latencies.js';

/** What became of webhooks. */
export interface WebhookReport {
  readonly count: number;
  /** No connection, or one that broke off. */
  readonly noAnswer: number;
  /** Not answered within the limit of the kind, a second before Twilio gives up. */
  readonly misses: number;
  readonly serverErrors: number;
  readonly refused: number;
  /** Answers that Twilio would not take. */
  readonly wrong: number;
  readonly latencyMs: LatencySummary;
}

/** What became of the webhooks of one kind. */
export interface KindReport extends WebhookReport {
  /** The limit of the kind: a second less than Twilio waits. */
  readonly deadlineMs: number;
}

/** How agents answered. */
export interface TurnReport {
  readonly asked: number;
  readonly unanswered: number;
  /** From the end of what the caller said to the first token, or the first sound. */
  readonly latencyMs: LatencySummary;
}

/** What a threshold came to. */
export interface ThresholdReport {
  readonly threshold: string;
  readonly ok: boolean;
  /** In milliseconds, as a number, or as a share from 0 to 1; absent where nothing was measured. */
  readonly figure?: number;
}

/** What `ringback load` has found: what `--json` prints. */
export interface LoadReport {
  readonly version: 1;
  readonly ok: boolean;
  /** Why it is not. */
  readonly problems: readonly string[];
  /** Somebody has ended it early. */
  readonly interrupted: boolean;
  /** What decided all chance. */
  readonly seed: number;
  /** For how many seconds people arrived. */
  readonly seconds: number;
  readonly people: {
    readonly started: number;
    readonly done: number;
    readonly failed: number;
    readonly cut: number;
    /** They did not come, because the generator could not keep up. */
    readonly dropped: number;
    readonly perSecond: number;
    readonly plannedPerSecond: number;
  };
  readonly webhooks: WebhookReport & { readonly perSecond: number; readonly warmUp: number };
  readonly kinds: Readonly<Record<string, KindReport>>;
  readonly turns: { readonly relay?: TurnReport; readonly stream?: TurnReport };
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  readonly thresholds: readonly ThresholdReport[];
  readonly generator: GeneratorReport;
}

/** How the generator was itself, and whether the figures can be trusted. */
export interface GeneratorReport {
  readonly reliable: boolean;
  /** Why they cannot. */
  readonly reasons: readonly string[];
  readonly workers: number;
  /** How late people arrived and acted. */
  readonly latenessMs: LatencySummary;
  /** How late the thread was for anything. */
  readonly eventLoopMs: LatencySummary;
  /** Which part of the time the busiest thread was busy, from 0 to 1. */
  readonly utilization: number;
  /** How many processors it used on average. */
  readonly cores: number;
  /** Of media streams: frames that were sent, and how late 95 of a hundred were at most. */
  readonly sound?: { readonly frames: number; readonly p95Ms: number };
}
