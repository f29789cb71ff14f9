/** Telephones carry so many samples a second. */
const RATE = 8000;

const HEADER = 44;

/** A WAV of 8000 samples a second out of sound of any rate. What is too high for that rate is taken out first, roughly. */
export function writeTelephoneWav(samples: Float32Array, rate: number): Uint8Array {
  const length = Math.floor((samples.length * RATE) / rate);
  const bytes = new Uint8Array(HEADER + length * 2);
  const view = new DataView(bytes.buffer);
  writeHeader(view, length);
  const step = rate / RATE;
  for (let index = 0; index < length; index += 1) {
    const value = Math.max(-1, Math.min(1, averageOf(samples, index * step, (index + 1) * step)));
    view.setInt16(HEADER + index * 2, Math.round(value * 0x7fff), true);
  }
  return bytes;
}

/** The average of a stretch: a simple low-pass filter. */
function averageOf(samples: Float32Array, from: number, to: number): number {
  const first = Math.floor(from);
  const last = Math.max(first + 1, Math.floor(to));
  let sum = 0;
  for (let at = first; at < last; at += 1) sum += samples[at] ?? 0;
  return sum / (last - first);
}

function writeHeader(view: DataView, length: number): void {
  const text = (at: number, value: string) => {
    for (let index = 0; index < value.length; index += 1) view.setUint8(at + index, value.charCodeAt(index));
  };
  text(0, 'RIFF');
  view.setUint32(4, HEADER - 8 + length * 2, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, length * 2, true);
}
