/** What a value may be: a literal, a matcher word with its operand, an object whose properties fit, or a list of the same length. */
export type Matcher = unknown;

type Words = Readonly<Record<string, (value: unknown, operand: never, loose: boolean) => boolean>>;

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
  contains: (value, part: string, loose) =>
    Array.isArray(value) ? value.some((one) => fitsMatcher(part, one, loose)) : textOf(value).includes(part),
  oneOf: (value, choices: readonly Matcher[], loose) => choices.some((choice) => fitsMatcher(choice, value, loose)),
  sid: (value, prefix: string) => new RegExp(`^${prefix}[0-9a-f]{32}$`).test(textOf(value)),
  min: (value, least: number) => numberOf(value) >= least,
  max: (value, most: number) => numberOf(value) <= most,
  length: (value, length: number) => (value as { readonly length?: number } | undefined)?.length === length,
  not: (value, matcher: Matcher, loose) => !fitsMatcher(matcher, value, loose),
  every: (value, matcher: Matcher, loose) => Array.isArray(value) && value.every((one) => fitsMatcher(matcher, one, loose)),
  some: (value, matcher: Matcher, loose) => Array.isArray(value) && value.some((one) => fitsMatcher(matcher, one, loose)),
};

/** Whether a value fits. @param loose - Compares literals as texts, as parameters are. */
export function fitsMatcher(matcher: Matcher, value: unknown, loose = false): boolean {
  if (matcher === null) return value === null || value === undefined;
  if (typeof matcher !== 'object') {
    if (loose && value !== undefined && value !== null) return textOf(value) === String(matcher);
    return Object.is(value, matcher) || (value instanceof Date && value.toISOString() === String(matcher));
  }
  if (Array.isArray(matcher))
    return Array.isArray(value) && value.length === matcher.length && matcher.every((one, index) => fitsMatcher(one, value[index], loose));
  const entries = Object.entries(matcher);
  if (entries.length > 0 && entries.every(([name]) => Object.hasOwn(WORDS, name)))
    return entries.every(([name, operand]) => WORDS[name]?.(value, operand as never, loose));
  if (typeof value !== 'object' || value === null) return false;
  return entries.every(([name, one]) => fitsMatcher(one, (value as Readonly<Record<string, unknown>>)[name], loose));
}
