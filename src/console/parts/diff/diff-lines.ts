/** A line of two texts: in both, in the first alone, or in the second alone. */
export interface DiffLine {
  readonly type: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** More lines than this are not compared one by one: it would take as long as they are many, squared. */
const MOST_LINES = 600;

/**
 * Tells two lists of lines apart.
 *
 * @param keyOf - What of a line counts: lines with the same key are the same.
 */
export function diffLines(before: readonly string[], after: readonly string[], keyOf: (line: string) => string): readonly DiffLine[] {
  if (before.length > MOST_LINES || after.length > MOST_LINES) {
    const isSame = before.length === after.length && before.every((line, index) => keyOf(line) === keyOf(after[index] as string));
    return isSame ? after.map((text) => ({ type: 'same', text })) : replaceAll(before, after);
  }
  return walk(before, after, keyOf);
}

function replaceAll(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  return [...before.map((text): DiffLine => ({ type: 'gone', text })), ...after.map((text): DiffLine => ({ type: 'new', text }))];
}

/** The longest row of lines that both have in common stays; the others have gone or are new. */
function walk(before: readonly string[], after: readonly string[], keyOf: (line: string) => string): readonly DiffLine[] {
  const [ones, others] = [before.map(keyOf), after.map(keyOf)];
  const lengths = measure(ones, others);
  const lines: DiffLine[] = [];
  let [at, to] = [0, 0];
  while (at < before.length || to < after.length) {
    if (at < before.length && to < after.length && ones[at] === others[to]) {
      lines.push({ type: 'same', text: after[to] as string });
      at += 1;
      to += 1;
    } else if (to >= after.length || (at < before.length && lengthAt(lengths, at + 1, to) >= lengthAt(lengths, at, to + 1))) {
      lines.push({ type: 'gone', text: before[at] as string });
      at += 1;
    } else {
      lines.push({ type: 'new', text: after[to] as string });
      to += 1;
    }
  }
  return lines;
}

/** How long the longest common row is from each pair of places on. */
function measure(ones: readonly string[], others: readonly string[]): readonly Uint16Array[] {
  const lengths = Array.from({ length: ones.length + 1 }, () => new Uint16Array(others.length + 1));
  for (let at = ones.length - 1; at >= 0; at -= 1)
    for (let to = others.length - 1; to >= 0; to -= 1) {
      const isSame = ones[at] === others[to];
      const length = isSame
        ? lengthAt(lengths, at + 1, to + 1) + 1
        : Math.max(lengthAt(lengths, at + 1, to), lengthAt(lengths, at, to + 1));
      (lengths[at] as Uint16Array)[to] = length;
    }
  return lengths;
}

function lengthAt(lengths: readonly Uint16Array[], at: number, to: number): number {
  return lengths[at]?.[to] ?? 0;
}
