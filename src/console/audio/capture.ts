// Runs beside the page, where browsers let programs have each sample of the microphone.
import { encodeSample } from '../../emulator/audio/mu-law.js';
import { Downsampler } from './downsampler.js';

/** What there is in the scope of an AudioWorklet, of which the compiler's libraries do not know. */
interface WorkletScope {
  readonly AudioWorkletProcessor: new () => { readonly port: MessagePort };
  readonly sampleRate: number;
  registerProcessor(name: string, processor: new () => object): void;
}

const { AudioWorkletProcessor, sampleRate, registerProcessor } = globalThis as unknown as WorkletScope;

/** How large a sample of 16 bits is; what is louder is cut by mu-law. */
const LOUDEST = 0x7fff;

/** 20 ms of a telephone. */
const FRAME_BYTES = 160;

/** Hands the sound to the page as a telephone carries it, frame by frame. */
class Capture extends AudioWorkletProcessor {
  readonly #downsampler = new Downsampler(sampleRate);
  #frame = new Uint8Array(FRAME_BYTES);
  #length = 0;

  process([input]: readonly (readonly Float32Array[])[]): boolean {
    const [samples] = input ?? [];
    if (samples !== undefined) for (const sample of this.#downsampler.push(samples)) this.#add(encodeSample(Math.round(sample * LOUDEST)));
    return true;
  }

  #add(byte: number): void {
    this.#frame[this.#length] = byte;
    this.#length += 1;
    if (this.#length < FRAME_BYTES) return;
    this.port.postMessage(this.#frame);
    this.#frame = new Uint8Array(FRAME_BYTES);
    this.#length = 0;
  }
}

registerProcessor('capture', Capture);
