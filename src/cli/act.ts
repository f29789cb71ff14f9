import { UsageError } from './context.js';

/** What the caller does at a `<Gather>`. */
export type Act =
  | { readonly does: 'press'; readonly keys: string }
  | { readonly does: 'say'; readonly words: string }
  | { readonly does: 'wait' };

/**
 * Reads the keys of `--press`; none at all is a caller who does nothing.
 *
 * @throws UsageError when no telephone has them.
 */
export function readPress(keys: string): Act {
  if (keys === '') return { does: 'wait' };
  if (/^[\d*#A-Dw]+$/.test(keys)) return { does: 'press', keys };
  throw new UsageError(`--press takes keys of a telephone, such as 1 or 42#, got ${JSON.stringify(keys)}`);
}

/** Writes an act as it is asked for on the command line. */
export function writeAct(act: Act): string {
  if (act.does === 'wait') return '--silence';
  return act.does === 'press' ? `--press ${act.keys}` : `--say ${quoteWord(act.words)}`;
}

/** A word as a shell takes it. */
export function quoteWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
