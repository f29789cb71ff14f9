import { describe, expect, test } from 'vitest';
import { decodeMuLaw, encodeMuLaw, hum, isSilent, SILENCE } from '../../../src/emulator/audio/mu-law.js';
import { Tape } from '../../../src/emulator/audio/tape.js';
import { readSound, writeWav } from '../../../src/emulator/audio/wav.js';

describe('mu-law', () => {
  test('comes back from samples as the byte that it was, but for the second zero', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const back = encodeMuLaw(decodeMuLaw(bytes));
    expect([...back].filter((byte, index) => byte !== index && index !== 0x7f)).toEqual([]);
  });

  test('has the values of G.711', () => {
    expect([...decodeMuLaw(Uint8Array.of(0xff, 0x7f, 0x00, 0x80, 0x0f, 0x8f, 0xf0))]).toEqual([
      0, 0, -32_124, 32_124, -16_764, 16_764, 120,
    ]);
  });

  test('tells silence from speech', () => {
    expect(isSilent(new Uint8Array(160).fill(SILENCE))).toBe(true);
    expect(isSilent(hum(100))).toBe(false);
    expect(hum(100)).toHaveLength(800);
  });
});

describe('a WAV', () => {
  const samples = Int16Array.from({ length: 1600 }, (_, index) => Math.round(8000 * Math.sin(index / 8)));

  test('of 16-bit samples is read as mu-law', () => {
    expect(readSound(writeWav([samples]))).toEqual(encodeMuLaw(samples));
  });

  test('of two channels is mixed, and of another rate brought to that of a telephone', () => {
    expect(readSound(writeWav([samples, samples]))).toEqual(encodeMuLaw(samples));
    const fast = writeWav([samples]);
    new DataView(fast.buffer).setUint32(24, 16_000, true);
    expect(readSound(fast)).toHaveLength(800);
  });

  test('of another kind is refused, and what is no WAV taken as it is', () => {
    const wrong = writeWav([samples]);
    new DataView(wrong.buffer).setUint16(34, 24, true);
    expect(() => readSound(wrong)).toThrow(/24 bits/);
    for (const bytes of [new Uint8Array(), Uint8Array.of(1, 2, 3), new TextEncoder().encode('RIFF')]) expect(readSound(bytes)).toBe(bytes);
  });

  test('that breaks off or lies about its length does no harm', () => {
    const whole = writeWav([samples]);
    for (let length = 12; length < 60; length += 1) {
      const read = () => readSound(whole.subarray(0, length));
      if (length < 36) expect(read).toThrow(TypeError);
      else expect(read().length).toBeLessThan(10);
    }
    new DataView(whole.buffer).setUint32(40, 0xffffffff, true);
    expect(readSound(whole)).toHaveLength(1600);
  });
});

describe('a tape', () => {
  test('keeps sound where it was heard, and not what was cut', () => {
    const tape = new Tape();
    tape.add('inbound', 1000, Uint8Array.of(0x80, 0x80));
    tape.add('outbound', 1001, new Uint8Array(80).fill(0x00));
    tape.cut('outbound', 1006);
    const view = new DataView(tape.toWav(1000, 1010).buffer);
    const channel = (offset: number) => Array.from({ length: 80 }, (_, index) => view.getInt16(44 + index * 4 + offset, true));
    expect(channel(0).flatMap((sample, index) => (sample === 0 ? [] : [index]))).toEqual([0, 1]);
    const right = channel(2).flatMap((sample, index) => (sample === 0 ? [] : [index]));
    expect([right.length, right[0], right.at(-1)]).toEqual([40, 8, 47]);
  });
});
