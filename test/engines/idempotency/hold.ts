// What is certain of a run's claim, by what the store has answered about it.
import type { Answered, Entry, Run } from './ledger.js';

export interface Hold {
  readonly run: Run;
  /** All that was written down about its claim, the earlier first. */
  readonly entries: readonly Entry[];
  /**
   * What the store had answered, when the run began, to the last time it was asked for the claim: a grant that comes too late is not believed, but
   * asked for again.
   */
  readonly answer?: Answered | undefined;
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
  const asked = before.findLast((entry) => entry.what === 'asked' && entry.command === 'claim');
  const answer = before.filter(isAnswer).find(({ since }) => since === asked?.at);
  const granted = [answer, ...entries].find((entry) => entry !== undefined && isGranted(entry));
  return { run, entries, answer, granted: granted?.at };
}

function isAnswer(entry: Entry): entry is Answered {
  return entry.what === 'answered' && entry.command === 'claim';
}

function isGranted(entry: Entry): boolean {
  return isAnswer(entry) && entry.answer === 'new';
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
