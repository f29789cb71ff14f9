import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-hook-'));
  git('init', '--quiet');
  git('config', 'core.hooksPath', join(root, '.githooks'));
  copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('What is staged without being formatted is not committed, and what is not staged is not looked at', () => {
  write('one.js', 'export   const one = 1');
  git('add', 'one.js');
  expect(commit()).toMatchObject({ status: 1, stderr: expect.stringContaining('one.js') });
  write('one.js', 'export const one = 1;\n');
  write('two.js', 'export   const two = 2');
  git('add', 'one.js');
  expect(commit()).toMatchObject({ status: 0 });
});

test('A commit without anything that has a format passes', () => {
  write('notes.txt', 'anything');
  git('add', 'notes.txt');
  expect(commit()).toMatchObject({ status: 0 });
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

/** A commit that runs this test says by variables which repository it is in, and they must not reach the one here. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));

function git(...words: string[]): void {
  execFileSync('git', words, { cwd: folder, env });
}

function commit(): { readonly status: number | null; readonly stderr: string } {
  const author = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
  return spawnSync('git', [...author, 'commit', '--quiet', '--message', 'Try'], { cwd: folder, env, encoding: 'utf8' });
}
