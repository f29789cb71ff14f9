import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { findUnexplained, type Hover, hoveredFile, startService } from './hovers.js';

interface Name {
  readonly name: string;
  /** The type of a payload, a part, a message or a union; absent for what is a function or a value alone. */
  readonly fields: readonly string[];
  readonly isType: boolean;
  readonly isValue: boolean;
}

let service: ts.LanguageService;
let names: readonly Name[];
const exported: Hover[] = [];
const fields: Hover[] = [];

beforeAll(() => {
  names = readNames();
  const lines: string[] = [`import { ${names.map(({ name }) => name).join(', ')} } from 'ringback/payloads';\n`];
  let length = lines[0]?.length ?? 0;
  const write = (line: string, what: string, name: string, list: Hover[]): void => {
    list.push({ what, name, at: length + line.lastIndexOf(name) });
    lines.push(line);
    length += line.length;
  };
  for (const { name, fields: own, isType, isValue } of names) {
    if (isValue) write(`void ${name};\n`, name, name, exported);
    if (isType) write(`export let of${name}: ${name};\n`, `type ${name}`, name, exported);
    for (const field of own) write(`void of${name}[${JSON.stringify(field)}];\n`, `${name}.${field}`, field, fields);
  }
  service = startService(lines.join(''));
}, 240_000);

describe('The editor explains', () => {
  test('every field of every payload, of their parts and of the messages of sockets, once', () => {
    expect(fields.length).toBeGreaterThan(4_000);
    expect(findUnexplained(service, fields)).toEqual([]);
  });

  test('every name that the payloads export', () => {
    expect(exported.length).toBeGreaterThan(500);
    expect(findUnexplained(service, exported)).toEqual([]);
  });
});

/** What is published under `ringback/payloads`, as the compiler sees it. */
function readNames(): readonly Name[] {
  const program = startService("export * from 'ringback/payloads';\n").getProgram();
  const file = program?.getSourceFile(hoveredFile);
  const checker = program?.getTypeChecker();
  const module = file === undefined ? undefined : checker?.getSymbolAtLocation(file);
  if (checker === undefined || module === undefined) throw new Error('The package is not built');
  return checker.getExportsOfModule(module).map((symbol) => {
    const { flags, name, declarations } = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    // What an error has besides is the language's own.
    const isType = (flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) !== 0 && !declarations?.some(isGeneric);
    const own = isType ? checker.getDeclaredTypeOfSymbol(checker.getAliasedSymbol(symbol)).getProperties() : [];
    return {
      name,
      isType,
      isValue: (flags & ts.SymbolFlags.Value) !== 0,
      fields: own.map((property) => property.name).filter((field) => !field.startsWith('__')),
    };
  });
}

function isGeneric(node: ts.Declaration): boolean {
  return (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && node.typeParameters !== undefined;
}
