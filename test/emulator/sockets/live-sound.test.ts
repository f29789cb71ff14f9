import { expect, test } from 'vitest';
import { FRAME_BYTES, LiveSound } from '../../../src/emulator/sockets/live-sound.js';

const frame = (byte: number) => new Uint8Array(FRAME_BYTES).fill(byte);

test('what comes in uneven steps goes on in even ones, once enough has gathered', () => {
  const sound = new LiveSound();
  expect(sound.take()).toBeUndefined();
  for (const byte of [1, 2, 3]) sound.put(frame(byte));
  expect(sound.take()).toBeUndefined();
  sound.put(Uint8Array.from([...frame(4), ...frame(5)]));
  expect([1, 2, 3, 4, 5].map(() => sound.take()?.[0])).toEqual([1, 2, 3, 4, 5]);
  expect(sound.take()).toBeUndefined();
  sound.put(frame(6));
  expect(sound.take(), 'after a gap it gathers again').toBeUndefined();
});

test('what waits too long is left out, so that a talk is not late for good', () => {
  const sound = new LiveSound();
  for (let byte = 0; byte < 26; byte += 1) sound.put(frame(byte));
  expect(sound.take()?.[0]).toBe(22);
  for (let count = 0; count < 10_000; count += 1) sound.put(frame(count % 256));
  let rest = 0;
  while (sound.take() !== undefined) rest += 1;
  expect(rest).toBeLessThanOrEqual(25);
});

test('half a frame is none', () => {
  const sound = new LiveSound();
  for (let count = 0; count < 10; count += 1) sound.put(new Uint8Array(FRAME_BYTES - 1));
  expect(sound.take()).toBeUndefined();
});
