import { UsageError } from './context.js';

/** Reads what `--seed` is given. @throws UsageError when it is no such number. */
export function readSeed(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--seed is a number from 0 to 999999999, got ${JSON.stringify(text)}`);
  return Number(text);
}
