/** Ends a message about an unknown name with the known one that was probably meant: `; did you mean "numDigits"?`, or nothing. */
export function didYouMean(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  return nearest === undefined ? '' : `; did you mean "${nearest}"?`;
}

/**
 * The known name that takes the fewest changes, if they are few. Case does not count.
 *
 * @param most - How many changes are few. @default a third of the letters
 */
export function nearestName(
  name: string,
  known: readonly string[],
  most: number = Math.max(1, Math.floor(name.length / 3)),
): string | undefined {
  // Longer than any name there is: not a slip of the pen, and hostile text must not cost a quadratic comparison.
  if (name.length > 64) return undefined;
  const lower = name.toLowerCase();
  let nearest: string | undefined;
  let fewest = most + 1;
  for (const candidate of known) {
    const changes = distance(lower, candidate.toLowerCase());
    if (changes < fewest) {
      fewest = changes;
      nearest = candidate;
    }
  }
  return nearest;
}

/** How many letters must be put in, left out, replaced or swapped with their neighbour to get from one text to the other. */
export function distance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let changes = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) changes = Math.min(changes, at(beforeLast, column - 2) + 1);
      current.push(changes);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
