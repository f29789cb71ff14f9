import { readFileSync } from 'node:fs';

/** A recorded or documented webhook, with the places it was taken from. */
export interface Sample<Body = Readonly<Record<string, string>>> {
  readonly kind: string;
  /** Tells samples of one kind apart. */
  readonly variant?: string;
  readonly source: string;
  readonly body: Body;
}

/** Reads `test/data/payloads/<name>.json`. */
export function readSamples<Body = Readonly<Record<string, string>>>(name: string): readonly Sample<Body>[] {
  const file = new URL(`../data/payloads/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly samples: readonly Sample<Body>[] }).samples;
}
