// Chance by a seed: what is tried, and when, is the same again for the same seed. What comes of it is up to the machine.

export interface Random {
  /** A number from `from` to below `to`. */
  between(from: number, to: number): number;
  pick<T>(choices: readonly T[]): T;
  /** Whether something of this likelihood happens. */
  happens(likelihood: number): boolean;
}

/** Mulberry32. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (from, to) => from + next() * (to - from),
    pick(choices) {
      const [first] = choices;
      if (first === undefined) throw new Error('There is nothing to choose from');
      return choices[Math.floor(next() * choices.length)] ?? first;
    },
    happens: (likelihood) => next() < likelihood,
  };
}
