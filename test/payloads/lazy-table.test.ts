import { describe, expect, test } from 'vitest';
import { lazyTable } from '../../src/payloads/schema/lazy-table.js';

describe('A lazy table', () => {
  const makings: string[] = [];
  const table = lazyTable(() => {
    makings.push('made');
    return { a: {}, b: {} };
  });

  test('is made when somebody looks into it, and once', () => {
    expect(makings).toEqual([]);
    expect(table.a).toBe(table.a);
    expect(Object.keys(table)).toEqual(['a', 'b']);
    expect(makings).toEqual(['made']);
  });

  test('is copied as any other', () => {
    const { a, b } = table;
    expect({ ...table }).toStrictEqual({ a, b });
    expect(Object.assign({}, table, { b: 1 })).toStrictEqual({ a, b: 1 });
    expect(Object.entries(table)).toStrictEqual([
      ['a', a],
      ['b', b],
    ]);
    expect(Object.hasOwn(table, 'a')).toBe(true);
    expect('a' in table && !('c' in table)).toBe(true);
    expect(Object.hasOwn(table, '__proto__')).toBe(false);
  });
});
