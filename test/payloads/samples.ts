import { readFileSync } from 'node:fs';

/** A webhook as Twilio sends it, or documents it. */
export interface Sample {
  readonly kind: string;
  /** What sets it apart from the kind's other samples. */
  readonly variant?: string;
  readonly sources: readonly string[];
  readonly body: Readonly<Record<string, string>>;
}

/** The samples of a family, such as `conversations`. */
export function loadSamples(family: string): readonly Sample[] {
  const file = new URL(`../data/payloads/${family}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly samples: readonly Sample[] }).samples;
}
