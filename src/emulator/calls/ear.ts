import type { Clock } from '../clock/clock.js';
import { dropOldest } from '../keep.js';
import type { Heard } from './heard.js';

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** A sound that somebody hears. */
export interface Sound {
  /** Adds words to what is being said. */
  add(text: string): void;
  /** Ends it. @param cut - Whether there would have been more. */
  end(cut?: boolean): void;
}

interface BeginOptions {
  readonly grows?: boolean;
  readonly ms?: number;
}

/** Takes down what one person hears on one call. */
export class Ear {
  readonly heard: Heard[] = [];
  /** How many sounds were heard that are not kept any more: they were before those that are. */
  forgotten = 0;
  readonly #clock: Clock;
  readonly #listeners = new Set<(heard: Heard) => void>();
  readonly #lasting = new Set<Sound>();
  /** What is said piece by piece, and can be understood before it ends. */
  readonly #growing = new Set<Heard>();
  /** How long what is under way lasts, in milliseconds, where that is known. */
  readonly #lengths = new Map<Heard, number>();

  readonly #keep: number;

  /** @param keep - How many sounds are kept at most: the oldest go first. */
  constructor(clock: Clock, keep: number) {
    this.#clock = clock;
    this.#keep = keep;
  }

  /** Whether something is heard now that is spoken or played. */
  get isBusy(): boolean {
    return this.#lasting.size > 0;
  }

  /** Whether it is being said piece by piece: its text is what was heard so far. */
  isGrowing(heard: Heard): boolean {
    return this.#growing.has(heard);
  }

  /** What was said so far of something that is under way, as far as time tells; of a sound, its URL. */
  saidOf(heard: Heard): string | undefined {
    const { text, url, at } = heard;
    const ms = this.#lengths.get(heard);
    return text === undefined || ms === undefined ? url : text.slice(0, Math.floor((text.length * (this.#clock.now - at)) / ms));
  }

  /**
   * A sound begins.
   *
   * @param options.grows - Whether its words come piece by piece, and count as heard when they do.
   * @param options.ms - How long it will last, where that is known.
   */
  begin(sound: Omit<Heard, 'at' | 'seconds' | 'cut'>, { grows = false, ms }: BeginOptions = {}): Sound {
    const heard: Mutable<Heard> = { ...sound, at: this.#clock.now };
    this.heard.push(heard);
    this.forgotten += dropOldest(this.heard, this.#keep).length;
    if (grows) this.#growing.add(heard);
    if (ms !== undefined) this.#lengths.set(heard, ms);
    this.#tell(heard);
    const lasting: Sound = {
      add: (text) => {
        heard.text = (heard.text ?? '') + text;
        if (grows) this.#tell(heard);
      },
      end: (cut = false) => {
        if (!this.#lasting.delete(lasting)) return;
        this.#growing.delete(heard);
        this.#lengths.delete(heard);
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
