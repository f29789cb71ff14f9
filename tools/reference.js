// Writes everything that is made of the sources and committed: the table of what elements mean, all pages of the reference, and the guides
// that show what the tests run. One tool may read what another wrote, so the order counts. `npm run reference` writes the register and
// builds first: the package is built from the one, and some pages are read from the other.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

const tools = [
  'element-docs.js',
  'deviations.js',
  'lint-rules.js',
  'reference-twiml.js',
  'reference-errors.js',
  'reference-error-codes.js',
  'reference-payloads.js',
  'reference-api.js',
  'write-framework-guide.js',
  'concepts.js',
  'scenes.js',
  'llms.js',
];

for (const tool of tools) execFileSync(process.execPath, [resolve(root, 'tools', tool)], { cwd: root, stdio: 'inherit' });
// Some tools write TypeScript and Markdown that the formatter has a say in.
execFileSync(process.execPath, [resolve(root, 'node_modules/@biomejs/biome/bin/biome'), 'format', '--write', '.'], {
  cwd: root,
  stdio: 'inherit',
});
