// Writes the declarations of the published package into dist, by the compiler itself and a file for each source file. Bundling them took
// minutes; and one file an element and a payload is what "go to definition" should show anyway. CommonJS gets a copy of its own, as
// TypeScript decides by the ending which kind of module a declaration is of.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const compiler = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');
// The preload knows the types of Node, which all the rest does without.
const projects = ['.', 'src/preload'];
const options = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--stripInternal', '--rootDir', 'src', '--outDir', 'dist'];
for (const project of projects) execFileSync(process.execPath, [compiler, '-p', project, ...options], { stdio: 'inherit' });

for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.d.ts')) continue;
  const text = readFileSync(join('dist', file), 'utf8');
  writeFileSync(join('dist', file.replace(/\.d\.ts$/, '.d.cts')), text.replace(/(from |import\()(['"])(\.[^'"]*)\.js\2/g, '$1$2$3.cjs$2'));
}
