// Says of each webhook what became of it, and of each that was handled again what the reason was. Nothing is excused without evidence: a kill, a
// claim that the store had not heard of for the time of a lease, a reply that it did not take.
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
      again[explain(earlier, later, evidence)].push(webhook);
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

function explain(earlier: Run, later: Run, { entries, outages, leaseMs }: Evidence): Reason {
  const claimed = listHeard(later, entries).filter(({ at }) => at <= later.began);
  // It ran without the store, which did not say whether there was a run before: `whenStoreFails: 'run'`.
  if (claimed.length === 0) return 'store';
  // Its process stood still between its claim and the run, until the claim had run out.
  if (hasRunOut(claimed, later.began, leaseMs)) return 'stood still';
  const own = entries.filter(({ process, at }) => process === earlier.process && at >= earlier.began);
  const settled = own.flatMap((entry) => (entry.what === 'settled' && entry.run === earlier.run ? [entry] : []));
  const outcome = settled.find(({ isKept, at }) => isKept && at <= later.began) ?? settled[0];
  if (outcome === undefined) return explainEnd(earlier, later, entries, leaseMs);
  // The store has never answered the claim, did not take the reply, or did not hear of the claim for the time of a lease: then another one may
  // have it.
  const { isKept, silentMs = Number.POSITIVE_INFINITY } = outcome;
  if (!isKept || silentMs > leaseMs) return hasStalled(earlier, own) ? 'stood still' : 'store';
  return outages.some(({ from, until }) => until >= earlier.began && from <= later.began) ? 'forgotten' : 'none';
}

/** Whether a claim had run out at a time: the store had not heard of it for the time of a lease. */
function hasRunOut(heard: readonly { readonly since: number }[], at: number, leaseMs: number): boolean {
  return Math.max(...heard.map(({ since }) => since)) + leaseMs < at;
}

/** When the store answered what holds the claim of a run. One that has settled names its claim; of another, all of its process and webhook. */
function listHeard({ process, webhook, run }: Run, entries: readonly Entry[]) {
  const settled = entries.find((entry) => entry.what === 'settled' && entry.run === run);
  const claim = settled?.what === 'settled' ? settled.claim : undefined;
  return entries.flatMap((entry) => {
    if (entry.what !== 'held' || entry.process !== process || entry.webhook !== webhook) return [];
    return claim === undefined || entry.claim === claim ? [entry] : [];
  });
}

/** Why a run was repeated of whose reply nothing is written down: its process was killed before it could, or the store has not answered. */
function explainEnd(earlier: Run, later: Run, entries: readonly Entry[], leaseMs: number): Reason {
  const own = entries.filter(({ process, at }) => process === earlier.process && at >= earlier.began);
  if (own.some(({ what, at }) => what === 'killed' && at <= later.began)) return 'killed';
  // Its process lived when the other one began: its claim had run out by then, or nothing explains it.
  const heard = listHeard(earlier, entries);
  if (heard.length > 0 && !hasRunOut(heard, later.began, leaseMs)) return 'none';
  return hasStalled(earlier, own) ? 'stood still' : 'store';
}

/** Whether a process stood still while it was at work on a run. */
function hasStalled(run: Run, own: readonly Entry[]): boolean {
  return own.some((entry) => entry.what === 'stood still' && entry.since <= run.done);
}
