import { hash, hashBetween, hashDigits } from '../fixtures/hash.js';

/** Makes everything that looks like chance from a seed, so that equal seeds give equal runs. */
export class Chance {
  readonly #seed: number;
  readonly #counts = new Map<string, number>();

  constructor(seed: number | string) {
    this.#seed = typeof seed === 'number' ? seed : hash(seed, 0);
  }

  /** A new SID, such as `CA` and 32 hexadecimal digits. */
  sid(prefix: string): string {
    return prefix + this.digits(prefix);
  }

  /** 32 hexadecimal digits. */
  digits(name: string): string {
    return hashDigits(this.#next(name), this.#seed);
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number, name: string): number {
    return hashBetween(least, most, this.#next(name), this.#seed);
  }

  /** Whether something happens that has this probability, from 0 to 1. */
  happens(probability: number, name: string): boolean {
    return probability > 0 && hash(this.#next(name), this.#seed) / 2 ** 32 < probability;
  }

  #next(name: string): string {
    const count = this.#counts.get(name) ?? 0;
    this.#counts.set(name, count + 1);
    return `${name} ${count}`;
  }
}
