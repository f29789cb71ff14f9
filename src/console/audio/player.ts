import { decodeMuLaw } from '../../emulator/audio/mu-law.js';
import { TELEPHONE_RATE } from './downsampler.js';

/** What comes first waits for so long, in seconds, so that what comes a little late leaves no gap. */
const AHEAD = 0.12;

/** Plays what a telephone hears: one stretch after the other, without a gap. */
export class Player {
  readonly #context = new AudioContext({ sampleRate: TELEPHONE_RATE });
  readonly #meter = this.#context.createAnalyser();
  readonly #samples = new Float32Array(this.#meter.fftSize);
  readonly #playing = new Set<AudioBufferSourceNode>();
  #until = 0;

  constructor() {
    this.#meter.connect(this.#context.destination);
  }

  /** How loud it is now, from 0 to 1. */
  get level(): number {
    this.#meter.getFloatTimeDomainData(this.#samples);
    return this.#samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
  }

  /** Plays mu-law behind what is there already. */
  play(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    const buffer = this.#context.createBuffer(1, bytes.length, TELEPHONE_RATE);
    buffer.copyToChannel(
      Float32Array.from(decodeMuLaw(bytes), (sample) => sample / 0x8000),
      0,
    );
    const source = this.#context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.#meter);
    source.onended = () => this.#playing.delete(source);
    const at = Math.max(this.#until, this.#context.currentTime + (this.#playing.size === 0 ? AHEAD : 0));
    source.start(at);
    this.#playing.add(source);
    this.#until = at + buffer.duration;
  }

  /** Drops what was not played yet. */
  cut(): void {
    for (const source of this.#playing) source.stop();
    this.#playing.clear();
    this.#until = 0;
  }

  close(): void {
    void this.#context.close();
  }
}
