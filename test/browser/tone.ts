import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWav } from '../../src/emulator/audio/wav.js';

/** A tone of some seconds, as a telephone carries it. */
export function makeTone(hz: number, seconds: number, rate = 8000): Int16Array {
  return Int16Array.from({ length: seconds * rate }, (_, index) => Math.round(12_000 * Math.sin((2 * Math.PI * hz * index) / rate)));
}

/** How high a tone is. */
export function measureHz(samples: Int16Array): number {
  const rises = samples.reduce((count, sample, index) => (sample >= 0 && (samples[index - 1] ?? 0) < 0 ? count + 1 : count), 0);
  return (rises * 8000) / samples.length;
}

/** A file for the microphone that Chromium pretends to have, and what it is started with. */
export function pretendMicrophone(samples: Int16Array, rate: number): { readonly args: readonly string[]; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-microphone-'));
  const file = join(folder, 'spoken.wav');
  const wav = writeWav([samples]);
  const head = new DataView(wav.buffer);
  head.setUint32(24, rate, true);
  head.setUint32(28, rate * 2, true);
  writeFileSync(file, wav);
  return {
    args: ['--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${file}`, '--autoplay-policy=no-user-gesture-required'],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
