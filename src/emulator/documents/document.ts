import type { TwimlNode } from '../../twiml/node.js';
import { completeUrl } from '../wire/web-url.js';
import { VerbFailure } from './verb-failure.js';

/** A document that Twilio runs. */
export interface Document {
  readonly root: TwimlNode;
  /** Where it came from, after redirects: relative URLs start there. Absent when it was given inline. */
  readonly url: string | undefined;
  readonly method: 'GET' | 'POST';
  /** How long the sound lasts, in milliseconds, that came instead of a document. */
  readonly soundMs?: number;
  /** The number of the event by which it came. */
  readonly event: number;
}

/**
 * The absolute URL of a reference in a document; of none, the document's own.
 *
 * @throws VerbFailure when the document has no URL to start from.
 */
export function resolveIn(document: Document, reference: string | undefined): string {
  const text = reference?.trim() ?? '';
  if (document.url !== undefined) return text === '' ? document.url : completeUrl(text, document.url);
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return text;
  const found = text === '' ? 'none was given' : `found ${JSON.stringify(text)}`;
  throw new VerbFailure(11100, `A document that was given inline has no address of its own: its URLs must be absolute; ${found}.`);
}

/**
 * Whom a document wants told of something; nobody where the reference is empty. What leads nowhere is told of when it is sent: whatever it
 * would have been told of goes on.
 */
export function resolveCallback({ url }: Document, reference: string | undefined): string | undefined {
  const text = reference?.trim() ?? '';
  return text === '' ? undefined : url === undefined ? text : completeUrl(text, url);
}
