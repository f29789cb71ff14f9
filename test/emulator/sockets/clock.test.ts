import { describe, expect, test } from 'vitest';
import { VirtualClock } from '../../../src/emulator/clock/virtual-clock.js';

const make = (drives = true) => new VirtualClock({ now: 0, drives, patienceMs: 5 });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a virtual clock while something is open that has a time of its own', () => {
  test('goes with the world, whoever waits', async () => {
    const clock = make();
    const stop = clock.live();
    const ran: number[] = [];
    clock.after(50, () => ran.push(clock.now));
    await pause(120);
    expect(ran).toEqual([50]);
    expect(clock.now).toBeGreaterThanOrEqual(110);
    stop();
    const { now } = clock;
    await pause(30);
    expect(clock.now).toBe(now);
    clock.close();
  });

  test('jumps by advance() and idle() all the same, and goes on from there', async () => {
    const clock = make();
    clock.live();
    const ran: string[] = [];
    clock.after(60_000, () => ran.push('minute'));
    clock.after(3_600_000, () => ran.push('hour'));
    const begun = performance.now();
    await clock.advance(60_000);
    expect(ran).toEqual(['minute']);
    await clock.idle();
    expect(ran).toEqual(['minute', 'hour']);
    expect(performance.now() - begun).toBeLessThan(2000);
    const { now } = clock;
    await pause(40);
    expect(clock.now).toBeGreaterThan(now);
    clock.close();
  });

  test('runs what is due in order, each at its own time, even when the process was busy', async () => {
    const clock = make();
    clock.live();
    const ran: number[] = [];
    for (const ms of [20, 40, 60]) clock.after(ms, () => ran.push(clock.now));
    const until = performance.now() + 100;
    while (performance.now() < until);
    await pause(30);
    expect(ran).toEqual([20, 40, 60]);
    expect(clock.latenessMs).toBeGreaterThan(30);
    clock.close();
  });

  test('does not stand while the application works, as it does otherwise', async () => {
    const clock = make();
    clock.live();
    let ran = false;
    clock.after(20, () => {
      ran = true;
    });
    await clock.hold(pause(80));
    expect(ran).toBe(true);
    clock.close();
  });

  test('is moved by advance() alone where that is wanted', async () => {
    const clock = make(false);
    clock.live();
    await pause(30);
    expect(clock.now).toBe(0);
    await clock.advance(1000);
    expect(clock.now).toBe(1000);
    clock.close();
  });
});
