import { UsageError } from './context.js';

/** Reads the number of a port. @throws UsageError when it is none. */
export function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new UsageError(`--port is a number from 0 to 65535, got ${JSON.stringify(text)}`);
}
