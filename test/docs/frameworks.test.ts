import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('the framework guide shows the examples as they are', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/write-framework-guide.js', '--check'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

/** The programs of the examples. What is installed there leads back to the package, round and round. */
function listPrograms(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : listPrograms(path);
    return /\.(?:js|ts)$/.test(entry.name) ? [path] : [];
  });
}

test('every server of the examples starts as it is, without a PORT in the environment', () => {
  const read = listPrograms('examples').flatMap((file) => readFileSync(file, 'utf8').match(/env(?:\.PORT|\.get\('PORT'\)).*/g) ?? []);
  expect(read.length).toBeGreaterThan(12);
  for (const rest of read) expect(rest).toMatch(/^env(?:\.PORT|\.get\('PORT'\)) (?:\?\?|\|\|) \d+/);
});
