import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const { config } = ts.readConfigFile(resolve(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);

// What does not change is read once for all programs of a test file.
const files = new Map<string, ts.SourceFile | undefined>();

/** A program of one file that stands beside this one but is not on disk, in the settings of the package. */
export function compile(source: string): { readonly program: ts.Program; readonly file: ts.SourceFile } {
  const fileName = resolve(root, 'test/types/compiled.ts');
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  const own = ts.createSourceFile(fileName, source, ts.ScriptTarget.ES2022, true);
  host.getSourceFile = (name, ...rest) => {
    if (name === fileName) return own;
    if (!files.has(name)) files.set(name, getSourceFile.call(host, name, ...rest));
    return files.get(name);
  };
  host.fileExists = (name) => name === fileName || fileExists.call(host, name);
  return { program: ts.createProgram([fileName], options, host), file: own };
}
