import { expect, test } from 'vitest';
import { deviations } from '../../src/payloads/deviations.js';
import { schemaFor, webhookKinds } from '../../src/payloads/index.js';

test.each(deviations)('$kind $parameter is a deviation of webhooks that exist', ({ kind, parameter }) => {
  const kinds = webhookKinds.filter((known) => (kind.endsWith('*') ? known.startsWith(kind.slice(0, -1)) : known === kind));
  expect(kinds).not.toEqual([]);
  const known = kinds.filter((name) => {
    const { shape, _zod } = schemaFor(name) as unknown as {
      shape: object;
      _zod: { def: { gatherers: readonly { readonly name: string }[] } };
    };
    return parameter in shape || _zod.def.gatherers.some((gatherer) => gatherer.name === parameter);
  });
  expect(known).not.toEqual([]);
});

test('deviations stand in the order of their kinds', () => {
  const keys = deviations.map(({ kind, parameter }) => `${kind} ${parameter}`);
  expect(keys).toEqual([...keys].sort());
});
