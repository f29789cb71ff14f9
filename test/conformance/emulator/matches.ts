import type { Matcher } from './row.js';

export const PUBLIC_URL = 'https://app.example';

/** What matchers refer to. */
export interface Context {
  /** The CallSids of each person. */
  readonly legs: Readonly<Record<string, ReadonlySet<string>>>;
  readonly parameters: Readonly<Record<string, string>>;
}

type Test = (text: string, wanted: never, context: Context) => boolean;

const TESTS: Readonly<Record<string, Test>> = {
  any: (text) => text !== '',
  int: (text) => /^\d+$/.test(text),
  gte: (text, wanted: number) => isNumber(text) && Number(text) >= wanted,
  gt: (text, wanted: number) => isNumber(text) && Number(text) > wanted,
  lte: (text, wanted: number) => isNumber(text) && Number(text) <= wanted,
  between: (text, [least, most]: readonly [number, number]) => isNumber(text) && Number(text) >= least && Number(text) <= most,
  oneOf: (text, wanted: readonly string[]) => wanted.includes(text),
  matches: (text, wanted: string) => new RegExp(wanted).test(text),
  sid: (text, wanted: string) => new RegExp(`^${wanted}[0-9a-f]{32}$`).test(text),
  url: (text, wanted: string) => isSameUrl(wanted, text),
  leg: (text, wanted: string, { legs }) => legs[wanted]?.has(text) === true,
  minutesOf: (text, wanted: string, { parameters }) => text === String(Math.ceil(Number(parameters[wanted]) / 60)),
  json: (text, wanted: Readonly<Record<string, unknown>>) => {
    const parsed = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return Object.entries(wanted).every(([key, part]) => JSON.stringify(parsed[key]) === JSON.stringify(part));
  },
};

/** Whether a value is what a row wants. */
export function matches(matcher: Matcher, value: string | number | undefined, context: Context = { legs: {}, parameters: {} }): boolean {
  if (value === undefined) return false;
  if (typeof matcher === 'string') return matcher === String(value);
  return Object.entries(matcher).every(([name, wanted]) => {
    const test = TESTS[name];
    if (test === undefined) throw new Error(`There is no matcher ${name}`);
    return test(String(value), wanted as never, context);
  });
}

function isNumber(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

export function makeAbsolute(url: string): string {
  return new URL(url, PUBLIC_URL).href;
}

/** Whether a URL is of this path; its query counts where the row names one. */
export function isSameUrl(wanted: string, actual: string): boolean {
  const [one, other] = [new URL(wanted, PUBLIC_URL), new URL(actual, PUBLIC_URL)];
  const isSamePlace = other.hash === '' && other.origin === one.origin && other.pathname === one.pathname;
  return isSamePlace && (one.search === '' || other.search === one.search);
}
