import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../../src/twiml/document', import.meta.url));

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

function importsOf(file: string): string[] {
  const text = readFileSync(join(folder, file), 'utf8');
  return [...text.matchAll(/ from '(\.[^']+)\.js'/g)].map(([, path = '']) => `${normalize(join(dirname(file), path))}.ts`);
}

const imports = new Map(files.map((file) => [file, importsOf(file).filter((path) => files.includes(path))]));

/** Everything that a file imports, however far. */
function reach(file: string): Set<string> {
  const found = new Set<string>();
  const open = [...(imports.get(file) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(imports.get(next) ?? []));
  }
  return found;
}

test('No file of the linter imports itself by way of others, types included', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => reach(file).has(file))).toEqual([]);
});
