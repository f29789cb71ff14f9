import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('the framework guide shows the examples as they are', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/write-framework-guide.js', '--check'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});
