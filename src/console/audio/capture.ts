// Runs beside the page, where browsers let programs have each sample of the microphone.

/** What there is in the scope of an AudioWorklet, of which the compiler's libraries do not know. */
interface WorkletScope {
  readonly AudioWorkletProcessor: new () => { readonly port: MessagePort };
  registerProcessor(name: string, processor: new () => object): void;
}

const { AudioWorkletProcessor, registerProcessor } = globalThis as unknown as WorkletScope;

/** Hands each stretch of sound to the page. */
class Capture extends AudioWorkletProcessor {
  process([input]: readonly (readonly Float32Array[])[]): boolean {
    const [samples] = input ?? [];
    if (samples !== undefined) this.port.postMessage(samples.slice());
    return true;
  }
}

registerProcessor('capture', Capture);
