import { expect, test } from 'vitest';
import { deviations } from '../../src/payloads/deviations.js';
import { schemaFor, webhookKinds } from '../../src/payloads/index.js';

/** The kinds that a deviation is about: one, or all that begin alike. */
function kindsOf(kind: string) {
  return webhookKinds.filter((candidate) => (kind.endsWith('*') ? candidate.startsWith(kind.slice(0, -1)) : candidate === kind));
}

/** What a kind's payload can have by name: its parameters, and the lists that it gathers. */
function namesOf(kind: (typeof webhookKinds)[number]): readonly string[] {
  const schema = schemaFor(kind);
  const { gatherers } = schema._zod.def as unknown as { readonly gatherers: readonly { readonly name: string }[] };
  return [...Object.keys(schema.shape), ...gatherers.map(({ name }) => name)];
}

test.each(deviations)('$kind reads $parameter as it is sent', ({ kind, parameter }) => {
  // A dot is part of some names, and leads into the JSON that others hold.
  const wanted = [parameter, parameter.split('.')[0] ?? ''];
  expect(kindsOf(kind).filter((candidate) => namesOf(candidate).some((name) => wanted.includes(name)))).not.toEqual([]);
});

test('lists the deviations in the order of their kinds and parameters', () => {
  const names = deviations.map(({ kind, parameter }) => `${kind} ${parameter}`);
  expect(names).toEqual(names.toSorted());
});
