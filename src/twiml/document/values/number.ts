import type { Kind } from '../../kinds.js';
import type { Misfit } from './misfit.js';

const WHOLE = /^[+-]?\d+$/;
/** What is at least so large is measured in milliseconds. */
const MILLISECONDS = 100;

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/** Checks a number against its range. White space around it does not count. */
export function checkNumber(kind: Kind<unknown>, value: string): Misfit | undefined {
  const text = value.trim();
  if (kind.words?.includes(text)) return undefined;
  const form = kind.type === 'decimal' ? DECIMAL : WHOLE;
  const misfit: Misfit = { expected: describeNumber(kind) };
  if (!form.test(text)) return { ...misfit, meant: findWord(kind, text) ?? findNumber(kind, text, form) };
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

/** `10s` and `$5` are numbers with something on them. Two minutes are no two seconds, and three seconds no three milliseconds. */
function findNumber(kind: Kind<unknown>, text: string, form: RegExp): string | undefined {
  const [, number, unit = ''] = /^[$€£]?([\d.]+)\s?([a-zA-Z%]{0,7})$/.exec(text) ?? [];
  const units = (kind.min ?? 0) >= MILLISECONDS ? /^(?:ms|msecs?)?$/i : /^(?:s|secs?|seconds?|px|digits?|usd|eur|gbp|times?)?$/i;
  return number !== undefined && units.test(unit) && form.test(number) && checkNumber(kind, number) === undefined ? number : undefined;
}
