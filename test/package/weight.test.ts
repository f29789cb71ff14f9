import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const dist = resolve(import.meta.dirname, '../../dist');

/**
 * What the package may take on disk; the aim was 600 files and 6 MB. Of the bytes, 2.1 MB are code as ES modules and as much as CommonJS,
 * 0.9 MB declarations and as much for CommonJS, 0.8 MB the JSON Schema and the samples. The emulator came after the aim was set: it is 0.5 MB of
 * code in each format and 0.1 MB of declarations, and without it the package has 5.9 MB. Declarations were 1,440 files and 2.5 MB before each room had one file of them.
 */
const FILES = 320;
const BYTES = 7_000_000;

test(`The built package has at most ${FILES} files and ${BYTES} bytes`, () => {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(join(dist, file)))
    .filter((file) => file.isFile());
  expect(files.length).toBeLessThanOrEqual(FILES);
  expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(BYTES);
});
