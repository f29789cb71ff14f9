import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { driveRow } from './drive.js';
import type { PlatformRow } from './platform-row.js';

const rows = ['platform-rows.json', 'more-platform-rows.json'].flatMap(
  (name) => (JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as { readonly rows: readonly PlatformRow[] }).rows,
);

const topics = [...new Set(rows.map(({ topic }) => topic))];

describe.each(topics)('%s', (topic) => {
  test.each(rows.filter((row) => row.topic === topic))('$id: $behaviour', async (row) => {
    expect(await driveRow(row)).toEqual([]);
  });
});
