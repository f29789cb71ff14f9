import type { Kind } from '../../kinds.js';
import { checkChoice, valuesOf } from './enumeration.js';
import { listValues, type Misfit } from './misfit.js';
import { checkNumber, describeNumber } from './number.js';

/** Checks a list: what parts its items, each of them, and how many there are. */
export function checkList(kind: Kind<unknown>, value: string): Misfit | undefined {
  if (kind.separator === ',') return checkPhrases(kind, value);
  const items = value.trim().split(/\s+/);
  const values = valuesOf(kind);
  const expected =
    kind.items === undefined
      ? `${listValues(values)}, with spaces between several`
      : `${describeNumber(kind)}, with spaces between several`;
  if (value.trim() === '') return { expected };
  const misfits = items.map((item) => (kind.items === undefined ? checkChoice(kind, item) : checkNumber(kind, item)));
  const first =
    misfits.find((misfit) => misfit !== undefined && misfit.severity === undefined) ?? misfits.find((misfit) => misfit !== undefined);
  if (first === undefined) return undefined;
  const meant = findMeant(kind, value, items, misfits);
  return { ...first, expected, meant, sure: misfits.every((misfit) => misfit?.sure !== false) || isParted(kind, meant) };
}

/** Commas between the items are the usual slip; misspelt items come next. */
function findMeant(
  kind: Kind<unknown>,
  value: string,
  items: readonly string[],
  misfits: readonly (Misfit | undefined)[],
): string | undefined {
  for (const parts of [/[\s,;|]+/, /[\s,;|_+&/-]+/]) {
    const parted = value.split(parts).filter((item) => item !== '');
    if (parted.length > items.length && isParted(kind, parted.join(' '))) return parted.join(' ');
  }
  const meant = items.map((item, index) => (misfits[index] === undefined ? item : misfits[index]?.meant));
  return meant.includes(undefined) ? undefined : meant.join(' ');
}

/** Whether a list is as it should be, so that nothing but what parts its items was wrong. */
function isParted(kind: Kind<unknown>, value: string | undefined): boolean {
  return value !== undefined && checkList(kind, value) === undefined;
}

function checkPhrases({ maxItems = Infinity, maxLength = Infinity }: Kind<unknown>, value: string): Misfit | undefined {
  const items = value.split(',').map((item) => item.trim());
  if (items.length <= maxItems && items.every((item) => item.length <= maxLength)) return undefined;
  return { expected: `up to ${maxItems} words or phrases of up to ${maxLength} characters, with commas between them` };
}
