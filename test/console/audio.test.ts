import { describe, expect, test } from 'vitest';
import { Downsampler } from '../../src/console/audio/downsampler.js';
import { join, Uplink } from '../../src/console/audio/uplink.js';

describe('sound of a microphone', () => {
  const tone = (hz: number, rate: number) => Float32Array.from({ length: rate }, (_, index) => Math.sin((2 * Math.PI * hz * index) / rate));
  const push = (rate: number, samples: Float32Array) => {
    const downsampler = new Downsampler(rate);
    const out: number[] = [];
    for (let at = 0; at < samples.length; at += 128) out.push(...downsampler.push(samples.subarray(at, at + 128)));
    return out;
  };
  const loudness = (samples: readonly number[]) => Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

  test.each([8000, 16_000, 44_100, 48_000, 96_000])('of %i samples a second comes out as 8000', (rate) => {
    const out = push(rate, tone(440, rate));
    expect(out.length).toBeGreaterThan(7950);
    expect(out.length).toBeLessThanOrEqual(8000);
    expect(loudness(out.slice(200))).toBeCloseTo(Math.SQRT1_2, 1);
    const rises = out.filter((sample, index) => sample >= 0 && (out[index - 1] ?? 0) < 0).length;
    expect(Math.abs(rises - 440)).toBeLessThan(5);
  });

  test('loses what a telephone cannot carry, and does not turn it into another tone', () => {
    expect(loudness(push(48_000, tone(6000, 48_000)).slice(200))).toBeLessThan(0.02);
  });

  test('is the same in whatever stretches it comes', () => {
    const samples = tone(300, 44_100).subarray(0, 4410);
    const whole = new Downsampler(44_100).push(samples);
    expect(push(44_100, samples)).toEqual(whole);
  });
});

describe('the way to the emulator', () => {
  const frame = (byte: number) => new Uint8Array(160).fill(byte);

  test('sends one message at a time, with all that has gathered, in its order', async () => {
    const sent: Uint8Array[] = [];
    const answers: (() => void)[] = [];
    const uplink = new Uplink(
      (bytes) =>
        new Promise((resolve) => {
          sent.push(bytes);
          answers.push(() => resolve(true));
        }),
    );
    for (let byte = 0; byte < 7; byte += 1) uplink.put(frame(byte));
    expect(sent.map(({ length }) => length)).toEqual([320]);
    answers[0]?.();
    await expect.poll(() => sent.length).toBe(2);
    expect(join(sent)).toEqual(join([0, 1, 2, 3, 4, 5, 6].map(frame)));
  });

  test('leaves out what is a second late, and counts it', async () => {
    const uplink = new Uplink(() => new Promise(() => undefined));
    let late = 0;
    for (let count = 0; count < 200; count += 1) late += uplink.put(frame(1));
    expect(late).toBe(200 - 2 - 50);
  });

  test('drops what waits when a message is refused, and begins anew', async () => {
    const sent: number[] = [];
    const uplink = new Uplink(async (bytes) => {
      sent.push(bytes[0] as number);
      return sent.length > 1;
    });
    for (const byte of [1, 1, 2, 2, 3]) uplink.put(frame(byte));
    await new Promise((resolve) => setTimeout(resolve, 10));
    for (const byte of [9, 9]) uplink.put(frame(byte));
    expect(sent).toEqual([1, 9]);
  });
});
