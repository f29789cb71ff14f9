import type { Kind } from '../../kinds.js';
import { type ListedName, listedValues } from '../../values/index.js';
import { findMeant } from '../misspelling.js';
import { listValues, type Misfit } from './misfit.js';

/** The values of an attribute that has a list of them, however long. */
export function valuesOf({ type, values, listed, words }: Kind<unknown>): readonly string[] {
  if (type === 'boolean') return ['true', 'false'];
  return values ?? (listed === undefined ? (words ?? []) : listedValues[listed]);
}

const sets = /* @__PURE__ */ new Map<string, ReadonlySet<string>>();

/** Whether a value is in a list, which may have a thousand. */
export function isListed(name: ListedName, value: string): boolean {
  let set = sets.get(name);
  if (set === undefined) {
    set = new Set(listedValues[name]);
    sets.set(name, set);
  }
  return set.has(value);
}

/** Checks one value of an enumeration. Where others are fine too, one that is nearly known is worth a hint and no more. */
export function checkChoice(kind: Kind<unknown>, value: string): Misfit | undefined {
  const text = value.trim();
  if (kind.listed === undefined ? kind.values?.includes(text) === true : isListed(kind.listed, text)) return undefined;
  const values = valuesOf(kind);
  const { name: meant, isMisspelling: sure = false } = findMeant(text, values) ?? {};
  if (kind.open !== true) return { expected: values.length === 1 ? listValues(values) : `one of ${listValues(values)}`, meant, sure };
  return meant === undefined || text === ''
    ? undefined
    : { expected: `values such as ${listValues(values.slice(0, 4))}`, meant, sure, severity: 'info' };
}
