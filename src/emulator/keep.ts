/** Shortens a list to the newest. A little more than asked for is left, so that not every addition moves all others. @returns What went. */
export function dropOldest<Item>(list: Item[], keep: number): readonly Item[] {
  return list.length > keep * 1.1 + 16 ? list.splice(0, list.length - keep) : [];
}

/** Keeps what is over for a while: the oldest is forgotten first. What is under way does not come here. */
export class Shelf {
  readonly #keep: number;
  readonly #forget: (() => void)[] = [];

  /** @param keep - How much stays at most. */
  constructor(keep: number) {
    this.#keep = keep;
  }

  /** Puts something there that is over. @param forget - Lets go of it, when it is one of the oldest. */
  add(forget: () => void): void {
    if (this.#keep === Number.POSITIVE_INFINITY) return;
    this.#forget.push(forget);
    for (const one of dropOldest(this.#forget, this.#keep)) one();
  }
}
