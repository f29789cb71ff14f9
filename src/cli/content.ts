import { isJson } from '../delivery/delivery.js';
import type { KindSchema } from '../delivery/kind.js';
import type { FormParameters } from '../payloads/index.js';
import { formFixture, listVariants } from '../testing/index.js';
import { type Assignment, assignFields, assignParameters } from './parameters.js';

/** Makes the content of a webhook, with values of the command line in it. */
export function makeContent(
  schema: KindSchema,
  { seed, variant }: { readonly seed: number; readonly variant?: string | undefined },
  assignments: readonly Assignment[],
): { readonly content: FormParameters; readonly known: readonly string[] } {
  if (isJson(schema))
    return { content: assignFields(formFixture(schema, {}, { seed, variant }), assignments) as FormParameters, known: [] };
  const sample = formFixture(schema, {}, { seed, variant: variant ?? chooseVariant(schema, assignments) });
  return { content: assignParameters(sample, assignments), known: [...new Set([...Object.keys(sample), ...Object.keys(schema.shape)])] };
}

/**
 * The sample that fits what was given: with `SpeechResult=sales` one of speech, which has no `Digits`. Names count most, then whether there
 * is something (`NumMedia=2` is no text without media), then values. The first of equals is the usual one.
 */
function chooseVariant(schema: KindSchema, assignments: readonly Assignment[]): string | undefined {
  let best: { readonly variant: string | undefined; readonly score: number } | undefined;
  for (const variant of listVariants(schema.kind)) {
    const sample = formFixture(schema, {}, { variant });
    const score = assignments.reduce((sum, assignment) => sum + scoreOf(assignment, sample), 0);
    if (best === undefined || score > best.score) best = { variant, score };
  }
  return best?.variant;
}

function scoreOf({ name, value }: Assignment, sample: FormParameters): number {
  if (!Object.hasOwn(sample, name)) return 0;
  const own = String(sample[name]);
  return 10_000 + (isNothing(own) === isNothing(value) ? 100 : 0) + (own === value ? 1 : 0);
}

function isNothing(value: string): boolean {
  return value === '' || value === '0';
}
