import { availableParallelism } from 'node:os';
import { type Duration, readDuration } from '../../emulator/duration.js';
import { readThreshold, type Threshold } from '../../load/thresholds.js';
import type { Answering } from '../call/act.js';
import { UsageError } from '../context.js';

/** The options of `ringback load`, as they are once they were read. */
export interface LoadFlags {
  readonly app?: string;
  readonly voice?: string;
  readonly sms?: string;
  readonly status?: string;
  readonly as?: string;
  readonly authToken?: string;
  readonly to: string;
  readonly text: readonly string[];
  readonly expect: readonly string[];
  readonly dial?: Answering;
  readonly arrive: number;
  readonly random?: true;
  readonly calls?: number;
  readonly duration?: number;
  readonly ramp: number;
  readonly warmUp?: number;
  readonly think: readonly [number, number];
  readonly hold: number;
  readonly patience?: number;
  readonly people: number;
  readonly workers: number;
  readonly slip: number;
  readonly failOn: readonly Threshold[];
  readonly keepAlive: boolean;
  readonly seed?: number;
  readonly allowRemote?: true;
  readonly json?: true;
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** More than one process makes. */
const MOST_PER_SECOND = 100_000;

/** Reads how many arrive: `50/s`, `120/m`. @returns How many a second. @throws UsageError when it cannot be. */
export function readRate(text: string): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(?:\/(s|m|h))?$/.exec(text) ?? [];
  const rate = Number(amount) / (SECONDS[unit ?? 's'] ?? Number.NaN);
  if (rate > 0 && rate <= MOST_PER_SECOND) return rate;
  throw new UsageError(`--arrive takes a rate such as 50/s or 120/m, got ${JSON.stringify(text)}`);
}

/** Reads a time, such as `500ms`, `30s` or `5m`. @throws UsageError that names the option. */
export function readTime(option: string): (text: string) => number {
  return (text) => {
    try {
      return readDuration(text as Duration);
    } catch {
      throw new UsageError(`${option} takes a time such as 500ms, 30s or 5m, got ${JSON.stringify(text)}`);
    }
  };
}

/** Reads a time, or the least and the most of one that is left to chance: `1s..5s`. @throws UsageError when it is neither. */
export function readThink(text: string): readonly [number, number] {
  const [least = '', most = least] = text.split('..');
  const read = readTime('--think');
  const range = [read(least), read(most)] as const;
  if (range[0] <= range[1] && text.split('..').length <= 2) return range;
  throw new UsageError(`--think takes a time such as 2s, or the least and the most, such as 1s..5s; got ${JSON.stringify(text)}`);
}

/** Reads a number of things. @throws UsageError that names the option. */
export function readCount(option: string, most: number): (text: string) => number {
  return (text) => {
    const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    if (count >= 1 && count <= most) return count;
    throw new UsageError(`${option} is a number from 1 to ${most}, got ${JSON.stringify(text)}`);
  };
}

/** More threads than processors only wait for one another. */
export function readWorkers(text: string): number {
  return readCount('--workers', Math.max(2, availableParallelism()))(text);
}

/** Adds a threshold to those before. @throws UsageError when it is none. */
export function addThreshold(text: string, before: readonly Threshold[]): readonly Threshold[] {
  try {
    return [...before, readThreshold(text)];
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
