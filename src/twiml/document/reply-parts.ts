import type { Reply } from './rule.js';

/** The text of an answer, with its byte order mark. */
export function bodyOf({ body }: Reply): string {
  return typeof body === 'string' ? body : new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
}

/** A header of an answer, however it is spelt. */
export function headerOf({ headers }: Reply, name: string): string | undefined {
  if (typeof headers.get === 'function') return headers.get(name) ?? undefined;
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return found === undefined || typeof found === 'string' ? found : found.join(', ');
}

/** The media type of an answer in small letters, without its parameters. */
export function mediaTypeOf(reply: Reply): string | undefined {
  return headerOf(reply, 'content-type')?.split(';', 1)[0]?.trim().toLowerCase();
}
