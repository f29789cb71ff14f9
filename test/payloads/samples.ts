import { sampleFiles } from '../../src/fixtures/samples/index.js';
import type { Sample } from '../../src/fixtures/samples.js';

/** A sample that Twilio sends as a form. */
export interface FormSample extends Omit<Sample, 'body'> {
  readonly body: Readonly<Record<string, string>>;
}

/** The samples of a file in `src/fixtures/samples`, such as `messaging` or `voice-calls`. */
export function loadSamples(file: string): readonly FormSample[] {
  const samples = sampleFiles[file];
  if (samples === undefined) throw new Error(`There is no file of samples "${file}"`);
  return samples as readonly FormSample[];
}

/** The body of a kind's sample: the usual one, or that of a variant. */
export function findSample<Body extends object = Readonly<Record<string, string>>>(
  samples: readonly Sample[],
  kind: string,
  variant?: string,
): Body {
  const sample = samples.find((one) => one.kind === kind && (variant === undefined || one.variant === variant));
  if (sample === undefined) throw new Error(`There is no sample of ${kind}`);
  return sample.body as Body;
}
