// Says of each webhook what became of it, and of each that was handled again what the reason was. Nothing is excused without evidence: a kill, a
// process that stood still, a store that was away or that said so.
import { type Entry, listRuns, type Run } from './ledger.js';
import type { Sent } from './twilio.js';

/** From when until when the store was disturbed. */
export interface Outage {
  readonly from: number;
  readonly until: number;
}

export interface Evidence {
  readonly sent: readonly Sent[];
  readonly entries: readonly Entry[];
  readonly outages: readonly Outage[];
  readonly leaseMs: number;
}

/**
 * Why a handler ran to its end again: its process was killed before the reply was kept, or stood still for longer than its claim lasts; the store
 * was away, or it forgot what it had kept.
 */
export type Reason = 'killed' | 'stood still' | 'store' | 'forgotten' | 'none';

export interface Verdict {
  readonly webhooks: number;
  readonly attempts: number;
  /** How many were answered at the first attempt. */
  readonly firstAnswered: number;
  /** Answered by no attempt, or answered without a run of the handler. */
  readonly lost: readonly string[];
  readonly handledOnce: number;
  /** Handled again, by the reason. */
  readonly again: Readonly<Record<Reason, readonly string[]>>;
  /** Of those: the earlier run had been answered already. */
  readonly afterAnswer: readonly string[];
  /** Answered in two ways. */
  readonly differently: readonly string[];
}

export function judge(evidence: Evidence): Verdict {
  const { sent, entries } = evidence;
  const runs = listRuns(entries);
  const again: Record<Reason, string[]> = { killed: [], 'stood still': [], store: [], forgotten: [], none: [] };
  const [lost, afterAnswer, differently]: [string[], string[], string[]] = [[], [], []];
  for (const { webhook, answers } of sent) {
    const all = runs.get(webhook) ?? [];
    if (answers.length === 0 || answers.some(({ run }) => !all.some((one) => one.run === run))) lost.push(webhook);
    if (new Set(answers.map(({ run }) => run)).size > 1) differently.push(webhook);
    for (const [index, later] of all.slice(1).entries()) {
      const earlier = all[index] as Run;
      const answered = answers.some(({ run, at }) => run === earlier.run && at < later.began);
      again[explain(earlier, later, answered, evidence)].push(webhook);
      if (answered) afterAnswer.push(webhook);
    }
  }
  return {
    webhooks: sent.length,
    attempts: sent.reduce((sum, { attempts }) => sum + attempts, 0),
    firstAnswered: sent.filter(({ isFirstAnswered }) => isFirstAnswered).length,
    lost,
    handledOnce: sent.filter(({ webhook }) => runs.get(webhook)?.length === 1).length,
    again,
    afterAnswer,
    differently,
  };
}

/** A store may take a second before it counts as silent, and the answer that was given up comes later. */
const SILENCE_MS = 1_500;

function explain(earlier: Run, later: Run, answered: boolean, { entries, outages, leaseMs }: Evidence): Reason {
  const between = (at: number, slack = 0) => at >= earlier.began - slack && at <= later.began + slack;
  const own = entries.filter((entry) => entry.process === earlier.process);
  if (!answered && own.some((entry) => entry.what === 'killed' && between(entry.at))) return 'killed';
  // A claim is renewed three times in its time, so that two thirds of it are left at least when a process stops.
  const hasStalled = own.some(
    (entry) =>
      entry.what === 'stood still' && entry.at - entry.since > leaseMs * 0.6 && entry.at >= earlier.began && entry.since <= earlier.done,
  );
  if (!answered && hasStalled) return 'stood still';
  // What was answered was kept before, unless the store said at that time that it could not.
  const isRefused = own.some((entry) => entry.what === 'error' && entry.at >= earlier.began && entry.at <= earlier.done + SILENCE_MS);
  if (answered && !isRefused) return outages.some(({ from }) => from <= later.began) ? 'forgotten' : 'none';
  const isAway = outages.some(({ from, until }) => until >= earlier.began - SILENCE_MS && from <= later.began);
  const isReported = [earlier, later].some(({ process }) =>
    entries.some((entry) => entry.process === process && entry.what === 'error' && between(entry.at, SILENCE_MS)),
  );
  return isAway || isReported ? 'store' : 'none';
}
