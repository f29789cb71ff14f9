// In a repository of its own: what is tested is what git says, and what the scripts make of it.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const tools = resolve(import.meta.dirname, '../../tools');
const CHANGELOG = '# Changelog\n\nAll of it.\n\n## Unreleased\n\n## 1.2.3 - 2026-11-30\n\n- New.\n\n## 1.2.2 - 2026-10-01\n\n- Old.\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-release-'));
  git('init', '--quiet', '--initial-branch', 'main');
  git('config', 'user.name', 'Ada');
  git('config', 'user.email', 'ada@example.com');
  for (const kind of ['commit', 'tag']) git('config', `${kind}.gpgsign`, 'false');
  write('package.json', '{ "version": "1.2.3" }');
  write('package-lock.json', '{ "version": "1.2.3" }');
  write('CHANGELOG.md', CHANGELOG);
  commit();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...parameters: string[]): string {
  return execFileSync('git', parameters, { cwd: folder, encoding: 'utf8' }).trim();
}

function write(file: string, text: string): void {
  writeFileSync(join(folder, file), text);
}

function commit(): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Change');
}

/** Ends the gate as .ci/run does when all was green. */
function passGate(): void {
  execFileSync(process.execPath, [join(tools, 'note-gate.js')], { cwd: folder });
}

function release(...parameters: string[]): { readonly code: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(tools, 'release.js'), ...parameters], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, output: stdout + stderr };
}

describe('npm run release', () => {
  test('tags the commit for which the gate was green, and sends nothing anywhere', () => {
    passGate();
    expect(release('--check')).toEqual({ code: 0, output: 'v1.2.3 can be released.\n' });
    expect(git('tag')).toBe('');
    expect(release()).toEqual({ code: 0, output: expect.stringContaining('git push origin v1.2.3') });
    expect(git('rev-parse', 'v1.2.3^{commit}')).toBe(git('rev-parse', 'HEAD'));
    expect(git('cat-file', '-t', 'v1.2.3')).toBe('tag');
  });

  test.each<[string, () => void, RegExp]>([
    ['the gate was never run', () => undefined, /The gate was never green here.*run \.ci\/run/],
    [
      'the gate was run for another commit',
      () => {
        passGate();
        write('more.txt', 'more');
        commit();
      },
      /The gate was green for \w+, and not for/,
    ],
    [
      'the gate was run with changes that are not committed',
      () => {
        write('more.txt', 'more');
        passGate();
        rmSync(join(folder, 'more.txt'));
      },
      /The gate was never green here/,
    ],
    ['something is changed', () => gateThen(() => write('CHANGELOG.md', `${CHANGELOG}\n- More.\n`)), /not committed:\nM CHANGELOG\.md/],
    ['something is new', () => gateThen(() => write('more.txt', 'more')), /not committed:\n\?\? more\.txt/],
    ['another branch is checked out', () => gateThen(() => git('switch', '--quiet', '--create', 'next')), /made of main, and next is/],
    ['no branch is checked out', () => gateThen(() => git('switch', '--quiet', '--detach')), /made of main, and no branch is/],
    ['the tag exists', () => gateThen(() => git('tag', 'v1.2.3')), /The tag v1\.2\.3 exists/],
    ['the changelog has another version', () => gateAfter('CHANGELOG.md', CHANGELOG.replace('1.2.3', '1.3.0')), /"## 1\.2\.3 - /],
    [
      'the changelog has the version further down',
      () => gateAfter('CHANGELOG.md', CHANGELOG.replace('1.2.2', '1.2.4').replace('1.2.3', '1.2.2')),
      /"## 1\.2\.3 - /,
    ],
    ['the changelog has no date', () => gateAfter('CHANGELOG.md', CHANGELOG.replace('1.2.3 - 2026-11-30', '1.2.3')), /"## 1\.2\.3 - /],
    [
      'lines are left under "Unreleased"',
      () => gateAfter('CHANGELOG.md', CHANGELOG.replace('Unreleased\n', 'Unreleased\n\n- More.\n')),
      /lines under "Unreleased"/,
    ],
    [
      'the lock file is older',
      () => gateAfter('package-lock.json', '{ "version": "1.2.2" }'),
      /package-lock\.json has the version 1\.2\.2/,
    ],
    ['the version is none to release', () => gateAfter('package.json', '{ "version": "1.2.3-dev" }'), /1\.2\.3-dev, which is none/],
  ])('refuses when %s, and says so', (_, prepare, message) => {
    prepare();
    const before = git('tag');
    const { code, output } = release();
    expect(code).toBe(1);
    expect(output).toMatch(/^v1\.2\.3\S* is not released:\n- /);
    expect(output).toMatch(message);
    expect(git('tag')).toBe(before);
  });
});

function gateThen(change: () => void): void {
  passGate();
  change();
}

function gateAfter(file: string, text: string): void {
  write(file, text);
  commit();
  passGate();
}
