// Says of each webhook what became of it, and of each that was handled again what the reason was. Nothing is excused without evidence: a kill, a
// process that stood still, commands about the claim that the store did not answer while it ran out.
import { type Hold, holdsUntil, listHolds } from './hold.js';
import { type Entry, groupEntries, listRuns } from './ledger.js';
import { cover, type Span } from './spans.js';
import type { Sent } from './twilio.js';

export interface Evidence {
  readonly sent: readonly Sent[];
  readonly entries: readonly Entry[];
  /** When the store was disturbed. */
  readonly outages: readonly Span[];
  readonly leaseMs: number;
  readonly whenStoreFails: 'run' | 'refuse';
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
  /** Of those: another run had been answered already. */
  readonly afterAnswer: readonly string[];
  /** Answered in two ways. */
  readonly differently: readonly string[];
}

export function judge(evidence: Evidence): Verdict {
  const { sent, entries } = evidence;
  const runs = listRuns(entries);
  const byWebhook = groupEntries(entries, (entry) => ('webhook' in entry ? entry.webhook : undefined));
  const byProcess = groupEntries(entries, ({ process }) => process);
  const again: Record<Reason, string[]> = { killed: [], 'stood still': [], store: [], forgotten: [], none: [] };
  const [lost, afterAnswer, differently]: [string[], string[], string[]] = [[], [], []];
  for (const { webhook, answers } of sent) {
    const all = runs.get(webhook) ?? [];
    if (answers.length === 0 || answers.some(({ run }) => !all.some((one) => one.run === run))) lost.push(webhook);
    if (new Set(answers.map(({ run }) => run)).size > 1) differently.push(webhook);
    const holds = listHolds(all, byWebhook.get(webhook) ?? []);
    for (const [index, later] of holds.slice(1).entries()) {
      const before = holds.slice(0, index + 1);
      const earlier = before.findLast(({ granted }) => granted !== undefined);
      const own = earlier === undefined ? [] : (byProcess.get(earlier.run.process) ?? []);
      const isFault = [...before, later].some((hold) => !mayRun(hold, evidence.whenStoreFails));
      again[isFault ? 'none' : explain(earlier, later, own, evidence)].push(webhook);
      if (answers.some(({ run, at }) => run !== later.run.run && at < later.run.began)) afterAnswer.push(webhook);
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

/** Whether a run could begin: with a claim, or without one where the store did not answer, and only where that is enough. */
function mayRun({ answer }: Hold, whenStoreFails: Evidence['whenStoreFails']): boolean {
  return answer === undefined ? whenStoreFails === 'run' : answer.answer === 'new';
}

/**
 * Why a run took the key of an earlier one.
 *
 * @param earlier - The last one before it that was ever granted its claim.
 * @param own - What was written down about the process of that one.
 */
function explain(earlier: Hold | undefined, { answer }: Hold, own: readonly Entry[], { outages, leaseMs }: Evidence): Reason {
  // One of the two ran without the store, which did not say whether there was a run before, or did not hear of it.
  if (answer === undefined || earlier === undefined) return 'store';
  const takenAt = answer.at;
  const { run, granted = run.began } = earlier;
  const until = holdsUntil(earlier, takenAt, leaseMs);
  // Of two that held one key at the same time the store has forgotten the first.
  if (until > takenAt) return outages.some((outage) => outage.until >= granted && outage.from <= takenAt) ? 'forgotten' : 'none';
  if (own.some(({ what, at }) => (what === 'killed' || what === 'crashed') && at >= run.began && at <= takenAt)) return 'killed';
  return explainEnd(earlier, own, { from: until - leaseMs, until }, leaseMs);
}

/** How much later a timer may fire than it was to, where nothing says that the process stood still, in milliseconds. */
const LATEST_MS = 250;

/** Why a claim ran out at the end of a lease: its process stood still, or asked in time and had no answer. One that did not ask has a fault. */
function explainEnd({ entries }: Hold, own: readonly Entry[], lease: Span, leaseMs: number): Reason {
  const stalls = own.flatMap((entry) => (entry.what === 'stood still' ? [{ from: entry.since, until: entry.at }] : []));
  if (cover(lease, stalls).coveredMs >= leaseMs / 2) return 'stood still';
  const questions = entries.flatMap((entry) => {
    if (entry.what !== 'asked') return [];
    const { command, at } = entry;
    const end = entries.find((other) => 'since' in other && 'command' in other && other.command === command && other.since === at);
    return [{ from: at, until: end?.at ?? Number.POSITIVE_INFINITY }];
  });
  return cover(lease, [...stalls, ...questions]).gapMs <= leaseMs / 3 + LATEST_MS ? 'store' : 'none';
}
