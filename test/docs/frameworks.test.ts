import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the framework guide shows the examples as they are', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/write-framework-guide.js', '--check'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});
