import type { FormParameters } from '../../payloads/index.js';
import { UsageError } from '../context.js';
import { readCurl } from './curl.js';
import { readHar } from './har.js';
import { readKeptWebhook } from './kept-webhook.js';
import { readRawRequest } from './raw-request.js';

/** A request that somebody has kept. */
export interface Captured {
  readonly method: string;
  /** Absolute, as it was sent; without a scheme where only `Host` tells the server. */
  readonly url: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string | Uint8Array | FormParameters;
  /** What the server answered, where that was kept. */
  readonly status?: number | undefined;
}

/**
 * Reads requests from what tools write: a HAR, a request as it goes over the wire, a curl command, or what `ringback record` has kept.
 *
 * @throws UsageError when it is none of these.
 */
export function readCaptured(bytes: Uint8Array): readonly Captured[] {
  const text = new TextDecoder().decode(bytes);
  const start = text.trimStart();
  if (start.startsWith('{')) return readJson(text);
  if (/^(?:\$ )?curl\s/.test(start)) return [readCurl(start.replace(/^\$ /, ''))];
  if (/^[A-Z]+ \S+ HTTP\/\d/.test(start)) return [readRawRequest(bytes)];
  throw new UsageError(
    'Expected a HAR, a request that begins like "POST /sms HTTP/1.1", a curl command, or what `ringback record` has kept',
  );
}

function readJson(text: string): readonly Captured[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`This begins like JSON, and is none: ${(error as Error).message.slice(0, 100)}`);
  }
  return readHar(json) ?? readKeptWebhook(json) ?? fail();
}

function fail(): never {
  throw new UsageError('This JSON is neither a HAR, which has log.entries, nor what `ringback record` has kept');
}

/** Puts headers under their names, in lower case. */
export function gatherHeaders(pairs: readonly (readonly [name: string, value: string])[]): Captured['headers'] {
  const headers = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    // HTTP/2 has pseudo headers, which HARs list with the others.
    if (!name.startsWith(':')) headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), value]);
  }
  return Object.fromEntries(headers);
}
