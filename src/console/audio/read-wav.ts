/** Sound as numbers from -1 to 1. */
export interface Wave {
  readonly rate: number;
  /** How many samples each channel has. */
  readonly length: number;
  readonly channels: readonly Float32Array[];
}

const HIGHEST = 32_768;

/** Reads a WAV of 16-bit samples, as the emulator makes it. @returns `undefined` for anything else. */
export function readWav(buffer: ArrayBuffer): Wave | undefined {
  const view = new DataView(buffer);
  if (buffer.byteLength < 44 || readText(view, 0) !== 'RIFF' || readText(view, 8) !== 'WAVE') return undefined;
  let count = 0;
  let rate = 0;
  for (let at = 12; at + 8 <= buffer.byteLength; ) {
    const size = view.getUint32(at + 4, true);
    const name = readText(view, at);
    if (name === 'fmt ') {
      count = view.getUint16(at + 10, true);
      rate = view.getUint32(at + 12, true);
      if (view.getUint16(at + 22, true) !== 16) return undefined;
    }
    if (name === 'data' && count > 0) return readSamples(view, at + 8, Math.min(size, buffer.byteLength - at - 8), count, rate);
    at += 8 + size + (size % 2);
  }
  return undefined;
}

function readText(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

function readSamples(view: DataView, start: number, bytes: number, count: number, rate: number): Wave {
  const length = Math.floor(bytes / (2 * count));
  const channels = Array.from({ length: count }, (_, channel) =>
    Float32Array.from({ length }, (_sample, index) => view.getInt16(start + (index * count + channel) * 2, true) / HIGHEST),
  );
  return { rate, length, channels };
}
