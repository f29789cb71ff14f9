const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Reads a span of time such as `-1d` or `90s`. */
export function readSpan(text: string): number {
  const [, sign, amount, unit = ''] = /^([+-]?)(\d+)(ms|s|m|h|d)$/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * Number(amount) * (UNITS[unit] ?? Number.NaN);
}

/** What earlier steps have left, which texts of a row speak of by `$name.path`. */
export class Saved {
  readonly #values: Record<string, unknown>;
  readonly #now: () => number;

  constructor(values: Record<string, unknown>, now: () => number) {
    this.#values = values;
    this.#now = now;
  }

  keep(name: string, value: unknown): void {
    this.#values[name] = value;
  }

  /** @throws Error when nothing of that name was kept. */
  look(reference: string): unknown {
    const [name = '', ...path] = reference.match(/\[[^\]]+\]|[^.[\]]+/g)?.map((part) => part.replace(/^\[|\]$/g, '')) ?? [];
    if (!Object.hasOwn(this.#values, name)) throw new Error(`Nothing was kept as ${name}`);
    return path.reduce<unknown>(
      (value, part) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[part],
      this.#values[name],
    );
  }

  /** Puts what was kept into whatever speaks of it. */
  resolve<Value>(value: Value): Value {
    return this.#resolve(value) as Value;
  }

  #resolve(value: unknown): unknown {
    if (typeof value === 'string') {
      if (/^\$[a-zA-Z]\w*(?:[.[].*)?$/.test(value)) return this.look(value.slice(1));
      return value.replace(/\$\{([^}]+)\}/g, (_, reference: string) => String(this.look(reference)));
    }
    if (Array.isArray(value)) return value.map((one) => this.#resolve(one));
    if (typeof value !== 'object' || value === null) return value;
    if ('$now' in value) return new Date(this.#now() + readSpan(String(value.$now)));
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.#resolve(one)]));
  }
}
