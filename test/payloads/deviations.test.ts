import { expect, it } from 'vitest';
import { deviations } from '../../src/payloads/deviations.js';
import { schemaFor, type WebhookKind } from '../../src/payloads/index.js';

it.each(deviations)('$kind reads $parameter as it is sent', ({ kind, parameter }) => {
  const { shape } = schemaFor(kind as WebhookKind);
  // A dot is part of some names, and leads into the JSON that others hold.
  expect([parameter, parameter.split('.')[0]].some((name) => Object.hasOwn(shape, name ?? ''))).toBe(true);
});

it('lists the deviations in the order of their kinds and parameters', () => {
  const names = deviations.map(({ kind, parameter }) => `${kind} ${parameter}`);
  expect(names).toEqual(names.toSorted());
});
