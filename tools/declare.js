// Writes the declarations of the published package into dist: those that the compiler makes of each source file, joined by
// tools/join-declarations.js. Of what is not the same for CommonJS it gets a copy, as TypeScript decides by the ending which kind of module a
// declaration is of.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { listEntries } from './entries.js';
import { joinDeclarations } from './join-declarations.js';
import { tidyDeclarations } from './tidy-code.js';

const root = resolve(import.meta.dirname, '..');
const compiler = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');
// The preload knows the types of Node, which all the rest does without.
const projects = ['.', 'src/preload'];

// Within the package, so that the compiler finds what the declarations import.
mkdirSync(join(root, 'dist'), { recursive: true });
const folder = mkdtempSync(join(root, 'dist/declarations-'));
try {
  const options = [
    '--noEmit',
    'false',
    '--declaration',
    '--emitDeclarationOnly',
    '--stripInternal',
    '--rootDir',
    'src',
    '--outDir',
    folder,
  ];
  for (const project of projects) execFileSync(process.execPath, [compiler, '-p', project, ...options], { cwd: root, stdio: 'inherit' });
  const entries = listEntries().map((entry) => entry.import.types.replace('./dist/', ''));
  for (const [file, joined] of joinDeclarations(folder, entries)) {
    const text = tidyDeclarations(joined);
    const path = join(root, 'dist', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    if (path.endsWith('.d.ts')) writeFileSync(path.replace(/\.d\.ts$/, '.d.cts'), forCommonJs(text));
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** @param {string} text */
function forCommonJs(text) {
  return text.replace(/(from )(['"])(\.[^'"]*)\.js\2/g, '$1$2$3.cjs$2');
}
