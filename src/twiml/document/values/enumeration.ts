import { nearestName } from '../../did-you-mean.js';
import type { Kind } from '../../kinds.js';
import { listedValues } from '../../values/index.js';
import { listValues, type Misfit } from './misfit.js';

/** The values of an attribute that has a list of them, however long. */
export function valuesOf({ type, values, listed, words }: Kind<unknown>): readonly string[] {
  if (type === 'boolean') return ['true', 'false'];
  return values ?? (listed === undefined ? (words ?? []) : listedValues[listed]);
}

/** Checks one value of an enumeration. Where others are fine too, one that is nearly known is worth a hint and no more. */
export function checkChoice(kind: Kind<unknown>, value: string): Misfit | undefined {
  const values = valuesOf(kind);
  const text = value.trim();
  if (values.includes(text)) return undefined;
  const meant = values.find((known) => known.toLowerCase() === text.toLowerCase()) ?? nearestName(text, values);
  if (kind.open !== true) return { expected: values.length === 1 ? listValues(values) : `one of ${listValues(values)}`, meant };
  return meant === undefined || text === ''
    ? undefined
    : { expected: `values such as ${listValues(values.slice(0, 4))}`, meant, severity: 'info' };
}
