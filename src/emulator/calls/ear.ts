import type { Clock } from '../clock/clock.js';
import { dropOldest } from '../keep.js';
import type { Heard } from './heard.js';
import type { Speech } from './line.js';

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** A sound that somebody hears. */
export interface Sound {
  /** Adds words to what is being said. */
  add(text: string): void;
  /** Ends it. @param cut - Whether there would have been more. */
  end(cut?: boolean): void;
}

/** A sound that is heard in one ear and goes on to others. */
export interface Echo {
  readonly ear: Ear;
  readonly heard: Heard;
  /** How many letters of its text had been said when somebody began to listen: they hear the rest. */
  readonly letters: number;
}

/** What is known of a sound that is under way. */
interface SoundDetails {
  /** Whether its words come piece by piece, and count as heard when they do. */
  readonly grows?: boolean | undefined;
  /** How long it will last in milliseconds, where that is known. */
  readonly ms?: number | undefined;
  /** What somebody says, of which it is the sound. */
  readonly speech?: Speech | undefined;
}

/** Takes down what one person hears on one call. */
export class Ear {
  readonly heard: Heard[] = [];
  /** How many sounds were heard that are not kept any more: they were before those that are. */
  forgotten = 0;
  readonly #clock: Clock;
  readonly #listeners = new Set<(heard: Heard) => void>();
  readonly #lasting = new Set<Sound>();
  readonly #details = new Map<Heard, SoundDetails>();
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
    return this.detailsOf(heard).grows === true;
  }

  /** What is known of a sound as long as it is under way. */
  detailsOf(heard: Heard): SoundDetails {
    return this.#details.get(heard) ?? {};
  }

  /** What was said so far of something that is under way, as far as time tells; of a sound, its URL. */
  saidOf(heard: Heard): string | undefined {
    const { text, url, at } = heard;
    const { ms } = this.detailsOf(heard);
    return text === undefined || ms === undefined ? url : text.slice(0, Math.floor((text.length * (this.#clock.now - at)) / ms));
  }

  /** A sound begins. */
  begin(sound: Omit<Heard, 'at' | 'seconds' | 'cut'>, details: SoundDetails = {}): Sound {
    const heard: Mutable<Heard> = { ...sound, at: this.#clock.now };
    this.heard.push(heard);
    this.forgotten += dropOldest(this.heard, this.#keep).length;
    this.#details.set(heard, details);
    this.#tell(heard);
    const lasting: Sound = {
      add: (text) => {
        heard.text = (heard.text ?? '') + text;
        if (details.grows === true) this.#tell(heard);
      },
      end: (cut = false) => {
        if (!this.#lasting.delete(lasting)) return;
        heard.seconds = (this.#clock.now - heard.at) / 1000;
        if (cut) heard.cut = true;
        this.#tell(heard);
        this.#details.delete(heard);
      },
    };
    this.#lasting.add(lasting);
    return lasting;
  }

  /** A sound of no length. */
  note(sound: Omit<Heard, 'at' | 'seconds' | 'cut'>): void {
    this.begin(sound).end();
  }

  /** What begins in another ear is heard in this one too, until it ends there. */
  repeat({ ear, heard, letters: skipped }: Echo, speech?: Speech): void {
    const { text } = heard;
    const { ms, grows } = ear.detailsOf(heard);
    const rest = ms === undefined ? undefined : heard.at + ms - this.#clock.now;
    const sound = this.begin({ ...heard, ...(text !== undefined && { text: text.slice(skipped) }) }, { ms: rest, grows, speech });
    let letters = text?.length ?? 0;
    const stop = ear.listen((one) => {
      if (one !== heard) return;
      const more = heard.text?.slice(letters) ?? '';
      letters += more.length;
      if (more !== '') sound.add(more);
      if (heard.seconds === undefined) return;
      stop();
      sound.end(heard.cut === true);
    });
  }

  /** Tells when something that is under way has ended. @returns What calls it off. */
  onEnd(heard: Heard, ended: () => void): () => void {
    const stop = this.listen((one) => {
      if (one !== heard || heard.seconds === undefined) return;
      stop();
      ended();
    });
    return stop;
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
