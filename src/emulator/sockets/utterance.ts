import type { Sound } from '../calls/ear.js';
import type { Leg } from '../calls/leg.js';
import type { Timer } from '../clock/clock.js';
import { tonesMs } from '../verbs/play.js';
import { MOST_LOOPS } from '../verbs/say.js';

/** What may stop an agent from speaking. */
export type InputKinds = 'none' | 'dtmf' | 'speech' | 'any';

/** Something that a caller hears of an agent: words, a sound, tones. */
export interface Utterance {
  readonly interruptibleBy: InputKinds;
  readonly isPreemptible: boolean;
  /** Begins to be heard. @param done - Is told when it is over by itself. */
  begin(done: () => void): void;
  /** Ends it early. @returns What was heard of it. */
  cut(): { readonly text: string; readonly ms: number };
}

/** How an utterance may be ended early. */
export interface Manners {
  readonly interruptibleBy: InputKinds;
  readonly isPreemptible: boolean;
}

/** One talk turn: words that come token by token, and are spoken at the pace of speech. */
export class Talk implements Utterance {
  readonly interruptibleBy: InputKinds;
  readonly isPreemptible: boolean;
  readonly #leg: Leg;
  readonly #language: string | undefined;
  readonly #latencyMs: number | undefined;
  #text = '';
  /** How many letters have been spoken. */
  #spoken = 0;
  #isComplete = false;
  #begun = 0;
  #sound: Sound | undefined;
  #timer: Timer | undefined;
  #done: () => void = () => undefined;

  constructor(leg: Leg, manners: Manners, { language, latencyMs }: { readonly language?: string; readonly latencyMs?: number }) {
    this.#leg = leg;
    this.interruptibleBy = manners.interruptibleBy;
    this.isPreemptible = manners.isPreemptible;
    this.#language = language;
    this.#latencyMs = latencyMs;
  }

  get text(): string {
    return this.#text;
  }

  /** Whether all of it has come. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  add(token: string, isLast: boolean): void {
    this.#text += token;
    this.#isComplete = isLast;
    if (this.#sound !== undefined && this.#timer === undefined) this.#speak();
  }

  begin(done: () => void): void {
    this.#done = done;
    this.#begun = this.#leg.world.clock.now;
    const language = this.#language === undefined ? {} : { language: this.#language };
    const latency = this.#latencyMs === undefined ? {} : { latencyMs: this.#latencyMs };
    this.#sound = this.#leg.ear.begin({ type: 'say', text: '', ...language, ...latency }, { grows: true });
    this.#speak();
  }

  cut(): { readonly text: string; readonly ms: number } {
    this.#timer?.cancel();
    this.#sound?.end(true);
    return { text: this.#text.slice(0, this.#spoken), ms: this.#sound === undefined ? 0 : this.#leg.world.clock.now - this.#begun };
  }

  /** Speaks the next word, if there is one. A word counts as heard at its end. */
  #speak(): void {
    const { clock, settings } = this.#leg.world;
    const word = /^\s*\S*\s*/.exec(this.#text.slice(this.#spoken))?.[0] ?? '';
    if (word === '') {
      this.#timer = undefined;
      if (this.#isComplete) this.#finish();
      return;
    }
    this.#timer = clock.after(word.length * settings.deviations.letterMs, () => {
      this.#spoken += word.length;
      this.#sound?.add(word);
      this.#speak();
    });
  }

  #finish(): void {
    this.#sound?.end();
    this.#done();
  }
}

/** A sound, or tones, that an agent has played. */
export class Tune implements Utterance {
  readonly interruptibleBy: InputKinds;
  readonly isPreemptible: boolean;
  readonly #leg: Leg;
  readonly #heard: { readonly type: 'play'; readonly url: string } | { readonly type: 'tones'; readonly digits: string };
  readonly #loops: number;
  #begun = 0;
  #sound: Sound | undefined;
  #timer: Timer | undefined;

  constructor(leg: Leg, manners: Manners, heard: { readonly url: string; readonly loop: number } | { readonly digits: string }) {
    this.#leg = leg;
    this.interruptibleBy = manners.interruptibleBy;
    this.isPreemptible = manners.isPreemptible;
    this.#heard = 'url' in heard ? { type: 'play', url: heard.url } : { type: 'tones', digits: heard.digits };
    this.#loops = 'url' in heard ? heard.loop || MOST_LOOPS : 1;
  }

  begin(done: () => void): void {
    this.#begun = this.#leg.world.clock.now;
    this.#play(this.#loops, done);
  }

  cut(): { readonly text: string; readonly ms: number } {
    this.#timer?.cancel();
    this.#sound?.end(true);
    return { text: '', ms: this.#sound === undefined ? 0 : this.#leg.world.clock.now - this.#begun };
  }

  #play(loops: number, done: () => void): void {
    if (loops === 0) {
      done();
      return;
    }
    this.#sound = this.#leg.ear.begin(this.#heard);
    const { clock, settings } = this.#leg.world;
    const ms = this.#heard.type === 'play' ? settings.deviations.relayPlayMs : tonesMs(this.#heard.digits);
    this.#timer = clock.after(ms, () => {
      this.#sound?.end();
      this.#play(loops - 1, done);
    });
  }
}
