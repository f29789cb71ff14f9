import { expect, test } from 'vitest';
import { deviations } from '../../src/payloads/deviations.js';
import { schemaFor, type WebhookKind } from '../../src/payloads/index.js';

test.each(deviations)('$kind, $parameter: is a parameter of a known kind', ({ kind, parameter }) => {
  const { shape } = schemaFor(kind as WebhookKind);
  expect(Object.keys(shape)).toContain(parameter.split('.')[0]);
});

test('deviations stand in the order of their kinds', () => {
  const places = deviations.map(({ kind, parameter }) => `${kind} ${parameter}`);
  expect(places).toEqual(places.toSorted());
});
