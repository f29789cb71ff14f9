/**
 * Runs the signature suite, unchanged, on every runtime that the package supports, against what is published: ./dist. The runtimes are the
 * binaries in the packages of ./package.json (Linux on x64), so that nothing has to be installed on the machine. Prints a line a runtime and fails when one
 * of them fails or is not there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const main = join(here, 'main.js');
const vectors = join(root, 'test/vectors/signature.json');

/** Finds a binary in an installed package. */
function find(path) {
  return join(here, 'node_modules', path);
}

/** Lists a file of ./dist and all that it imports, since workerd has to be told of every module. */
function listModules(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  const imports = readFileSync(join(root, 'dist', file), 'utf8').matchAll(/from\s*["'](\.[^"']+)["']/g);
  for (const [, path] of imports) listModules(join(dirname(file), path), found);
  return found;
}

/** Writes what workerd needs beside the worker: its configuration, with every file that the package's entry reaches. */
function configure(directory, flags) {
  const files = listModules('signature/index.js');
  const embed = (name, type, path) => `    (name = "${name}", ${type} = embed "${relative(directory, path)}")`;
  const modules = [
    embed('worker.js', 'esModule', join(here, 'worker.js')),
    embed('suite.js', 'esModule', join(here, 'suite.js')),
    embed('vectors.json', 'json', vectors),
    ...Array.from(files, (name) => embed(`dist/${name}`, 'esModule', join(root, 'dist', name))),
  ];
  const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = .suite)]);
const suite :Workerd.Worker = (
  modules = [
${modules.join(',\n')}
  ],
  compatibilityDate = "2026-01-01",
  compatibilityFlags = [${flags.map((flag) => `"${flag}"`).join(', ')}],
);
`;
  const path = join(directory, `${flags.join('-') || 'plain'}.capnp`);
  writeFileSync(path, config);
  return path;
}

const directory = mkdtempSync(join(tmpdir(), 'ringback-runtimes-'));
const workerd = find('@cloudflare/workerd-linux-64/bin/workerd');
const node = (version) => find(`node-${version}/bin/node`);

/** What is run, and what its output must say, so that no runtime passes with another hash than it is here for. */
const runs = [
  { name: 'Node 20', binary: node(20), arguments: [main], hash: 'node:crypto' },
  { name: 'Node 22', binary: node(22), arguments: [main], hash: 'node:crypto' },
  { name: 'Node 24', binary: node(24), arguments: [main], hash: 'node:crypto' },
  { name: 'Node 20, fallback forced', binary: node(20), arguments: [main, 'fallback'], hash: 'the fallback hash' },
  { name: 'Bun', binary: find('@oven/bun-linux-x64/bin/bun'), arguments: [main], hash: 'node:crypto' },
  {
    name: 'Deno',
    binary: find('@deno/linux-x64-glibc/deno'),
    arguments: ['run', '--allow-read', '--no-lock', '--node-modules-dir=none', main],
    hash: 'node:crypto',
  },
  {
    name: 'workerd, nodejs_compat',
    binary: workerd,
    arguments: ['test', configure(directory, ['nodejs_compat'])],
    hash: 'node:crypto',
  },
  { name: 'Next’s edge runtime', binary: node(20), arguments: [join(here, 'edge.js')], hash: 'the fallback hash' },
  { name: 'workerd', binary: workerd, arguments: ['test', configure(directory, [])], hash: 'the fallback hash' },
];

let isFailing = false;
if (!existsSync(join(root, 'dist/signature/index.js'))) {
  console.error('dist is missing: run npm run build first.');
  process.exit(1);
}
for (const { name, binary, arguments: parameters, hash: expected } of runs) {
  const { status, stdout, stderr, error } = spawnSync(binary, parameters, { encoding: 'utf8', timeout: 300_000, cwd: root });
  const [summary, , hash] = /([1-9]\d*) checks with (.*)/.exec(`${stdout}\n${stderr}`) ?? [];
  const isPassing = status === 0 && hash === expected;
  console.log(`${isPassing ? 'passes' : 'FAILS '}  ${name.padEnd(26)} ${summary ?? error?.message ?? `exit status ${status}`}`);
  if (!isPassing) console.error(stdout, stderr);
  isFailing ||= !isPassing;
}
rmSync(directory, { recursive: true });
process.exitCode = isFailing ? 1 : 0;
