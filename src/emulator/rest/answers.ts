import { turn } from '../clock/turn.js';
import type { World } from '../world.js';

/** How many turns of the process it takes until whoever asks in it has read the answer. */
const READING_TURNS = 3;

/** The requests to the REST API that are being answered: what they set going is told only after their answers. */
export class Answers {
  readonly #world: World;
  readonly #open = new Set<Promise<unknown>>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Counts an answer as under way until it is read. No time passes meanwhile. */
  async during<Value>(answer: Promise<Value>): Promise<Value> {
    const read = this.#world.clock.hold(this.#untilRead(answer));
    this.#open.add(read);
    void read.then(() => this.#open.delete(read));
    return answer;
  }

  /** Runs something once all answers are read that are under way now: at once, where there are none. */
  after(run: () => void): void {
    if (this.#open.size === 0) run();
    else void this.#world.clock.hold(Promise.all(this.#open).then(run));
  }

  async #untilRead(answer: Promise<unknown>): Promise<void> {
    await answer.catch(() => undefined);
    for (let left = READING_TURNS; left > 0; left -= 1) await turn();
  }
}
