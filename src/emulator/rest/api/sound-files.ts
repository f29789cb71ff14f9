/** Samples a second, as telephones have them. */
const RATE = 8000;

/** A WAV of silence: 16 bits a sample. */
export function makeWav(seconds: number, channels: 1 | 2): Uint8Array {
  const size = seconds * RATE * channels * 2;
  const bytes = new Uint8Array(44 + size);
  const view = new DataView(bytes.buffer);
  const write = (at: number, text: string) => {
    for (let index = 0; index < text.length; index += 1) view.setUint8(at + index, text.charCodeAt(index));
  };
  write(0, 'RIFF');
  view.setUint32(4, 36 + size, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * channels * 2, true);
  view.setUint16(32, channels * 2, true);
  view.setUint16(34, 16, true);
  write(36, 'data');
  view.setUint32(40, size, true);
  return bytes;
}

/** A frame of MPEG 1 Layer III, 32 kbit/s at 32 kHz, one channel: it has 1152 samples, and 144 bytes. */
const FRAME_HEADER = [0xff, 0xfb, 0x18, 0xc4];
const FRAME_BYTES = 144;
const FRAMES_A_SECOND = 32_000 / 1152;

/** An MP3 of silence: frames that hold nothing but their headers. */
export function makeMp3(seconds: number): Uint8Array {
  const frames = Math.max(1, Math.round(seconds * FRAMES_A_SECOND));
  const bytes = new Uint8Array(frames * FRAME_BYTES);
  for (let frame = 0; frame < frames; frame += 1) bytes.set(FRAME_HEADER, frame * FRAME_BYTES);
  return bytes;
}
