import { readFileSync } from 'node:fs';

/** A webhook as it was recorded, or as the documentation describes it. */
export interface Sample {
  readonly kind: string;
  /** Tells several samples of one kind apart. */
  readonly variant?: string;
  /** Where its parameters come from. */
  readonly source: string | readonly string[];
  /** The parameters of a form, or JSON. */
  readonly body: Readonly<Record<string, string | readonly string[]>>;
}

/** The samples of a family, from `test/data/payloads`. */
export function readSamples(family: string): readonly Sample[] {
  const text = readFileSync(new URL(`../data/payloads/${family}.json`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly samples: readonly Sample[] }).samples;
}
