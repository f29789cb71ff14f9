import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Block, listAllBlocks, root } from './blocks.js';

interface Runner {
  /** What a test of this runner imports. */
  readonly module: string;
  /** How the name of its files ends. */
  readonly ending: string;
  /** What Node runs, before the name of a file. */
  readonly command: readonly string[];
}

const runners: readonly Runner[] = [
  { module: 'vitest', ending: '.test.mjs', command: ['node_modules/vitest/vitest.mjs', 'run', '--no-isolate'] },
  { module: '@jest/globals', ending: '.jest.mjs', command: ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js'] },
  { module: 'node:test', ending: '.node.mjs', command: ['--test'] },
];

const blocks = listAllBlocks();

/** A busy machine is ten times slower than one that has nothing else to do. */
const LONGEST_MS = 300_000;

describe('the tests in README and docs', () => {
  const project = mkdtempSync(join(tmpdir(), 'ringback-guides-'));

  beforeAll(() => {
    const jest = { transform: {}, testRegex: '[.]jest[.]mjs$', moduleFileExtensions: ['mjs', 'cjs', 'js', 'json'] };
    writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module', jest }));
    link(project, 'ringback', root);
    for (const name of ['vitest', 'jest', '@jest/globals', 'express', 'supertest', 'fastify'])
      link(project, name, resolve(root, 'node_modules', name));
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  test.each(runners)(
    'pass with $module',
    async ({ module, ending, command }) => {
      const tests = blocks.filter(({ code }) => code.includes(`from '${module}'`));
      expect(tests).not.toEqual([]);
      const files = tests.map(({ page, line }) => `${page.replaceAll('/', '-')}-${line}${ending}`);
      for (const [index, block] of tests.entries()) writeFileSync(join(project, files[index] ?? ''), toJavaScript(block));
      const { code, output } = await run(project, [...command, ...files]);
      expect(code, output).toBe(0);
      expect(output).toMatch(new RegExp(`(${tests.length} passed|pass ${tests.length}\\b)`));
    },
    330_000,
  );
});

function link(project: string, name: string, target: string): void {
  const path = join(project, 'node_modules', name);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, 'dir');
}

function toJavaScript({ code }: Block): string {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true };
  return ts.transpileModule(code, { compilerOptions }).outputText;
}

/** Runs Node on its own: with what vitest or node:test leave in the environment, a runner would take itself for a part of this one. */
function run(cwd: string, command: readonly string[]): Promise<{ readonly code: unknown; readonly output: string }> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST|NODE_|JEST_)/.test(name));
  const env = { ...Object.fromEntries(inherited), NO_COLOR: '1' };
  return new Promise((done) => {
    execFile(process.execPath, [...command], { cwd, env, timeout: LONGEST_MS }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : (error.code ?? error.signal), output: stdout + stderr });
    });
  });
}
