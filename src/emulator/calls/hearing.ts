import type { Ear } from './ear.js';
import type { Heard } from './heard.js';

/** A sound that may be found. */
interface Candidate {
  readonly heard: Heard;
  /** Which of all sounds of the call it is. */
  readonly index: number;
  /** How many of its letters were found before. */
  readonly from: number;
}

/** Looks for what was heard. @param atLast - Whether nothing more is waited for: what is being said counts as far as it was said. */
export type Search = (atLast?: boolean) => Heard | undefined;

/**
 * How far a test has listened. What is found is later than what was found before, by when the sounds began; what was under way meanwhile may be
 * found, too, when it ends. A search that finds nothing leaves everything as it was.
 */
export class Hearing {
  readonly #ear: Ear;
  /** How many sounds have begun before all that is still to be looked at. */
  #passed = 0;
  /** Earlier ones that were still under way. */
  #open: readonly Candidate[] = [];

  constructor(ear: Ear) {
    this.#ear = ear;
  }

  /** Begins to look for a text, or what a regular expression matches. The search may be asked again and again: it looks at each sound once. */
  search(pattern: string | RegExp): Search {
    const ear = this.#ear;
    let next = this.#passed;
    let pending = this.#open;
    return (atLast = false) => {
      const end = ear.forgotten + ear.heard.length;
      const candidates = [...pending, ...this.#between(next, end)];
      next = end;
      pending = candidates.filter(({ heard }) => heard.seconds === undefined);
      for (const candidate of candidates) {
        const text = textOf(candidate.heard, ear, atLast);
        const found = text === undefined ? undefined : findEnd(pattern, text, candidate.from);
        if (found !== undefined) return this.#take(candidate, found);
      }
      return undefined;
    };
  }

  #take({ heard, index }: Candidate, from: number): Heard {
    const passed = Math.max(this.#passed, index + 1);
    const earlier = [...this.#open, ...this.#between(this.#passed, passed)].map((one) => (one.index === index ? { ...one, from } : one));
    this.#open = earlier.filter((one) => one.index > index || one.heard.seconds === undefined);
    this.#passed = passed;
    return heard;
  }

  #between(start: number, end: number): readonly Candidate[] {
    const { heard, forgotten } = this.#ear;
    const first = Math.max(0, start - forgotten);
    return heard.slice(first, Math.max(first, end - forgotten)).map((one, offset) => ({
      heard: one,
      index: forgotten + first + offset,
      from: 0,
    }));
  }
}

/** The words that count: of what is said piece by piece those that have come, of all else what has come to its end. */
function textOf(heard: Heard, ear: Ear, atLast: boolean): string | undefined {
  if (heard.seconds !== undefined || ear.isGrowing(heard)) return heard.text ?? heard.url;
  return atLast ? ear.saidOf(heard) : undefined;
}

/** Where the first match ends, after so many letters. */
function findEnd(pattern: string | RegExp, text: string, from: number): number | undefined {
  const heard = text.slice(from);
  if (typeof pattern === 'string') {
    const at = heard.indexOf(pattern);
    return at < 0 ? undefined : from + at + pattern.length;
  }
  const match = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).exec(heard);
  return match === null ? undefined : from + match.index + match[0].length;
}
