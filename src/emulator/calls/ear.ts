import type { Clock } from '../clock/clock.js';
import type { Heard } from './heard.js';

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** A sound that somebody hears. */
export interface Sound {
  /** Adds words to what is being said. */
  add(text: string): void;
  /** Ends it. @param cut - Whether there would have been more. */
  end(cut?: boolean): void;
}

/** Takes down what one person hears on one call. */
export class Ear {
  readonly heard: Heard[] = [];
  readonly #clock: Clock;
  readonly #listeners = new Set<(heard: Heard) => void>();
  readonly #lasting = new Set<Sound>();
  /** What is said piece by piece, and can be understood before it ends. */
  readonly #growing = new Set<Heard>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether something is heard now that is spoken or played. */
  get isBusy(): boolean {
    return this.#lasting.size > 0;
  }

  /** Whether it is being said piece by piece: its text is what was heard so far. */
  isGrowing(heard: Heard): boolean {
    return this.#growing.has(heard);
  }

  /** A sound begins. @param grows - Whether its words come piece by piece, and count as heard when they do. */
  begin(sound: Omit<Heard, 'at' | 'seconds' | 'cut'>, grows = false): Sound {
    const heard: Mutable<Heard> = { ...sound, at: this.#clock.now };
    this.heard.push(heard);
    if (grows) this.#growing.add(heard);
    this.#tell(heard);
    const lasting: Sound = {
      add: (text) => {
        heard.text = (heard.text ?? '') + text;
        if (grows) this.#tell(heard);
      },
      end: (cut = false) => {
        if (!this.#lasting.delete(lasting)) return;
        this.#growing.delete(heard);
        heard.seconds = (this.#clock.now - heard.at) / 1000;
        if (cut) heard.cut = true;
        this.#tell(heard);
      },
    };
    this.#lasting.add(lasting);
    return lasting;
  }

  /** A sound of no length. */
  note(sound: Omit<Heard, 'at' | 'seconds' | 'cut'>): void {
    this.begin(sound).end();
  }

  /** Cuts off whatever is heard, because the call ends. */
  cut(): void {
    for (const sound of [...this.#lasting]) sound.end(true);
  }

  /** Tells of each sound when it begins and when it ends. */
  listen(listener: (heard: Heard) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(heard: Heard): void {
    for (const listener of [...this.#listeners]) listener(heard);
  }
}
