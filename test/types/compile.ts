import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const { config } = ts.readConfigFile(resolve(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);

/** A program of one file that stands beside this one but is not on disk, in the settings of the package. */
export function compile(source: string): { readonly program: ts.Program; readonly file: ts.SourceFile } {
  const fileName = resolve(root, 'test/types/compiled.ts');
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  const own = ts.createSourceFile(fileName, source, ts.ScriptTarget.ES2022, true);
  host.getSourceFile = (name, ...rest) => (name === fileName ? own : getSourceFile.call(host, name, ...rest));
  host.fileExists = (name) => name === fileName || fileExists.call(host, name);
  return { program: ts.createProgram([fileName], options, host), file: own };
}
