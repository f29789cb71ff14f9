import { UsageError } from '../context.js';

/** Reads `--port`. @throws UsageError when it is none. */
export function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new UsageError(`--port is a number from 0 to 65535, got ${JSON.stringify(text)}`);
}

/** Reads `--max-bytes`. @throws UsageError when it is no number. */
export function readBytes(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--max-bytes is a number, got ${JSON.stringify(text)}`);
  return Number(text);
}
