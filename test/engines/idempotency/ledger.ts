// What the processes wrote down, each in a file of its own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Something that a store was asked about a claim. */
interface Question {
  readonly command: 'claim' | 'renew' | 'keep' | 'give back';
  readonly webhook: string;
  readonly claim: string;
}

/** A line of it. Times are milliseconds since the epoch: all processes are on one machine. */
export type Entry = { readonly at: number; readonly process: number } & (
  | { readonly what: 'begin'; readonly webhook: string; readonly run: string; readonly claim: string }
  | { readonly what: 'done'; readonly webhook: string; readonly run: string }
  | (Question & { readonly what: 'asked' })
  /** `since` is when it was asked. The answer to a claim is `new`, `busy` or `reply`; what the others answer does not matter. */
  | (Question & { readonly what: 'answered'; readonly since: number; readonly answer?: unknown })
  | (Question & { readonly what: 'failed'; readonly since: number; readonly message: string })
  | { readonly what: 'stood still'; readonly since: number }
  | { readonly what: 'error'; readonly message: string }
  | { readonly what: 'killed' }
  /** It ended by itself, and printed that. */
  | { readonly what: 'crashed'; readonly message: string }
);

/** What the store answered about a claim. */
export type Answered = Extract<Entry, { readonly what: 'answered' }>;

/** One run of the handler that came to its end, under a claim that the store may not have granted. */
export interface Run {
  readonly webhook: string;
  readonly run: string;
  readonly process: number;
  readonly claim: string;
  readonly began: number;
  readonly done: number;
}

/** All entries of a folder. A process that was killed may have left half a line behind. */
export function readLedger(folder: string): Entry[] {
  const lines = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'));
  return lines.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as Entry);
}

/** The entries by what they have in common. */
export function groupEntries<Key>(entries: readonly Entry[], keyOf: (entry: Entry) => Key): Map<Key, Entry[]> {
  const groups = new Map<Key, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return groups;
}

/** The runs that came to their end, by webhook, the earlier first. */
export function listRuns(entries: readonly Entry[]): Map<string, Run[]> {
  const began = new Map(entries.flatMap((entry) => (entry.what === 'begin' ? [[entry.run, entry] as const] : [])));
  const runs = new Map<string, Run[]>();
  for (const entry of entries) {
    if (entry.what !== 'done') continue;
    const { webhook, run, process, at } = entry;
    const begin = began.get(run);
    if (begin === undefined) throw new Error(`The run ${run} of ${webhook} has ended and not begun`);
    runs.set(webhook, [...(runs.get(webhook) ?? []), { webhook, run, process, claim: begin.claim, began: begin.at, done: at }]);
  }
  for (const all of runs.values()) all.sort((a, b) => a.began - b.began);
  return runs;
}
