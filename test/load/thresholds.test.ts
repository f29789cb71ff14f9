import { describe, expect, test } from 'vitest';
import { type Figures, figureOf, isAbove, readThreshold } from '../../src/load/thresholds.js';

const figures: Figures = {
  count: 200,
  latencyMs: { count: 200, p50: 10, p90: 90, p95: 95, p99: 2000, max: 3000 },
  counts: { misses: 1, errors: 2, wrong: 0 },
};

/** Whether a limit is kept. */
function isKept(text: string): boolean {
  const threshold = readThreshold(text);
  return !isAbove(figureOf(threshold, figures) ?? Number.POSITIVE_INFINITY, threshold);
}

describe('A threshold', () => {
  test.each(['p99>2s', 'p50>10ms', 'max>0.05m', 'errors>2', 'errors>1%', 'misses>=0.6%', 'wrong>0', ' p95 > 95ms '])(
    'is kept: %s',
    (text) => {
      expect(isKept(text)).toBe(true);
    },
  );

  test.each(['p99>1.9s', 'p99>=2s', 'errors>1', 'errors>=1%', 'misses>0', 'misses>0.4%'])('is passed: %s', (text) => {
    expect(isKept(text)).toBe(false);
  });

  test('may be of a kind, or of agents', () => {
    expect(readThreshold('voice.incoming:p95>500ms')).toMatchObject({ of: 'voice.incoming', metric: 'p95', limit: 500 });
    expect(readThreshold('relay:p99>=1s')).toMatchObject({ of: 'relay', metric: 'p99', isInclusive: true, limit: 1000 });
  });

  test('of what was not measured has no figure', () => {
    expect(figureOf(readThreshold('p99>1s'), undefined)).toBeUndefined();
    expect(figureOf(readThreshold('failed>0'), figures)).toBeUndefined();
    expect(figureOf(readThreshold('p99>1s'), { ...figures, count: 0 })).toBeUndefined();
  });

  test.each([
    '',
    'p99',
    'p99>2',
    'p98>2s',
    'p99<2s',
    'errors>1s',
    'p99>2%',
    'p99>-1s',
    'p99>2s;',
    'a b:p99>1s',
    'constructor>1',
    `${'p'.repeat(50_000)}`,
  ])('is refused: %.20s', (text) => {
    expect(() => readThreshold(text)).toThrow(/--fail-on takes a figure and a limit, such as 'p99>2s'/);
  });
});
