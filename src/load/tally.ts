import type { RecordableHistogram } from 'node:perf_hooks';
import { addLatencies, makeLatencies } from './latencies.js';

/** What became of the webhooks of one kind. */
export interface KindTally {
  /** How many were sent and came to their end. */
  count: number;
  /** Nobody answered: no connection, or one that broke off. */
  noAnswer: number;
  /** Not answered within the limit of the kind, a second before Twilio gives up. */
  misses: number;
  serverErrors: number;
  /** Answers of 4xx, such as refused signatures. */
  refused: number;
  /** Answers that Twilio would not take, by the linter. */
  wrong: number;
  /** From when each was due, in all that was answered or given up. */
  readonly latency: RecordableHistogram;
}

/** What became of the people. */
export interface StoryTally {
  started: number;
  done: number;
  /** Something that was to be there was not. */
  failed: number;
  /** It was not over when the run was. */
  cut: number;
  /** They did not come, because the generator could not keep up. */
  dropped: number;
}

/** How agents answered those who spoke to them. */
export interface TurnTally {
  asked: number;
  answered: number;
  readonly latency: RecordableHistogram;
}

/** All that is counted, in a form that one thread can send to another. */
export interface Tally {
  readonly kinds: Map<string, KindTally>;
  readonly stories: StoryTally;
  readonly turns: { readonly relay: TurnTally; readonly stream: TurnTally };
  /** What went wrong, in words, and how often. */
  readonly reasons: Map<string, number>;
  /** Webhooks of the warm-up. */
  warmUp: number;
}

/** So many different reasons are told apart. An application can make them up without end. */
const MOST_REASONS = 100;

const OTHER_REASONS = 'Something else.';

/** Makes a tally of nothing. */
export function makeTally(): Tally {
  const turns = () => ({ asked: 0, answered: 0, latency: makeLatencies() });
  return {
    kinds: new Map(),
    stories: { started: 0, done: 0, failed: 0, cut: 0, dropped: 0 },
    turns: { relay: turns(), stream: turns() },
    reasons: new Map(),
    warmUp: 0,
  };
}

/** That of one kind of webhook. */
export function kindOf(tally: Tally, kind: string): KindTally {
  const known = tally.kinds.get(kind);
  if (known !== undefined) return known;
  const made = { count: 0, noAnswer: 0, misses: 0, serverErrors: 0, refused: 0, wrong: 0, latency: makeLatencies() };
  tally.kinds.set(kind, made);
  return made;
}

/** Counts something that went wrong. What is of one call alone is left out of the words, so that equal reasons are one. */
export function countReason(tally: Tally, text: string, times = 1): void {
  const general = text
    .replaceAll(/\b[A-Z]{2}[0-9a-f]{32}\b/g, '…')
    .replaceAll(/\+\d{7,15}/g, '…')
    .split('\n', 1)[0] as string;
  const { reasons } = tally;
  const key = reasons.has(general) || reasons.size < MOST_REASONS ? general : OTHER_REASONS;
  reasons.set(key, (reasons.get(key) ?? 0) + times);
}

/** Adds what another thread has counted. */
export function addTally(sum: Tally, part: Tally): void {
  for (const [kind, { latency, ...counts }] of part.kinds) {
    const own = kindOf(sum, kind);
    addCounts(own, counts);
    addLatencies(own.latency, latency);
  }
  addCounts(sum.stories, part.stories);
  for (const type of ['relay', 'stream'] as const) {
    const { latency, ...counts } = part.turns[type];
    addCounts(sum.turns[type], counts);
    addLatencies(sum.turns[type].latency, latency);
  }
  for (const [reason, times] of part.reasons) countReason(sum, reason, times);
  sum.warmUp += part.warmUp;
}

function addCounts<Name extends string>(sum: Record<NoInfer<Name>, number>, part: Readonly<Record<Name, number>>): void {
  for (const name of Object.keys(part) as Name[]) sum[name] += part[name];
}
