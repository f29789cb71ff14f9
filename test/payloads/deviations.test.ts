import { expect, test } from 'vitest';
import { deviations } from '../../src/payloads/deviations.js';
import { schemaFor, type WebhookKind } from '../../src/payloads/index.js';

test.each(deviations)('the schema of $kind has $parameter, which deviates from the documentation', ({ kind, parameter }) => {
  expect(Object.keys(schemaFor(kind as WebhookKind).shape)).toContain(parameter);
});

test('deviations are in the order of their kinds', () => {
  const kinds = deviations.map(({ kind }) => kind);
  expect(kinds).toEqual([...kinds].sort());
});
