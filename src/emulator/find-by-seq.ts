/** Where the first is, in a list in the order of its numbers, whose number is at least this. */
export function indexOfSeq(list: readonly { readonly seq: number }[], seq: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.seq ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The one of that number. */
export function findBySeq<Item extends { readonly seq: number }>(list: readonly Item[], seq: number | undefined): Item | undefined {
  const found = seq === undefined ? undefined : list[indexOfSeq(list, seq)];
  return found?.seq === seq ? found : undefined;
}
