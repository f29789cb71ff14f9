/**
 * Runs the signature suite, unchanged, on every runtime that the package supports, against what is published: ./dist. The runtimes are the
 * binaries in the packages of ./package.json, so that nothing has to be installed on the machine. Prints a line a runtime and fails when one
 * of them fails or is not there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const main = join(here, 'main.js');
const platform = `${process.platform}-${process.arch}`;
const vectors = join(root, 'test/vectors/signature.json');

/** Finds a binary in an installed package. */
function find(path) {
  return join(here, 'node_modules', path);
}

const bun = { 'linux-x64': '@oven/bun-linux-x64/bin/bun', 'darwin-arm64': '@oven/bun-darwin-aarch64/bin/bun' }[platform] ?? '';
const deno = { 'linux-x64': '@deno/linux-x64-glibc/deno', 'darwin-arm64': '@deno/darwin-arm64/deno' }[platform] ?? '';
const workerd = { 'linux-x64': 'linux-64', 'darwin-arm64': 'darwin-arm64' }[platform] ?? '';

/** Writes what workerd needs beside the worker: its configuration, with every file that the package's entry reaches. */
function configure(directory, flags) {
  const files = ['signature/index.js', ...readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js'))];
  const embed = (name, type, path) => `    (name = "${name}", ${type} = embed "${relative(directory, path)}")`;
  const modules = [
    embed('worker.js', 'esModule', join(here, 'worker.js')),
    embed('suite.js', 'esModule', join(here, 'suite.js')),
    embed('vectors.json', 'json', vectors),
    ...files.map((name) => embed(`dist/${name}`, 'esModule', join(root, 'dist', name))),
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
const workerdBinary = find(`@cloudflare/workerd-${workerd}/bin/workerd`);
const node = (version) => find(`node-${version}-${platform}/bin/node`);

/** What is run, and what its output must say, so that no runtime passes with another hash than it is here for. */
const runs = [
  { name: 'Node 20', binary: node(20), arguments: [main], hash: 'node:crypto' },
  { name: 'Node 22', binary: node(22), arguments: [main], hash: 'node:crypto' },
  { name: 'Node 24', binary: node(24), arguments: [main], hash: 'node:crypto' },
  { name: 'Node 20, fallback forced', binary: node(20), arguments: [main, 'fallback'], hash: 'the fallback hash' },
  { name: 'Bun', binary: find(bun), arguments: [main], hash: 'node:crypto' },
  {
    name: 'Deno',
    binary: find(deno),
    arguments: ['run', '--allow-read', '--no-lock', '--node-modules-dir=none', main],
    hash: 'node:crypto',
  },
  {
    name: 'workerd, nodejs_compat',
    binary: workerdBinary,
    arguments: ['test', configure(directory, ['nodejs_compat'])],
    hash: 'node:crypto',
  },
  { name: 'workerd', binary: workerdBinary, arguments: ['test', configure(directory, [])], hash: 'the fallback hash' },
];

let isFailing = false;
if (!existsSync(join(root, 'dist/signature/index.js'))) {
  console.error('dist is missing: run npm run build first.');
  process.exit(1);
}
for (const { name, binary, arguments: parameters, hash } of runs) {
  const { status, stdout, stderr, error } = spawnSync(binary, parameters, { encoding: 'utf8', timeout: 300_000, cwd: root });
  const summary =
    `${stdout}\n${stderr}`
      .split('\n')
      .find((line) => / checks with /.test(line))
      ?.trim() ?? '';
  const isPassing = status === 0 && /^[1-9]/.test(summary.slice(summary.search(/\d/))) && summary.includes(` with ${hash}`);
  console.log(`${isPassing ? 'passes' : 'FAILS '}  ${name.padEnd(26)} ${summary || error?.message || `exit status ${status}`}`);
  if (!isPassing) console.error(stdout, stderr);
  isFailing ||= !isPassing;
}
rmSync(directory, { recursive: true });
process.exitCode = isFailing ? 1 : 0;
