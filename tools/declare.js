// Writes the declarations of the published package into dist, by the compiler itself and a file for each source file. Bundling them took
// minutes; and one file an element and a payload is what "go to definition" should show anyway. CommonJS gets a copy of its own, as
// TypeScript decides by the ending which kind of module a declaration is of.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { listEntries } from './entries.js';

const compiler = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');
// The preload knows the types of Node, which all the rest does without.
const projects = ['.', 'src/preload'];
const options = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--stripInternal', '--rootDir', 'src', '--outDir', 'dist'];
for (const project of projects) execFileSync(process.execPath, [compiler, '-p', project, ...options], { stdio: 'inherit' });

const reached = listReached();
for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.d.ts')) continue;
  const path = join('dist', file);
  if (!reached.has(resolve(path))) rmSync(path);
  else writeFileSync(path.replace(/\.d\.ts$/, '.d.cts'), forCommonJs(readFileSync(path, 'utf8')));
}

/** The declarations that an entry leads to: what no type of the package mentions, nobody's editor opens. */
function listReached() {
  const seen = /** @type {Set<string>} */ (new Set());
  const visit = (/** @type {string} */ file) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles) {
      if (fileName.startsWith('.')) visit(resolve(dirname(file), fileName.replace(/\.js$/, '.d.ts')));
    }
  };
  for (const entry of listEntries()) visit(resolve(entry.import.types));
  return seen;
}

/** @param {string} text */
function forCommonJs(text) {
  return text.replace(/(from |import\()(['"])(\.[^'"]*)\.js\2/g, '$1$2$3.cjs$2');
}
