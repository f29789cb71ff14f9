/** Milliseconds as a number, or a text such as `'500ms'`, `'6s'`, `'5m'`, `'1h'` or `'2d'`. */
export type Duration = number | `${number}ms` | `${number}s` | `${number}m` | `${number}h` | `${number}d`;

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Reads a duration. @returns Milliseconds. @throws TypeError when it is none. */
export function readDuration(duration: Duration): number {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(String(duration)) ?? [];
  const ms = typeof duration === 'number' ? duration : Number(amount) * (UNITS[unit] ?? Number.NaN);
  if (Number.isFinite(ms) && ms >= 0) return ms;
  throw new TypeError(`Expected a duration in milliseconds, or a text such as '6s' or '5m'; got ${JSON.stringify(duration)}`);
}
