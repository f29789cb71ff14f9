import { samples as allSamples } from './samples/index.js';

/** A webhook as it was recorded or documented, with made-up values. */
export interface Sample {
  /** The kind's id, such as `messaging.incoming`. */
  readonly kind: string;
  /** What sets it apart from the kind's other samples. */
  readonly variant?: string;
  /** Where its parameters come from. */
  readonly sources: readonly string[];
  /** The parameters of a form, or JSON. */
  readonly body: object;
}

/** The samples of a kind. @throws TypeError when there is none of that variant. */
export function findSample(kind: string, variant: string | undefined): Sample {
  const ofKind = allSamples.filter((sample) => sample.kind === kind);
  const found = variant === undefined ? ofKind[0] : ofKind.find((sample) => sample.variant === variant);
  if (found !== undefined) return found;
  const known = ofKind.map((sample) => JSON.stringify(sample.variant ?? null)).join(', ');
  throw new TypeError(
    `There is no sample ${variant === undefined ? '' : `"${variant}" `}of ${kind}${known === '' ? '' : `; there are ${known}`}`,
  );
}

/** The variants of a kind that fixtures can be made of: `undefined` is the usual one. */
export function listVariants(kind: string): readonly (string | undefined)[] {
  return allSamples.filter((sample) => sample.kind === kind).map(({ variant }) => variant);
}
