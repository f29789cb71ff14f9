import { expect, it } from 'vitest';
import { deviations } from '../../src/payloads/deviations.js';
import { schemaFor, type WebhookKind } from '../../src/payloads/index.js';

it.each(deviations)('$kind reads $parameter as it is sent', ({ kind, parameter }) => {
  expect(schemaFor(kind as WebhookKind).shape).toHaveProperty([parameter]);
});

it('lists the deviations in the order of their kinds and parameters', () => {
  const names = deviations.map(({ kind, parameter }) => `${kind} ${parameter}`);
  expect(names).toEqual(names.toSorted());
});
