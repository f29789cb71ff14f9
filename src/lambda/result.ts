import { readText, writeBase64 } from '../webhook/idempotency.js';
import { listHeaders, type PlainReply } from '../webhook/plain-reply.js';
import { isHttpApiEvent, type LambdaEvent, type LambdaResult } from './events.js';

/** Turns a reply into what the source of an event reads. */
export function toLambdaResult(reply: PlainReply, event: LambdaEvent): LambdaResult {
  const listed = listHeaders(reply);
  const headers = Object.fromEntries(listed.filter(([name]) => name !== 'set-cookie')) as Record<string, string>;
  const cookies = [reply.headers['set-cookie'] ?? []].flat();
  const result = { statusCode: reply.status, headers, ...writeBody(reply.body ?? '') };
  if (isHttpApiEvent(event)) return cookies.length === 0 ? result : { ...result, cookies };
  if (event.multiValueHeaders === undefined || event.multiValueHeaders === null)
    return cookies.length === 0 ? result : { ...result, headers: { ...headers, 'set-cookie': cookies.join(', ') } };
  return { ...result, multiValueHeaders: Object.fromEntries(listed.map(([name, value]) => [name, [value].flat()])) };
}

/** Text goes out as text, anything else as base64. */
function writeBody(body: string | Uint8Array): { readonly body: string; readonly isBase64Encoded: boolean } {
  const text = typeof body === 'string' ? body : readText(body);
  if (text !== undefined) return { body: text, isBase64Encoded: false };
  return { body: writeBase64(body as Uint8Array), isBase64Encoded: true };
}
