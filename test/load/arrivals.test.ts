import { describe, expect, test } from 'vitest';
import { listArrivals } from '../../src/load/arrivals.js';
import { makePlan } from './plan.js';

const app = 'http://127.0.0.1:1';
const alone = { index: 0, count: 1 };

function list(changes: Parameters<typeof makePlan>[1], share = alone): readonly number[] {
  return [...listArrivals(makePlan(app, changes), share)].map(({ dueMs }) => dueMs);
}

describe('Arrivals', () => {
  test('come at equal distances, the first at once', () => {
    expect(list({ perSecond: 50, mostStories: 4 })).toEqual([0, 20, 40, 60]);
  });

  test('end with the duration, or with the number, whichever is first', () => {
    expect(list({ perSecond: 10, durationMs: 1000, mostStories: Number.POSITIVE_INFINITY })).toHaveLength(10);
    expect(list({ perSecond: 10, durationMs: 1000, mostStories: 3 })).toHaveLength(3);
  });

  test('rise evenly to the full rate during the ramp', () => {
    const due = list({ perSecond: 100, rampMs: 4000, durationMs: 6000, mostStories: 10_000 });
    const between = (from: number, to: number) => due.filter((ms) => ms >= from && ms < to).length;
    // The rate rises by 25 a second in each second, so that the seconds have 12.5, 37.5, 62.5 and 87.5 on average.
    expect(
      [between(0, 1000), between(1000, 2000), between(2000, 3000), between(3000, 4000)].map((n, i) => Math.abs(n - (12.5 + 25 * i)) <= 1),
    ).toEqual([true, true, true, true]);
    expect(between(4000, 5000)).toBe(100);
    expect(due).toEqual([...due].sort((one, other) => one - other));
  });

  test('are shared among threads without one being lost or coming twice', () => {
    for (const isRandom of [false, true]) {
      const plan = { perSecond: 100, durationMs: 2000, mostStories: 1000, isRandom };
      const shares = [0, 1, 2].map((index) => list(plan, { index, count: 3 }));
      expect(shares.flat().sort((one, other) => one - other)).toEqual(list(plan));
    }
  });

  test('that are left to chance come at the same rate on average, by exponential gaps, and equal for equal seeds', () => {
    const plan = { perSecond: 100, durationMs: 100_000, mostStories: 100_000, isRandom: true };
    const due = list(plan);
    expect(due.length).toBeGreaterThan(9_700);
    expect(due.length).toBeLessThan(10_300);
    const gaps = due.slice(1).map((ms, index) => ms - (due[index] ?? 0));
    // Of exponential gaps, 1 - 1/e are shorter than the mean.
    expect(gaps.filter((gap) => gap < 10).length / gaps.length).toBeCloseTo(1 - 1 / Math.E, 1);
    expect(list(plan)).toEqual(due);
    expect(list({ ...plan, seed: 2 })).not.toEqual(due);
  });
});
