// What is certain of a run's claim, by what the store has answered about it.
import type { Answered, Entry, Run } from './ledger.js';

export interface Hold {
  readonly run: Run;
  /** All that was written down about its claim, the earlier first. */
  readonly entries: readonly Entry[];
  /** Those that were written down before it began. */
  readonly before: readonly Entry[];
  /** The answer by which the run had its claim when it began; the last, where it had to ask again. Absent where it ran without the store. */
  readonly taken?: Answered | undefined;
  /** When its claim was granted, which may have been late; absent where it never was. */
  readonly granted?: number | undefined;
}

/** The holds of the runs of one webhook, in the order in which the store granted their claims, or in which they began without. */
export function listHolds(runs: readonly Run[], entries: readonly Entry[]): Hold[] {
  const order = ({ run, granted }: Hold) => granted ?? run.began;
  return runs.map((run) => findHold(run, entries)).sort((a, b) => order(a) - order(b));
}

function findHold(run: Run, all: readonly Entry[]): Hold {
  const entries = all.filter((entry) => 'claim' in entry && entry.claim === run.claim).sort((a, b) => a.at - b.at);
  // What was written down in the same millisecond is in the order in which it was.
  const before = entries.slice(
    0,
    entries.findIndex(({ what }) => what === 'begin'),
  );
  const taken = before.findLast(isGranted);
  return { run, entries, before, taken, granted: (taken ?? entries.find(isGranted))?.at };
}

function isGranted(entry: Entry): entry is Answered {
  return entry.what === 'answered' && entry.command === 'claim' && entry.answer === 'new';
}

/**
 * Until when nobody else can have had a claim, as far as it was known at a time: for ever, once its reply was kept. A command that was answered
 * when the claim may have run out already proves nothing, but a claim that was granted does.
 */
export function holdsUntil({ entries }: Hold, knownAt: number, leaseMs: number): number {
  let until = Number.NEGATIVE_INFINITY;
  for (const entry of entries) {
    if (entry.at > knownAt) break;
    if (entry.what !== 'answered' || entry.command === 'give back') continue;
    if (entry.command === 'claim' ? !isGranted(entry) : entry.at >= until) continue;
    if (entry.command === 'keep') return Number.POSITIVE_INFINITY;
    // The store counts from when it got the command, which was not before it was sent.
    until = Math.max(until, entry.since + leaseMs);
  }
  return until;
}
