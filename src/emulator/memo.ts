/** Keeps what was made of a text, so that an application that answers the same a thousand times is read once. */
export class Memo<Value> {
  readonly #made = new Map<string, Value>();
  readonly #most: number;

  /** @param most - How many to keep: the oldest goes first. */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string, make: () => Value): Value {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#made.set(key, made);
    const [oldest] = this.#made.keys();
    if (this.#made.size > this.#most && oldest !== undefined) this.#made.delete(oldest);
    return made;
  }
}
