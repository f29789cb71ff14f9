import type { Severity } from '../diagnostic.js';

/** Why a value does not fit. */
export interface Misfit {
  /** What would fit, to be read after "takes". */
  readonly expected: string;
  /** The value that was probably meant. */
  readonly meant?: string | undefined;
  /** Whether it is plain that this was meant, so that it may be put in its place. @default true */
  readonly sure?: boolean;
  /** Whether it is a number, and but for its size would fit. */
  readonly isOutOfRange?: boolean;
  /** Whether it is a URL, and has a scheme that does not fit. */
  readonly isScheme?: boolean;
  /** Whether it looks like words to be read rather than an address. */
  readonly isSentence?: boolean;
  /** How bad it is, where Twilio's answer is known not to depend on it. */
  readonly severity?: Severity;
  /** Twilio's code, where this misfit has one of its own; `null` where it has none. */
  readonly code?: number | null;
  /** What to do, where a likely value alone does not say it. */
  readonly advice?: string | undefined;
}

/** Joins values for a message, the long lists cut short. */
export function listValues(values: readonly string[]): string {
  const shown = values.length > 12 ? [...values.slice(0, 10), '…'] : values;
  return shown.map((value) => (value === '…' ? value : `"${value}"`)).join(', ');
}
