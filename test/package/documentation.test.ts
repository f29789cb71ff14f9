import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { type Block, listAllBlocks, root } from './blocks.js';

/** Packages of other people that a page may show and that are not installed here: their names are anything. */
const FOREIGN = ['ioredis', 'pg', 'postgres', '@nestjs/common'];

const blocks = listAllBlocks();

describe('the code in README and docs', () => {
  const program = compile(blocks);

  test('is there', () => {
    expect(blocks.length).toBeGreaterThan(5);
  });

  test.each(blocks)('compiles: $page, line $line', (block) => {
    const source = program.getSourceFile(fileOf(block));
    const problems = ts.getPreEmitDiagnostics(program, source).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
    expect(problems).toEqual([]);
  });
});

/** A name beside package.json, so that `ringback` means the built package. */
function fileOf({ page, line }: Block): string {
  return resolve(root, `${page.replaceAll('/', '-')}-${line}.ts`);
}

function compile(sources: readonly Block[]): ts.Program {
  const foreign = resolve(root, 'foreign.d.ts');
  const files = new Map(sources.map((block) => [fileOf(block), block.code]));
  files.set(foreign, FOREIGN.map((name) => `declare module '${name}';`).join('\n'));
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    // Controllers of NestJS have decorators at their parameters.
    experimentalDecorators: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: ['node'],
    skipLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.getSourceFile = (file, language, ...rest) => {
    const code = files.get(file);
    return code === undefined ? getSourceFile(file, language, ...rest) : ts.createSourceFile(file, code, language);
  };
  return ts.createProgram([...files.keys()], options, host);
}
