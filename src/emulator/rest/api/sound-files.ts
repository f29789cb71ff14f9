/** Samples a second, as telephones have them. */
const RATE = 8000;

/** The tone that stands for music: how high it is, in hertz, and how loud, of 32767. */
const PITCH = 440;
const LOUDNESS = 3000;

/** What a WAV is made of. */
interface Sound {
  readonly seconds: number;
  readonly channels: 1 | 2;
  /** When there is music, in milliseconds. */
  readonly music: readonly { readonly from: number; readonly until: number }[];
}

/** A WAV of silence, and of a tone where there is music: 16 bits a sample. */
export function makeWav({ seconds, channels, music }: Sound): Uint8Array {
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
  const samples = seconds * RATE;
  for (const { from, until } of music) {
    const end = Math.min(samples, Math.round((until / 1000) * RATE));
    for (let at = Math.round((from / 1000) * RATE); at < end; at += 1) {
      const sample = Math.round(LOUDNESS * Math.sin((2 * Math.PI * PITCH * at) / RATE));
      for (let channel = 0; channel < channels; channel += 1) view.setInt16(44 + (at * channels + channel) * 2, sample, true);
    }
  }
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
