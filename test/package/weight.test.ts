import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const dist = resolve(import.meta.dirname, '../../dist');

/**
 * What the package may take on disk. Of the files most are declarations, once for ES modules and once for CommonJS; those that no entry leads
 * to are left out. The emulator cost 200 files and 1.8 MB. The aim is 600 files and 6 MB.
 */
const FILES = 1_720;
const BYTES = 8_600_000;

test(`The built package has at most ${FILES} files and ${BYTES} bytes`, () => {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(join(dist, file)))
    .filter((file) => file.isFile());
  expect(files.length).toBeLessThanOrEqual(FILES);
  expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(BYTES);
});
