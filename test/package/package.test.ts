import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { listEntries, makeTypesVersions } from '../../tools/entries.js';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

const entries = listEntries().map((entry) => [entry.name, entry] as const);

/** What third-party code each entry may load; the contract's table. Entries that are not named here may load zod. */
const MAY_LOAD: Record<string, readonly string[]> = {
  './error-codes': [],
  './signature': [],
  './twiml': [],
  './twiml/document': ['saxes', 'xmlchars'],
  // Matchers read the documents that they compare.
  './testing': ['zod', 'saxes', 'xmlchars'],
  // It asks applications that are servers, and may be a server itself. `ws` is loaded when a server's first socket opens, and not before.
  './emulator': ['zod', 'saxes', 'xmlchars', 'ws', 'node:http', 'node:https'],
  // Nothing but what Node has.
  './preload': [
    'node:dns',
    'node:http',
    'node:https',
    'node:module',
    'node:net',
    'node:path',
    'node:tls',
    'node:url',
    'node:worker_threads',
  ],
  './twiml/format': ['saxes', 'xmlchars', 'xmlbuilder2'],
};

/** The entries whose types are looked at: those of the families of payloads are made just as `./payloads` is, and there are many. */
const TYPED = entries.map(([name]) => name).filter((name) => !name.startsWith('./payloads/'));

describe('the package', () => {
  test.each(entries)('%s is the same by import and by require', async (name, target) => {
    const imported = await import(resolve(root, target.import.default));
    const required = require(resolve(root, target.require.default));
    const names = Object.keys(imported).sort();
    expect(names.length).toBeGreaterThan(0);
    expect(Object.keys(required).sort()).toEqual(names);
    expect({ [name]: names }).toMatchSnapshot();
  });

  test('is the same in Node too, and what has one name in several entries is one thing in both or in none', async () => {
    const files = entries.map(([name, target]) => [name, resolve(root, target.import.default), resolve(root, target.require.default)]);
    const tell = `const first = new Map();
      const tell = (name, entry) => Object.keys(entry).sort().map((key) => {
        if (!first.has(entry[key])) first.set(entry[key], \`\${name} \${key}\`);
        return [key, first.get(entry[key])];
      });`;
    const program = `import { createRequire } from 'node:module';
      const require = createRequire(import.meta.url);
      ${tell}
      const told = [];
      for (const [name, imported, required] of ${JSON.stringify(files)}) told.push(tell(name, IMPORT ? await import(imported) : require(required)));
      console.log(JSON.stringify(told));`;
    const [imported, required] = await Promise.all(
      ['true', 'false'].map(async (isImport) => {
        const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program.replace('IMPORT', isImport)], {
          maxBuffer: 1e8,
        });
        return JSON.parse(stdout) as unknown;
      }),
    );
    expect(imported).toEqual(required);
  });

  test.each(entries)('%s loads no more than it may', (name, target) => {
    for (const { default: file } of [target.import, target.require]) {
      const allowed = MAY_LOAD[name] ?? ['zod'];
      expect(listPackages(resolve(root, file)).filter((found) => !allowed.includes(found))).toEqual([]);
    }
  });

  test('tells compilers that know no exports map where its types are', () => {
    const { typesVersions } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { readonly typesVersions: unknown };
    expect(typesVersions).toEqual(makeTypesVersions());
  });

  test.each(['ringback/payloads/nonsense', 'ringback/payloads/voice/groups', 'ringback/payloads/schema'])(
    'has no entry %s',
    async (name) => {
      await expect(import(name)).rejects.toThrow();
      expect(() => require(name)).toThrow();
    },
  );

  test('is well-formed in the eyes of publint', async () => {
    const { messages } = await publint({ pkgDir: root, strict: true, pack: 'npm' });
    expect(messages).toEqual([]);
  });

  test('has types that every way of resolution finds, but for the one of Node 10', { timeout: 900_000 }, async () => {
    const { stdout } = await run(
      'npx',
      ['--no-install', 'attw', '--pack', '.', '--profile', 'node16', '--format', 'json', '--entrypoints', ...TYPED],
      {
        cwd: root,
        maxBuffer: 1e8,
      },
    );
    const { analysis } = JSON.parse(stdout) as {
      analysis: { problems: readonly { resolutionKind?: string; entrypoint?: string; kind: string }[] };
    };
    expect(analysis.problems.filter(({ resolutionKind }) => resolutionKind !== 'node10')).toEqual([]);
  });

  test('holds what is published and nothing else', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json'], { cwd: root, maxBuffer: 1e8 });
    const packed: unknown = JSON.parse(stdout);
    const [{ files }] = (Array.isArray(packed) ? packed : Object.values(packed as object)) as [{ files: { path: string }[] }];
    const outside = files.map(({ path }) => path).filter((path) => !path.startsWith('dist/'));
    expect(outside.sort()).toEqual(['AGENTS.md', 'CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json']);
  });
});

/** The packages that a file of dist names, itself or through its chunks: what Node would load, without a bundler's tree-shaking. */
function listPackages(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const specifiers = ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName);
  return [
    ...new Set(specifiers.flatMap((name) => (name.startsWith('.') ? listPackages(resolve(dirname(file), name), seen) : [packageOf(name)]))),
  ];
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
