import { describeGiven } from '../request/describe-given.js';
import type { StoredReply } from './idempotency.js';

/** How a store keeps its records. */
export interface StoreOptions {
  /**
   * How long a claim lasts, in milliseconds. A process renews it while its handler is at work; when it does not, it is taken for crashed,
   * and a retry runs the handler. Longer than the process is ever blocked.
   *
   * @default 3000
   */
  readonly leaseMs?: number | undefined;
  /** How long a reply is kept for retries, in milliseconds. Event Streams retries for four hours, all others for seconds. @default 86400000 */
  readonly keepMs?: number | undefined;
  /** What keys begin with, so that several applications can share a store. @default 'ringback:' */
  readonly prefix?: string | undefined;
}

/** The options with their defaults. @throws TypeError when a time is no positive number of milliseconds. */
export function readStoreOptions({ leaseMs = 3_000, keepMs = 86_400_000, prefix = 'ringback:' }: StoreOptions): Required<{
  readonly [Name in keyof StoreOptions]: NonNullable<StoreOptions[Name]>;
}> {
  for (const [name, value] of Object.entries({ leaseMs, keepMs })) {
    if (!Number.isInteger(value) || value <= 0) throw new TypeError(`${name} must be a whole number of milliseconds above 0`);
  }
  return { leaseMs, keepMs, prefix };
}

/** Refuses a client that could keep nothing, when the store is made and not when Twilio calls. @throws TypeError unless it has the method. */
export function checkClient(client: unknown, method: string, expected: string): void {
  if (typeof (client as Readonly<Record<string, unknown>> | null | undefined)?.[method] === 'function') return;
  throw new TypeError(`Expected ${expected}, with ${method}(), and got ${describeGiven(client)}`);
}

/**
 * Reads a reply that was written as JSON.
 *
 * @param otherwise - What to say when it is none.
 * @throws TypeError when it is none.
 */
export function readStoredReply(text: string, otherwise: string): StoredReply {
  const reply: unknown = JSON.parse(text);
  if (isStoredReply(reply)) return reply;
  throw new TypeError(otherwise);
}

/** Tells a reply that was read back from whatever else stands under a key. */
export function isStoredReply(value: unknown): value is StoredReply {
  return typeof value === 'object' && value !== null && 'status' in value && typeof value.status === 'number' && 'body' in value;
}
