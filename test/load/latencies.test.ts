import { expect, test } from 'vitest';
import { addLatencies, makeLatencies, recordMs, summarize } from '../../src/load/latencies.js';

test('Percentiles are those of what was counted, to a thousandth', () => {
  const latencies = makeLatencies();
  for (let ms = 1; ms <= 1000; ms += 1) recordMs(latencies, ms);
  const { count, ...percentiles } = summarize(latencies);
  expect(count).toBe(1000);
  for (const [name, ms] of Object.entries({ p50: 500, p90: 900, p95: 950, p99: 990, max: 1000 })) {
    expect(Math.abs((percentiles[name as keyof typeof percentiles] ?? 0) - ms)).toBeLessThanOrEqual(ms * 0.0015);
  }
});

test('Those of several threads add up to those of all', () => {
  const [one, other, both] = [makeLatencies(), makeLatencies(), makeLatencies()];
  for (let ms = 1; ms <= 500; ms += 1) {
    recordMs(one, ms);
    recordMs(both, ms);
    recordMs(other, 10 * ms);
    recordMs(both, 10 * ms);
  }
  addLatencies(one, other);
  expect(summarize(one)).toEqual(summarize(both));
});

test('Nothing counted has no figures, and adding it changes nothing', () => {
  const latencies = makeLatencies();
  expect(summarize(latencies)).toEqual({ count: 0, p50: 0, p90: 0, p95: 0, p99: 0, max: 0 });
  recordMs(latencies, 5);
  addLatencies(latencies, makeLatencies());
  expect(summarize(latencies).count).toBe(1);
});

test('What took no time at all, and what took an hour, are counted too', () => {
  const latencies = makeLatencies();
  recordMs(latencies, 0);
  recordMs(latencies, 3_600_000);
  expect(summarize(latencies).count).toBe(2);
  expect(summarize(latencies).max).toBeGreaterThanOrEqual(600_000);
});
