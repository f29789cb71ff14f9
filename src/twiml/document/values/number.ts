import type { Kind } from '../../kinds.js';
import type { Misfit } from './misfit.js';

const WHOLE = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** Checks a number against its range. White space around it does not count. */
export function checkNumber(kind: Kind<unknown>, value: string): Misfit | undefined {
  const text = value.trim();
  if (kind.words?.includes(text)) return undefined;
  const form = kind.type === 'decimal' ? DECIMAL : WHOLE;
  const misfit: Misfit = { expected: describeNumber(kind) };
  if (!form.test(text)) return { ...misfit, meant: findWord(kind, text) ?? findNumber(text, form) };
  const number = Number(text);
  return number < (kind.min ?? -Infinity) || number > (kind.max ?? Infinity) ? { ...misfit, isOutOfRange: true } : undefined;
}

/** What a number may be, to be read after "takes". */
export function describeNumber({ type, items, min, max, words }: Kind<unknown>): string {
  const what = type === 'decimal' ? 'a number' : items === undefined ? 'a whole number' : 'whole numbers';
  const range =
    max === undefined ? (min === undefined ? '' : ` of at least ${min}`) : min === undefined ? ` up to ${max}` : ` from ${min} to ${max}`;
  return `${what}${range}${words === undefined ? '' : ` or ${words.map((word) => `"${word}"`).join(', ')}`}`;
}

function findWord(kind: Kind<unknown>, text: string): string | undefined {
  return kind.words?.find((word) => word === text.toLowerCase());
}

/** `10s` and `$5` are numbers with something on them. */
function findNumber(text: string, form: RegExp): string | undefined {
  const number = /^[$€£]?([\d.]+)\s?[a-zA-Z%]{0,7}$/.exec(text)?.[1];
  return number !== undefined && form.test(number) ? number : undefined;
}
