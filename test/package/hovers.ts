import { resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');

/** A text that is looked at by the name of a file that does not exist. What it imports by the package's name is what is published. */
export const hoveredFile = resolve(root, 'hovered.ts');

/** A name in the text, and where it stands. */
export interface Hover {
  readonly what: string;
  readonly name: string;
  readonly at: number;
}

/** What has no text, one that says no more than the name, or the same text twice. A text with a value in it does say more. */
export function findUnexplained(service: ts.LanguageService, hovers: readonly Hover[]): string[] {
  return hovers.flatMap(({ what, name, at }) => {
    const info = service.getQuickInfoAtPosition(hoveredFile, at);
    // What is deprecated says so, and why, and often no more.
    const deprecation = info?.tags?.find((tag) => tag.name === 'deprecated')?.text;
    const text = ts.displayPartsToString(info?.documentation) || ts.displayPartsToString(deprecation);
    const words = text
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word !== '' && !name.toLowerCase().includes(word));
    const half = text.slice(0, Math.floor(text.length / 2));
    const isTwice = text === `${half}\n${half}` || text === half + half;
    return (words.length < 2 && !text.includes('`')) || isTwice ? [`${what}: ${JSON.stringify(text)}`] : [];
  });
}

/** What an editor asks, with the text open. */
export function startService(source: string): ts.LanguageService {
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    skipLibCheck: true,
  };
  return ts.createLanguageService({
    getScriptFileNames: () => [hoveredFile],
    getScriptVersion: () => '1',
    getScriptSnapshot: (name) => {
      const text = name === hoveredFile ? source : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === hoveredFile || ts.sys.fileExists(name),
    readFile: (name) => (name === hoveredFile ? source : ts.sys.readFile(name)),
    directoryExists: ts.sys.directoryExists,
  });
}
