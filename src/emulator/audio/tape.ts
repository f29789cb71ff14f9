import { dropOldest } from '../keep.js';
import { decodeMuLaw, SAMPLE_RATE } from './mu-law.js';
import { writeWav } from './wav.js';

/** A piece of sound and when it begins. */
interface Piece {
  readonly at: number;
  bytes: Uint8Array;
}

const BYTES_A_MS = SAMPLE_RATE / 1000;

/** Is told of what a person hears as it comes, which may be before it is played, and when the rest of it is dropped. */
export interface TapeListener {
  heard(bytes: Uint8Array): void;
  cut(): void;
}

/** What can be heard of a call, in both directions. Silence takes no memory. */
export class Tape {
  /** What the person says, and what they hear. */
  readonly #tracks: Readonly<Record<'inbound' | 'outbound', Piece[]>> = { inbound: [], outbound: [] };
  readonly #keep: number;
  readonly #listeners = new Set<TapeListener>();

  /** @param keep - How many pieces of each direction are kept at most: the oldest go first, and are silent then. */
  constructor(keep = Number.POSITIVE_INFINITY) {
    this.#keep = keep;
  }

  /** Adds sound. @param at - When it begins, in milliseconds since the epoch. */
  add(track: 'inbound' | 'outbound', at: number, bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#tracks[track].push({ at, bytes });
    dropOldest(this.#tracks[track], this.#keep);
    if (track === 'outbound') for (const listener of [...this.#listeners]) listener.heard(bytes);
  }

  /** Tells of what the person hears from now on. @returns What ends that. */
  listen(listener: TapeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whether there is nothing to hear. */
  get isEmpty(): boolean {
    return this.#tracks.inbound.length === 0 && this.#tracks.outbound.length === 0;
  }

  /** Takes back what would come later, because it is not played any more. */
  cut(track: 'inbound' | 'outbound', at: number): void {
    if (track === 'outbound') for (const listener of [...this.#listeners]) listener.cut();
    for (const piece of this.#tracks[track]) {
      const kept = Math.max(0, Math.round((at - piece.at) * BYTES_A_MS));
      if (kept < piece.bytes.length) piece.bytes = piece.bytes.subarray(0, kept);
    }
  }

  /** A WAV from one moment to another: the person left, what they hear right. */
  toWav(from: number, until: number): Uint8Array {
    const length = Math.max(0, Math.round((until - from) * BYTES_A_MS));
    return writeWav([this.#tracks.inbound, this.#tracks.outbound].map((pieces) => render(pieces, from, length)));
  }
}

function render(pieces: readonly Piece[], from: number, length: number): Int16Array {
  const samples = new Int16Array(length);
  for (const { at, bytes } of pieces) {
    const start = Math.round((at - from) * BYTES_A_MS);
    if (start >= 0 && start < length) samples.set(decodeMuLaw(bytes.subarray(0, length - start)), start);
  }
  return samples;
}
