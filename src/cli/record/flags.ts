import { UsageError } from '../context.js';

/** Reads `--max-bytes`. @throws UsageError when it is no number. */
export function readBytes(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--max-bytes is a number, got ${JSON.stringify(text)}`);
  return Number(text);
}
