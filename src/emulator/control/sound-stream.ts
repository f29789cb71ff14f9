import type { Leg } from '../calls/leg.js';
import { encodeBase64 } from './base64.js';
import type { SoundNotice } from './protocol.js';

/** How much waits at most for somebody slow, in base64: some minutes. */
const MOST_WAITING = 4_000_000;

/** Tells of what a telephone hears of a media stream, as server-sent events. */
export function streamSound(leg: Leg): ReadableStream<Uint8Array> {
  const reader = new SoundReader(leg);
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const text = await reader.read();
        if (text === undefined) controller.close();
        else controller.enqueue(encoder.encode(text));
      },
      cancel: () => reader.close(),
    },
    { highWaterMark: 0 },
  );
}

class SoundReader {
  readonly #stop: () => void;
  #waiting: string[] = [': here\n\n'];
  #size = 0;
  #isOver = false;
  #wake: () => void = () => undefined;

  constructor({ tape, scope }: Leg) {
    this.#stop = tape.listen({
      heard: (bytes) => this.#note(`data: ${JSON.stringify({ base64: encodeBase64(bytes) } satisfies SoundNotice)}\n\n`),
      cut: () => this.#begin('event: cut\ndata: {}\n\n'),
    });
    // It waits for nothing but the end of the call.
    scope.wait(() => undefined).catch(() => this.#end());
  }

  /** What there is to tell; waits for it, where there is nothing yet. Nothing after the end. */
  async read(): Promise<string | undefined> {
    for (;;) {
      if (this.#waiting.length > 0) return this.#take();
      if (this.#isOver) return undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  close(): void {
    this.#stop();
  }

  #take(): string {
    this.#size = 0;
    return this.#waiting.splice(0).join('');
  }

  #note(text: string): void {
    this.#size += text.length;
    if (this.#size > MOST_WAITING) this.#begin('event: cut\ndata: {}\n\n');
    this.#waiting.push(text);
    this.#wake();
  }

  /** What waits is not played any more. */
  #begin(text: string): void {
    this.#size = 0;
    this.#waiting = [text];
    this.#wake();
  }

  #end(): void {
    this.close();
    this.#isOver = true;
    this.#waiting.push('event: end\ndata: {}\n\n');
    this.#wake();
  }
}
