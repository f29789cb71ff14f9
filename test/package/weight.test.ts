import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const dist = resolve(import.meta.dirname, '../../dist');

/**
 * What the package may take on disk: the aim is 600 files and 6 MB. Of the bytes, 2.2 MB are code as ES modules and 1.8 MB as CommonJS, 1.0 MB
 * declarations, 0.7 MB the JSON Schema and the samples, 0.2 MB the page of `ringback dev`. The emulator and `ringback dev` came after the aim
 * was set: they are some 1.6 MB. The server for coding assistants took 80 kB, most of it the SDK of its protocol, which would be 29 MB as a
 * dependency. `ringback load` took 65 kB.
 *
 * Declarations were 1,440 files and 2.5 MB before each room had one file of them, and 1.8 MB before what does not name zod was declared once for
 * ES modules and CommonJS. Code has no comments, and is indented by tabs. Whoever needs room finds the most of it where something is there twice.
 */
const FILES = 365;
const BYTES = 6_000_000;

test(`The built package has at most ${FILES} files and ${BYTES} bytes`, () => {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(join(dist, file)))
    .filter((file) => file.isFile());
  expect(files.length).toBeLessThanOrEqual(FILES);
  expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(BYTES);
});
