import type { SignatureCause } from '../../errors.js';

/** Something that may have happened to a request between Twilio and the verifier. */
export interface Change {
  /** What it is called. */
  readonly cause: SignatureCause;
  /** Completes the sentence "The signature is right if …". Names parameters, and never holds the value of one. */
  readonly finding: string;
  /** What to do about it, where more is known than the cause tells. */
  readonly advice?: string | undefined;
}

/** A change of the URL, undone. */
export interface UrlChange extends Change {
  readonly url: string;
}

/** A change of the body, undone. */
export interface TailChange extends Change {
  /** The text that followed the URL. */
  readonly tail: string;
}

/** Quotes text of the sender's choice for a log: on one line, without control characters, and of bounded length. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

/** Quotes some names. */
export function quoteAll(names: readonly string[]): string {
  const some = names.slice(0, 8).map(quote).join(', ');
  return names.length > 8 ? `${some} and ${names.length - 8} more` : some;
}
