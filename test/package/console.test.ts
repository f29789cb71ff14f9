import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sharedWithConsole } from '../house/borders.js';

const folder = join(import.meta.dirname, '../../dist/console');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name));

/** Bytes of all files of a kind as they come over a wire that compresses. */
function sizeOf(extension: string): number {
  return files
    .filter((file) => extname(file) === extension)
    .reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
}

/** Preact and signals are a fifth of it. */
const SCRIPT = 60_000;

const STYLE = 10_000;

/** All files, as the package has them. */
const UNPACKED = 250_000;

test(`the console has at most ${SCRIPT} bytes of script, ${STYLE} of style, and ${UNPACKED} unpacked`, () => {
  expect(sizeOf('.js')).toBeLessThanOrEqual(SCRIPT);
  expect(sizeOf('.js')).toBeGreaterThan(10_000);
  expect(sizeOf('.css')).toBeLessThanOrEqual(STYLE);
  expect(sizeOf('.css')).toBeGreaterThan(1000);
  expect(files.reduce((sum, file) => sum + readFileSync(file).length, 0)).toBeLessThanOrEqual(UNPACKED);
});

test('the page runs under a policy that allows nothing but files of its own server', () => {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  expect(page).toMatch(/<script type="module"[^>]* src="\.\/index\.js"><\/script>/);
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).not.toMatch(/<style|style=|\son[a-z]+=|https?:/);
  for (const file of files.filter((name) => extname(name) === '.css')) expect(readFileSync(file, 'utf8')).not.toMatch(/url\(|@import/);
  for (const file of files.filter((name) => extname(name) === '.js'))
    expect(readFileSync(file, 'utf8')).not.toMatch(/\beval\(|new Function\(|data:image/);
});

/** What each source imports: whether types alone, and from where. */
function readImports(source: string): readonly { readonly isTypes: boolean; readonly from: string }[] {
  return [...source.matchAll(/^(?:import|export) (type )?[^;]*? from '([^']+)';/gm)].map(([, type, from = '']) => ({
    isTypes: type !== undefined,
    from,
  }));
}

/** Whether an import is of arithmetic that the page does as the emulator does it. */
const isShared = (from: string) => sharedWithConsole.some((file) => from.endsWith(`/${file.replace(/ts$/, 'js')}`));

test('the console knows the events and the protocol, as types, and some arithmetic of the package; nothing knows the console', () => {
  const root = join(import.meta.dirname, '../../src');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const isConsole = (file: string) => file.startsWith('console');
  const known = /^(?:preact|preact\/hooks|@preact\/signals|vite|node:url|\.\/capture\.js\?worker&url)$/;
  let count = 0;
  for (const file of sources) {
    for (const { isTypes, from } of readImports(readFileSync(join(root, file), 'utf8'))) {
      const leadsOut = isConsole(file) && /^(?:\.\.\/)+(?:emulator|twiml|payloads|cli|request|signature|webhook)\//.test(from);
      if (leadsOut && !isShared(from)) {
        count += 1;
        expect
          .soft({ file, from, isTypes })
          .toEqual({ file, from: expect.stringMatching(/emulator\/(?:events|control\/protocol)\.js$/), isTypes: true });
      } else if (isConsole(file) && !from.startsWith('.')) expect.soft(from, file).toMatch(known);
      if (!isConsole(file)) expect.soft(from, file).not.toMatch(/\/console\//);
    }
  }
  expect(count).toBeGreaterThan(10);
});

test('the console puts text into the page, and never markup', () => {
  const script = readFileSync(join(folder, 'index.js'), 'utf8');
  const root = join(import.meta.dirname, '../../src/console');
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name)))
    expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc/);
  expect(script).not.toMatch(/insertAdjacentHTML|document\.write|srcdoc/);
});
