import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { driveRow } from './drive.js';
import type { PlatformRow } from './platform-row.js';

const { rows } = JSON.parse(readFileSync(new URL('./platform-rows.json', import.meta.url), 'utf8')) as {
  readonly rows: readonly PlatformRow[];
};

const topics = [...new Set(rows.map(({ topic }) => topic))];

describe.each(topics)('%s', (topic) => {
  test.each(rows.filter((row) => row.topic === topic))('$id: $behaviour', async (row) => {
    expect(await driveRow(row)).toEqual([]);
  });
});
