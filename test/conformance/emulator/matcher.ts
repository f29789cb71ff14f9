import { isSameUrl } from './urls.js';

/** What a value may be: a literal, a matcher word with its operand, an object whose properties fit, or a list of the same length. */
export type Matcher = unknown;

/** How a value is compared. */
export interface Comparison {
  /** Compares literals as texts, as parameters are. */
  readonly isLoose?: boolean;
  /** The CallSids of each person. */
  readonly legs?: Readonly<Record<string, ReadonlySet<string>>>;
  /** The parameters that the value stands among. */
  readonly parameters?: Readonly<Record<string, string>>;
}

type Words = Readonly<Record<string, (value: unknown, operand: never, comparison: Comparison) => boolean>>;

const textOf = (value: unknown): string =>
  value === undefined || value === null
    ? ''
    : value instanceof Date
      ? value.toISOString()
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);

const numberOf = (value: unknown): number => (textOf(value) === '' ? Number.NaN : Number(textOf(value)));

/** The words that an object of a matcher may consist of. */
const WORDS: Words = {
  absent: (value) => value === undefined || value === null,
  present: (value) => value !== undefined && value !== null,
  matches: (value, pattern: string) => new RegExp(pattern, 'u').test(textOf(value)),
  contains: (value, part: string, how) =>
    Array.isArray(value) ? value.some((one) => fitsMatcher(part, one, how)) : textOf(value).includes(part),
  oneOf: (value, choices: readonly Matcher[], how) => choices.some((choice) => fitsMatcher(choice, value, how)),
  sid: (value, prefix: string) => new RegExp(`^${prefix}[0-9a-f]{32}$`).test(textOf(value)),
  any: (value) => textOf(value) !== '',
  int: (value) => /^\d+$/.test(textOf(value)),
  gt: (value, bound: number) => numberOf(value) > bound,
  between: (value, [least, most]: readonly [number, number]) => numberOf(value) >= least && numberOf(value) <= most,
  url: (value, wanted: string) => isSameUrl(wanted, textOf(value)),
  leg: (value, who: string, { legs }) => legs?.[who]?.has(textOf(value)) === true,
  minutesOf: (value, name: string, { parameters }) => textOf(value) === String(Math.ceil(Number(parameters?.[name]) / 60)),
  json: (value, wanted: Readonly<Record<string, unknown>>) => {
    const parsed = JSON.parse(textOf(value)) as Readonly<Record<string, unknown>>;
    return Object.entries(wanted).every(([key, part]) => JSON.stringify(parsed[key]) === JSON.stringify(part));
  },
  min: (value, least: number) => numberOf(value) >= least,
  max: (value, most: number) => numberOf(value) <= most,
  length: (value, length: number) => (value as { readonly length?: number } | undefined)?.length === length,
  not: (value, matcher: Matcher, how) => !fitsMatcher(matcher, value, how),
  every: (value, matcher: Matcher, how) => Array.isArray(value) && value.every((one) => fitsMatcher(matcher, one, how)),
  some: (value, matcher: Matcher, how) => Array.isArray(value) && value.some((one) => fitsMatcher(matcher, one, how)),
};

/** Whether a value fits. */
export function fitsMatcher(matcher: Matcher, value: unknown, how: Comparison = {}): boolean {
  if (matcher === null) return value === null || value === undefined;
  if (typeof matcher !== 'object') {
    if (how.isLoose === true && value !== undefined && value !== null) return textOf(value) === String(matcher);
    return Object.is(value, matcher) || (value instanceof Date && value.toISOString() === String(matcher));
  }
  if (Array.isArray(matcher))
    return Array.isArray(value) && value.length === matcher.length && matcher.every((one, index) => fitsMatcher(one, value[index], how));
  const entries = Object.entries(matcher);
  if (entries.length > 0 && entries.every(([name]) => Object.hasOwn(WORDS, name)))
    return entries.every(([name, operand]) => WORDS[name]?.(value, operand as never, how));
  if (typeof value !== 'object' || value === null) return false;
  return entries.every(([name, one]) => fitsMatcher(one, (value as Readonly<Record<string, unknown>>)[name], how));
}
