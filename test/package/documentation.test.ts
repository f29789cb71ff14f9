import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

interface Block {
  readonly page: string;
  readonly line: number;
  readonly code: string;
}

/** Made of the files of examples, which the suite of the frameworks compiles and runs with the frameworks themselves. */
const TESTED_ELSEWHERE = 'docs/frameworks.md';

/** Packages of other people that a page may show and that are not installed here: their names are anything. */
const FOREIGN = ['ioredis'];

const pages = ['README.md', ...listPages('docs')].filter((page) => page !== TESTED_ELSEWHERE);
const blocks = pages.flatMap(listBlocks);

describe('the code in README and docs', () => {
  const program = compile(blocks);

  it('is there', () => {
    expect(blocks.length).toBeGreaterThan(5);
  });

  it.each(blocks)('compiles: $page, line $line', (block) => {
    const source = program.getSourceFile(fileOf(block));
    const problems = ts.getPreEmitDiagnostics(program, source).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
    expect(problems).toEqual([]);
  });
});

/** The pages of a folder that are part of it, however deep. */
function listPages(folder: string): string[] {
  const files = readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.md') && !file.includes('node_modules')).map((file) => `${folder}/${file}`);
}

/** The TypeScript in a page. Each block is a module of its own, as somebody would paste it. */
function listBlocks(page: string): Block[] {
  const text = readFileSync(resolve(root, page), 'utf8');
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map((match) => ({
    page,
    line: text.slice(0, match.index).split('\n').length,
    code: `${match[1]}\nexport {};\n`,
  }));
}

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
