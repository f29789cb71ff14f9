import { listHeaders } from '../node/respond.js';
import { isHttpApiEvent, type LambdaEvent, type LambdaResult } from './events.js';

/** Turns a web `Response` into what the source of an event reads. */
export async function toLambdaResult(response: Response, event: LambdaEvent): Promise<LambdaResult> {
  const listed = listHeaders(response);
  const headers = Object.fromEntries(listed.filter(([name]) => name !== 'set-cookie')) as Record<string, string>;
  const cookies = response.headers.getSetCookie();
  const result = { statusCode: response.status, headers, ...(await readBody(response)) };
  if (isHttpApiEvent(event)) return cookies.length === 0 ? result : { ...result, cookies };
  if (event.multiValueHeaders === undefined || event.multiValueHeaders === null)
    return cookies.length === 0 ? result : { ...result, headers: { ...headers, 'set-cookie': cookies.join(', ') } };
  return { ...result, multiValueHeaders: Object.fromEntries(listed.map(([name, value]) => [name, [value].flat()])) };
}

/** Text goes out as text, anything else as base64. */
async function readBody(response: Response): Promise<{ readonly body: string; readonly isBase64Encoded: boolean }> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  try {
    return { body: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isBase64Encoded: false };
  } catch {
    return { body: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')), isBase64Encoded: true };
  }
}
