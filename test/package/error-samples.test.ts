import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import ts from 'typescript';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ERROR_SAMPLES } from '../../tools/error-samples.js';
import { root } from './blocks.js';

const codes = Object.keys(ERROR_SAMPLES) as (keyof typeof ERROR_SAMPLES)[];
const project = mkdtempSync(join(tmpdir(), 'ringback-errors-'));

beforeAll(() => {
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(root, join(project, 'node_modules/ringback'), 'dir');
  for (const name of ['express', 'supertest']) symlinkSync(resolve(root, 'node_modules', name), join(project, 'node_modules', name), 'dir');
});
afterAll(() => rmSync(project, { recursive: true, force: true }));
afterEach(() => vi.restoreAllMocks());

/** Runs a program, and returns the codes that it met: of what it threw, and of what was logged. */
async function run(name: string, code: string): Promise<string[]> {
  const said: unknown[] = [];
  for (const method of ['log', 'warn', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((...words) => void said.push(...words));
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true };
  const file = join(project, `${name}.mjs`);
  writeFileSync(file, ts.transpileModule(`${code}\nexport {};\n`, { compilerOptions }).outputText);
  try {
    await import(/* @vite-ignore */ pathToFileURL(file).href);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    said.push(error.code);
  }
  const text = said.map((word) => (typeof word === 'string' ? word : inspect(word))).join('\n');
  return codes.filter((known) => new RegExp(`\\b${known}\\b`).test(text));
}

describe('The programs on the pages of error codes', () => {
  test('are there for more than twenty codes', () => {
    expect(codes.length).toBeGreaterThan(20);
  });

  test.each(codes)('meet %s where they are bad, and nothing where they are good', async (code) => {
    const [bad, good] = [await run(`${code}-1`, ERROR_SAMPLES[code].bad), await run(`${code}-2`, ERROR_SAMPLES[code].good)];
    expect({ bad, good }).toEqual({ bad: [code], good: [] });
  });
});
