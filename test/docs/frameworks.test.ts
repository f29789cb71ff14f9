import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('the framework guide shows the examples as they are', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/write-framework-guide.js', '--check'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

test('every server of the examples starts as it is, without a PORT in the environment', () => {
  const files = readdirSync('examples', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(?:js|ts)$/.test(file) && !file.includes('node_modules'),
  );
  const read = files.flatMap((file) => readFileSync(join('examples', file), 'utf8').match(/env(?:\.PORT|\.get\('PORT'\)).*/g) ?? []);
  expect(read.length).toBeGreaterThan(12);
  for (const rest of read) expect(rest).toMatch(/^env(?:\.PORT|\.get\('PORT'\)) (?:\?\?|\|\|) \d+/);
});
