import type fc from 'fast-check';

/** Something that reads what strangers may have written. */
export interface Target {
  readonly name: string;
  /** Pieces that mean something to it: they are put into inputs now and then. */
  readonly tokens: readonly string[];
  /** Inputs by a law, beside those that come of the corpus. */
  readonly inputs?: fc.Arbitrary<string>;
  /** The longest time of the processor that one input may take, in milliseconds. */
  readonly limitMs: number;
  /**
   * Reads an input and throws where something does not hold. What it returns tells what kind of input it was: one of a new kind is worth
   * changing further.
   */
  check(input: Uint8Array): string | Promise<string>;
}

/** Throws where something does not hold. */
export function hold(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}
