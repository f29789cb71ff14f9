import type { InputKinds, Utterance } from './utterance.js';

/** Who is told of what an agent says. */
export interface SpeakerListener {
  started(): void;
  /** @param text - What was heard of it. */
  stopped(text: string): void;
}

/** Lets an agent be heard: one utterance after the other, unless the caller cuts in or the agent itself does. */
export class Speaker {
  readonly #listener: SpeakerListener;
  readonly #queue: Utterance[] = [];

  constructor(listener: SpeakerListener) {
    this.#listener = listener;
  }

  get isSpeaking(): boolean {
    return this.#queue.length > 0;
  }

  /** What the agent said last, which may go on. */
  get last(): Utterance | undefined {
    return this.#queue.at(-1);
  }

  /** Says something after all that is to be said before, or in place of it, where that may be cut off. */
  add(utterance: Utterance): void {
    while (this.#queue.length > 0 && this.#queue.at(-1)?.isPreemptible) {
      const dropped = this.#queue.pop() as Utterance;
      const { text } = dropped.cut();
      if (this.#queue.length === 0) this.#listener.stopped(text);
    }
    this.#queue.push(utterance);
    if (this.#queue.length === 1) this.#begin(utterance);
  }

  /**
   * The caller cuts in: what may be cut off is dropped, with all that waits behind it.
   *
   * @returns What was heard of it; nothing where it goes on.
   */
  interrupt(by: 'dtmf' | 'speech'): { readonly text: string; readonly ms: number } | undefined {
    const [current] = this.#queue;
    if (current === undefined || !includes(current.interruptibleBy, by)) return undefined;
    return this.#clear(current);
  }

  /** Ends all at once. */
  stop(): void {
    const [current] = this.#queue;
    if (current !== undefined) this.#clear(current);
  }

  #clear(current: Utterance): { readonly text: string; readonly ms: number } {
    this.#queue.length = 0;
    const heard = current.cut();
    this.#listener.stopped(heard.text);
    return heard;
  }

  #begin(utterance: Utterance): void {
    this.#listener.started();
    utterance.begin(() => {
      if (this.#queue[0] !== utterance) return;
      this.#queue.shift();
      this.#listener.stopped('text' in utterance ? String(utterance.text) : '');
      const [next] = this.#queue;
      if (next !== undefined) this.#begin(next);
    });
  }
}

/** Whether one kind of input is among those that a setting names. */
export function includes(kinds: InputKinds, kind: 'dtmf' | 'speech'): boolean {
  return kinds === 'any' || kinds === kind;
}
