import type { FormPair } from '../../request/forms.js';

/**
 * How nested values are named. A list's are `a`, `a[]` or `a[0]`, which the parsers that nest names read all alike; an object's `a[b]`, or
 * with dots `a.b`, which is how the names of Conversations are written.
 */
export type Brackets = 'none' | 'empty' | 'numbered' | 'dots';

/** Deeper and larger bodies are no forms. Both bounds also end a body that holds itself. */
const DEEPEST = 16;
const MOST = 20_000;

/** Writes the names of nested values as a form has them: `{ a: { b: 'c' } }` came from `a[b]=c`. */
export function flattenBody(body: object, brackets: Brackets): FormPair[] {
  const pairs: FormPair[] = [];
  for (const [name, value] of Object.entries(body)) addValue(pairs, name, value, brackets, DEEPEST);
  return pairs;
}

function addValue(pairs: FormPair[], name: string, value: unknown, brackets: Brackets, depth: number): void {
  if (depth === 0 || pairs.length > MOST || value === undefined) return;
  if (typeof value !== 'object' || value === null) {
    pairs.push({ name, value: value === null ? '' : String(value) });
  } else if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) {
      // A list of objects has its numbers in every style: without them the objects could not be told apart.
      const index = brackets === 'numbered' || typeof item === 'object' ? `[${at}]` : brackets === 'empty' ? '[]' : '';
      addValue(pairs, name + index, item, brackets, depth - 1);
    }
  } else {
    for (const [key, item] of Object.entries(value)) {
      addValue(pairs, brackets === 'dots' ? `${name}.${key}` : `${name}[${key}]`, item, brackets, depth - 1);
    }
  }
}
