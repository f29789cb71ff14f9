/** What became of the sound before a mark. */
export type MarkOutcome = 'played' | 'cleared' | 'closed';

interface Waiting {
  readonly name: string;
  isCleared: boolean;
  readonly settle: (outcome: MarkOutcome) => void;
}

/** The marks of a stream that have not come back yet. */
export class Marks {
  #waiting: readonly Waiting[] = [];

  /** A mark is about to be sent. */
  expect(name: string): Promise<MarkOutcome> {
    return new Promise((settle) => {
      this.#waiting = [...this.#waiting, { name, isCleared: false, settle }];
    });
  }

  /** Marks come back in the order in which they were sent. */
  returned(name: string): void {
    const found = this.#waiting.find((one) => one.name === name);
    this.#waiting = this.#waiting.filter((one) => one !== found);
    found?.settle(found.isCleared ? 'cleared' : 'played');
  }

  /** What was to be played is dropped: the marks come back, and mean nothing. */
  clear(): void {
    for (const one of this.#waiting) one.isCleared = true;
  }

  close(): void {
    for (const { settle } of this.#waiting) settle('closed');
    this.#waiting = [];
  }
}
