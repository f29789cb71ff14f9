import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { eventStreamsEventTypes, webhookKinds } from '../../src/payloads/index.js';
import { listEntries } from '../../tools/entries.js';

const root = resolve(import.meta.dirname, '../..');
const counts = {
  kinds: webhookKinds.length,
  families: listEntries().filter(({ name }) => name.startsWith('./payloads/')).length,
  eventTypes: eventStreamsEventTypes.length,
};

/** How pages say how many there are, and of what. Figures that were measured, with their date, are none of these. */
const claims: readonly (readonly [pattern: RegExp, count: number])[] = [
  [/(\d+) kinds\b/g, counts.kinds],
  [/types of webhooks +\| (\d+)/g, counts.kinds],
  [/(\d+) families\b/g, counts.families],
  [/(\d+) types of event\b/g, counts.eventTypes],
];

test.each([
  ['README.md', 2],
  ['CHANGELOG.md', 3],
  ['AGENTS.md', 0],
  ['CONTRIBUTING.md', 0],
  ['docs/payloads.md', 2],
  ['package.json', 0],
])('%s counts kinds and families as they are', (file, atLeast) => {
  const text = readFileSync(resolve(root, file), 'utf8');
  const found = claims.flatMap(([pattern, count]) =>
    [...text.matchAll(pattern)].map(([words, number]) => ({ words, right: Number(number) === count })),
  );
  expect(found.length).toBeGreaterThanOrEqual(atLeast);
  expect(found.filter(({ right }) => !right)).toEqual([]);
});
