// The applications among the examples, in a folder of their own and with the package as it is published: what a reader has who copies them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPort } from '../frameworks/support/processes.js';
import { run, tarball } from './project.js';

const examples = resolve(import.meta.dirname, '../../examples');
const applications = readdirSync(examples).filter((name) => existsSync(join(examples, name, 'app.test.ts')));

interface Manifest {
  readonly name: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const readManifest = (name: string): Manifest => JSON.parse(readFileSync(join(examples, name, 'package.json'), 'utf8'));

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-examples-'));
  for (const name of applications) cpSync(join(examples, name), join(folder, name), { recursive: true });
  // One installation for all; every other package.json is the reader's.
  const together = { private: true, workspaces: applications, overrides: { ringback: `file:${tarball}` } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(together));
  const { code, output } = await run(folder, 'npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel', 'error');
  expect(code, output).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The packages that a file imports. */
function listPackages(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(file, 'utf8'))
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => !/^(?:\.|node:)/.test(name))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
}

test('There is an application for each of the commonest beginnings', () => {
  expect(applications).toEqual(['call-centre', 'ivr', 'sms-bot', 'voice-agent', 'whatsapp-bot']);
  const overview = readFileSync(join(examples, 'README.md'), 'utf8');
  for (const name of applications) expect(overview).toContain(`[${name}](${name})`);
});

// All at once: most of the time is that of sockets, which nothing waits for but a clock.
describe.concurrent('The tests', () => {
  test.each(applications)('of the example %s pass', async (name) => {
    // vitest takes itself for a part of this run by what it leaves in the environment.
    const { code, output } = await run(
      join(folder, name),
      'env',
      '-u',
      'VITEST',
      '-u',
      'NODE_ENV',
      '-u',
      'FORCE_COLOR',
      'NO_COLOR=1',
      'npm',
      'test',
    );
    expect(code, output).toBe(0);
    expect(output).toMatch(/Tests\D+[1-9]\d* passed/);
  });
});

describe.each(applications)('The example %s', (name) => {
  test('names all packages that it imports, and its tests none that a server would lack', () => {
    const { dependencies, devDependencies, name: own } = readManifest(name);
    expect(own).toBe(name);
    for (const file of readdirSync(join(examples, name)).filter((one) => one.endsWith('.ts'))) {
      const isForDevelopment = /\.(?:test|config)\.ts$/.test(file);
      const allowed = isForDevelopment ? { ...dependencies, ...devDependencies } : dependencies;
      for (const imported of listPackages(join(examples, name, file)))
        expect(Object.keys(allowed), `${file}: ${imported}`).toContain(imported);
    }
  });

  test('shows every file in its README', () => {
    const text = readFileSync(join(examples, name, 'README.md'), 'utf8');
    const shown = readdirSync(join(examples, name)).filter(
      (file) => !/^(?:README\.md|package\.json|tsconfig\.json|vitest\.config\.ts)$/.test(file),
    );
    for (const file of shown) expect(text).toContain(`[${file}](${file})`);
  });

  test('runs under ringback dev', async () => {
    const [program, command, ...rest] = (readManifest(name).scripts['dev'] ?? '').split(' ');
    expect([program, command]).toEqual(['ringback', 'dev']);
    const { TWILIO_AUTH_TOKEN: _, TWILIO_ACCOUNT_SID: __, ...inherited } = process.env;
    const bin = join(folder, 'node_modules/.bin');
    const env = { ...inherited, PORT: String(await findPort()), PATH: `${bin}${delimiter}${process.env['PATH']}` };
    const child = spawn(join(bin, 'ringback'), ['dev', '--port', '0', '--no-open', ...rest], { cwd: join(folder, name), env });
    let output = '';
    const isUp = new Promise<boolean>((done) => {
      const hear = (chunk: Buffer) => {
        output += chunk.toString('utf8');
        if (output.includes('the application listens on port')) done(true);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', () => done(false));
    });
    expect(await isUp, output).toBe(true);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  });
});
