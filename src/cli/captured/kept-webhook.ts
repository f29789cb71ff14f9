import { UsageError } from '../context.js';
import type { KeptWebhook } from '../record/kept-webhook.js';
import { type Captured, gatherHeaders } from './captured.js';

/**
 * Reads what `ringback record` has kept; `undefined` when it is something else.
 *
 * @throws UsageError when what was signed was left out of it.
 */
export function readKeptWebhook(json: unknown): readonly Captured[] | undefined {
  if (typeof json !== 'object' || json === null || !('request' in json) || !('redacted' in json)) return undefined;
  const { request, redacted, response } = json as Partial<KeptWebhook> & Pick<KeptWebhook, 'request' | 'redacted'>;
  if (redacted) throw new UsageError('This was redacted when it was recorded, so that its signature is gone: record with --keep');
  const { method, url, headers, text } = request;
  if (typeof text !== 'string' || typeof url !== 'string') return undefined;
  return [{ method, url, headers: gatherHeaders(Object.entries(headers)), body: text, status: response?.status }];
}
