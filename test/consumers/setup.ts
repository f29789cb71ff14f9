// Packs the package and installs it in an empty folder, as somebody would who found it in the registry: what the tests of this folder use
// is what is published, and nothing else of this repository.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with the package installed. */
    readonly consumer: string;
    /** The file that `npm publish` would send. */
    readonly tarball: string;
  }
}

const root = resolve(import.meta.dirname, '../..');

export default function setup({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-consumer-'));
  const run = (...command: string[]) => execFileSync('npm', [...command, '--loglevel', 'error'], { cwd: folder, encoding: 'utf8' });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  const tarball = join(folder, run('pack', root, '--pack-destination', folder).trim());
  run('install', '--no-audit', '--no-fund', tarball, 'zod', '@types/node@20');
  provide('consumer', folder);
  provide('tarball', tarball);
  return () => rmSync(folder, { recursive: true, force: true });
}
