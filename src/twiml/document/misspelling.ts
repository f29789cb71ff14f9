import { distance, nearestName } from '../did-you-mean.js';

/** The known name that is probably meant by an unknown one. */
export interface Meant {
  readonly name: string;
  /** Whether the unknown name is plainly a misspelling of it, so that writing it instead changes no meaning. */
  readonly isMisspelling: boolean;
}

/**
 * Finds the known name that is meant by an unknown one. A misspelling differs in case, in what stands between the words, or in a letter or
 * two of a word. Anything farther away may well mean something else, and is worth a hint alone.
 */
export function findMeant(name: string, known: readonly string[]): Meant | undefined {
  // Longer than any name there is: not a slip of the pen, and hostile text must not cost a quadratic comparison.
  if (name.length > 64) return undefined;
  const bare = strip(name);
  const same = known.find((candidate) => strip(candidate) === bare);
  if (same !== undefined) return { name: same, isMisspelling: bare !== '' };
  const misspelt = known.filter((candidate) => isMisspelt(name, candidate));
  const [only] = misspelt;
  if (only !== undefined && misspelt.length === 1) return { name: only, isMisspelling: true };
  // Of one or two letters everything is near.
  const most = name.length < 3 ? 0 : Math.max(1, Math.floor(name.length / 4));
  const hint = findKin(name, known) ?? nearestName(name, known, most);
  return hint === undefined ? undefined : { name: hint, isMisspelling: false };
}

/** A name without case and without what stands between its words: `num_digits` and `NumDigits` are `numDigits`. */
export function strip(name: string): string {
  return name.replace(/[\s_.:-]/g, '').toLowerCase();
}

/** The words of a name, in small letters: `num`, `digits`. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_.:-]+/)
    .filter((word) => word !== '');
}

/** A name of which a word was left out, or to which one was added: `finishKey` for `finishOnKey`, `actionUrl` for `action`. */
function findKin(name: string, known: readonly string[]): string | undefined {
  const written = wordsOf(name);
  const kin = known.filter((candidate) => {
    const words = wordsOf(candidate);
    const [few, many] = words.length < written.length ? [words, written] : [written, words];
    return few.length * 2 >= many.length && few.join('').length > 4 && few.every((word) => many.includes(word));
  });
  return kin.reduce<string | undefined>((best, next) => (best === undefined || next.length < best.length ? next : best), undefined);
}

function isMisspelt(name: string, candidate: string): boolean {
  const written = wordsOf(name);
  const meant = wordsOf(candidate);
  if (written.length === meant.length) return meant.every((word, index) => isMisspeltWord(written[index] ?? '', word));
  // All in small letters, a name does not show its words.
  return written.length === 1 && isMisspeltWord(written[0] ?? '', meant.join(''));
}

/** `answer` for `answered`, `hint` for `hints`, `record` for `recording`. */
function isInflected(short: string, long: string): boolean {
  return short.length > 2 && long.startsWith(short) && /^(?:e?s|e?d|ing)$/.test(long.slice(short.length));
}

/** Short words are other words with a letter changed: `url` and `uri`, `code` and `mode`. Numbers are never misspelt. */
function isMisspeltWord(written: string, meant: string): boolean {
  if (written === meant || isInflected(written, meant) || isInflected(meant, written)) return true;
  const longest = Math.max(written.length, meant.length);
  if (longest > 2 && written[0] === meant[0] && [...written].sort().join() === [...meant].sort().join())
    return distance(written, meant) === 1;
  if (longest < 4 || /\d/.test(written + meant) || (longest < 6 && written[0] !== meant[0])) return false;
  return distance(written, meant) <= Math.max(1, Math.floor(longest / 7));
}
