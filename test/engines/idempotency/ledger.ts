// What the processes wrote down, each in a file of its own.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line of it. Times are milliseconds since the epoch: all processes are on one machine. */
export type Entry = { readonly at: number; readonly process: number } & (
  | { readonly what: 'begin' | 'done'; readonly webhook: string; readonly run: string }
  /** The store has answered a command that holds the claim; `since` is when it was sent. */
  | { readonly what: 'held'; readonly webhook: string; readonly claim: string; readonly since: number }
  | {
      readonly what: 'settled';
      readonly webhook: string;
      readonly claim: string;
      /** Absent where there was no reply to keep. */
      readonly run?: string;
      /** Whether the store took the reply. */
      readonly isKept: boolean;
      /** For how long it had not heard of the claim, at the longest; absent where it had never answered the claim. */
      readonly silentMs?: number;
    }
  | { readonly what: 'stood still'; readonly since: number }
  | { readonly what: 'error'; readonly message: string }
  | { readonly what: 'killed' }
);

/** One run of the handler that came to its end. */
export interface Run {
  readonly webhook: string;
  readonly run: string;
  readonly process: number;
  readonly began: number;
  readonly done: number;
}

/** All entries of a folder. A process that was killed may have left half a line behind. */
export function readLedger(folder: string): Entry[] {
  const lines = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'));
  return lines.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as Entry);
}

/** The runs that came to their end, by webhook, the earlier first. */
export function listRuns(entries: readonly Entry[]): Map<string, Run[]> {
  const began = new Map<string, number>();
  for (const entry of entries) if (entry.what === 'begin') began.set(entry.run, entry.at);
  const runs = new Map<string, Run[]>();
  for (const entry of entries) {
    if (entry.what !== 'done') continue;
    const { webhook, run, process, at } = entry;
    runs.set(webhook, [...(runs.get(webhook) ?? []), { webhook, run, process, began: began.get(run) ?? at, done: at }]);
  }
  for (const all of runs.values()) all.sort((a, b) => a.began - b.began);
  return runs;
}
