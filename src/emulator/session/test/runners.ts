/** What runs a test. */
export type Runner = 'vitest' | 'jest' | 'node';

interface Dialect {
  readonly imports: readonly string[];
  /** What runs something when all is over. */
  readonly after: string;
  /** Writes that two things are equal. */
  readonly equal: (actual: string, expected: string) => string;
}

const expectEqual = (actual: string, expected: string) => `expect(${actual}).toBe(${expected});`;

/** What tests look like for each. */
export const RUNNERS: { readonly [Name in Runner]: Dialect } = {
  vitest: { imports: ["import { afterAll, expect, test } from 'vitest';"], after: 'afterAll', equal: expectEqual },
  jest: { imports: ["import { afterAll, expect, test } from '@jest/globals';"], after: 'afterAll', equal: expectEqual },
  node: {
    imports: ["import assert from 'node:assert/strict';", "import { after, test } from 'node:test';"],
    after: 'after',
    equal: (actual, expected) => `assert.equal(${actual}, ${expected});`,
  },
};

/** Whether a text names one. */
export function isRunner(text: string): text is Runner {
  return Object.hasOwn(RUNNERS, text);
}
