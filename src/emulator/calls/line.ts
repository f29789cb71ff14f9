import type { Echo } from './ear.js';

/** What a person said. */
export interface Speech {
  readonly text: string;
  /** How sure the recognition is, from 0 to 1. */
  readonly confidence: number;
  /** How long it took to say, in milliseconds. */
  readonly ms: number;
  /** What was recognised so far at several moments, where that is told. */
  readonly partials: readonly string[];
  /** Where no person speaks, but Twilio at the other end of the line: how it sounds there. */
  readonly echo?: Echo | undefined;
  /** What is left of it now, for whoever begins to listen while it is said; where it is absent, they hear none of it. */
  rest?(): Speech;
}

/** Who takes what a person does at the telephone. What it has no method for goes to whoever listened before. */
export interface Listener {
  /** A key was pressed: a digit, `*`, `#` or `A` to `D`. Where it returns `false`, the key goes to whoever listened before. */
  key?(key: string): unknown;
  /** Somebody begins to speak. */
  speechStart?(speech: Speech): void;
  /** Somebody has finished speaking. */
  speech?(speech: Speech): void;
  /** Something is heard that is not spoken, such as music. */
  sound?(echo: Echo): void;
  /** Sound came, as mu-law. */
  audio?(bytes: Uint8Array): void;
  /** Sound came from a microphone, a little at a time: what is late is of no use any more. */
  live?(bytes: Uint8Array): void;
  /** The lines that it all leads to, where nobody listens to it before. */
  readonly onward?: readonly Line[] | undefined;
}

export type InputKind = 'key' | 'speech';

/** The way from a person to Twilio: one verb listens at a time, and others such as recordings may listen in. */
export class Line {
  readonly #listeners: Listener[] = [];
  readonly #taps = new Set<Listener>();
  readonly #watchers = new Set<() => void>();

  /** Keys that came when nothing listened. */
  readonly #ahead: string[] = [];
  readonly #keepsAhead: boolean;

  /** Each hands over what is under way and nobody has taken yet. Returns whether that listener takes it. */
  readonly #untaken = new Set<(listener: Listener) => boolean>();
  readonly #underWay = new Set<'ask' | 'tell'>();

  /** @param keepsAhead - Whether keys that come when nothing listens are kept for whoever listens next. */
  constructor(keepsAhead: boolean) {
    this.#keepsAhead = keepsAhead;
  }

  /** Takes what comes from now on. @returns What ends that. */
  listen(listener: Listener): () => void {
    this.#listeners.push(listener);
    this.#tell();
    if (listener.key !== undefined) for (const key of this.#ahead.splice(0)) listener.key(key);
    for (const hand of [...this.#untaken]) if (hand(listener)) this.#untaken.delete(hand);
    const stops = listener.onward?.map((line) => line.watch(() => this.#tell())) ?? [];
    return () => {
      for (const stop of stops) stop();
      const index = this.#listeners.lastIndexOf(listener);
      if (index >= 0) this.#listeners.splice(index, 1);
    };
  }

  /** Hears what comes too, whoever takes it. @returns What ends that. */
  tap(listener: Listener): () => void {
    this.#taps.add(listener);
    this.#tell();
    return () => this.#taps.delete(listener);
  }

  /** Whether anything would come of a key, or of words. */
  isHeard(kind: InputKind): boolean {
    if ([...this.#taps].some((tap) => tap[kind] !== undefined)) return true;
    const taker = this.#taker(kind);
    if (taker?.onward === undefined) return taker !== undefined;
    return this.#once('ask', () => taker.onward?.some((line) => line.isHeard(kind))) === true;
  }

  /** Tells whenever somebody begins to listen. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  key(key: string): void {
    for (const tap of [...this.#taps]) tap.key?.(key);
    const takers = this.#listeners.filter((listener) => listener.key !== undefined).reverse();
    const isTaken = takers.some((taker) => taker.key?.(key) !== false);
    if (!isTaken && takers.length === 0 && this.#keepsAhead) this.#ahead.push(key);
  }

  /** Plays sound. */
  play(audio: Uint8Array): void {
    for (const tap of [...this.#taps]) tap.audio?.(audio);
    this.#listeners.findLast((listener) => listener.audio !== undefined)?.audio?.(audio);
  }

  /** The same with sound that a microphone hears now. */
  stream(audio: Uint8Array): void {
    for (const tap of [...this.#taps]) tap.live?.(audio);
    this.#listeners.findLast((listener) => listener.live !== undefined)?.live?.(audio);
  }

  /** Whether a stream listens to sound, here or where it leads to. */
  get carriesSound(): boolean {
    if ([...this.#taps].some(({ audio }) => audio !== undefined)) return true;
    const taker = this.#listeners.findLast(({ audio }) => audio !== undefined);
    return this.#once('ask', () => taker?.onward?.some((line) => line.carriesSound)) === true;
  }

  /** Begins to speak. @returns What finishes it: whoever took the beginning takes the end. */
  speak(speech: Speech): () => void {
    let taker = this.#taker('speech');
    let taken = speech;
    for (const tap of [...this.#taps]) tap.speechStart?.(speech);
    taker?.speechStart?.(speech);
    const hand = (listener: Listener) => {
      if (speech.rest === undefined || listener.speechStart === undefined) return false;
      taker = listener;
      taken = speech.rest();
      listener.speechStart(taken);
      return true;
    };
    if (taker === undefined) this.#untaken.add(hand);
    return () => {
      this.#untaken.delete(hand);
      for (const tap of [...this.#taps]) tap.speech?.(speech);
      if (taker === undefined || !this.#listeners.includes(taker)) return;
      taker.speech?.(taken);
    };
  }

  /** Something is heard that is not spoken. @returns What ends it. */
  sound(echo: Echo): () => void {
    for (const tap of [...this.#taps]) tap.sound?.(echo);
    const hand = (listener: Listener) => {
      listener.sound?.(echo);
      return listener.sound !== undefined;
    };
    if (!this.#listeners.toReversed().some(hand)) this.#untaken.add(hand);
    return () => this.#untaken.delete(hand);
  }

  /** Takes the star alone; other keys go to whoever listened before. @returns What ends that. */
  listenForStar(pressed: () => void): () => void {
    return this.listen({ key: (key) => (key === '*' ? pressed() : false) });
  }

  #taker(kind: InputKind): Listener | undefined {
    return this.#listeners.findLast((listener) => listener[kind] !== undefined);
  }

  #tell(): void {
    this.#once('tell', () => {
      for (const watcher of [...this.#watchers]) watcher();
    });
  }

  /** Lines may lead to one another in a circle: what comes back here ends here. */
  #once<Value>(what: 'ask' | 'tell', run: () => Value): Value | undefined {
    if (this.#underWay.has(what)) return undefined;
    this.#underWay.add(what);
    try {
      return run();
    } finally {
      this.#underWay.delete(what);
    }
  }
}

/** What is recognised on the way: word by word, where nothing else is said. */
export function readPartials(partials: readonly string[] | boolean, text: string): readonly string[] {
  if (typeof partials !== 'boolean') return partials;
  const words = text.trim().split(/\s+/);
  return partials ? words.slice(0, -1).map((_, index) => words.slice(0, index + 1).join(' ')) : [];
}
