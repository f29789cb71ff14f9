import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { compile } from './compile.js';

let checker: ts.TypeChecker;
let exported: readonly ts.Symbol[];
let file: ts.SourceFile;

beforeAll(() => {
  const compiled = compile("import * as twiml from '../../src/twiml/index.js';\ntwiml;");
  file = compiled.file;
  checker = compiled.program.getTypeChecker();
  const [declaration] = file.statements;
  const source = ts.isImportDeclaration(declaration as ts.Statement) && (declaration as ts.ImportDeclaration).moduleSpecifier;
  exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source as ts.Expression) as ts.Symbol);
}, 60_000);

test('Of all that is exported, no member, argument or result is any', () => {
  expect(exported.length).toBeGreaterThan(80);
  expect(exported.flatMap((symbol) => anysIn(typeOf(symbol), symbol.name))).toEqual([]);
});

test('Every verb of every builder returns its builder or a finished document', () => {
  const builders = exported.filter(({ name }) => /(?:Builder|Response)$/.test(name) && /^[A-Z]/.test(name) && name !== 'TextBuilder');
  expect(builders.length).toBeGreaterThan(20);
  const others = builders.flatMap((symbol) => {
    const type = typeOf(symbol);
    return type.getProperties().flatMap(({ name }) => {
      const property = type.getProperty(name) as ts.Symbol;
      const returned = checker
        .getTypeOfSymbolAtLocation(property, file)
        .getCallSignatures()
        .map((call) => checker.typeToString(call.getReturnType()));
      return returned.filter((text) => !['this', symbol.name, 'VoiceDocument', 'MessagingDocument', 'string', 'Response'].includes(text));
    });
  });
  expect(others).toEqual([]);
});

/** The type that a name stands for, or of the value. */
function typeOf(symbol: ts.Symbol): ts.Type {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const isType = target.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias);
  return isType ? checker.getDeclaredTypeOfSymbol(target) : checker.getTypeOfSymbolAtLocation(target, file);
}

/** Where any is found: in the type itself, its members, what they take and what they return. */
function anysIn(type: ts.Type, name: string): string[] {
  const members = type.flags & ts.TypeFlags.Object ? type.getProperties() : [];
  const types = members.map((member) => [`${name}.${member.name}`, checker.getTypeOfSymbolAtLocation(member, file)] as const);
  return [[name, type] as const, ...types].flatMap(([path, inner]) => [
    ...(isAny(inner) ? [path] : []),
    ...inner
      .getCallSignatures()
      .flatMap((call) => [
        ...call.parameters
          .filter((given) => isAny(checker.getTypeOfSymbolAtLocation(given, file)))
          .map((given) => `${path}(${given.name})`),
        ...(isAny(call.getReturnType()) ? [`${path}()`] : []),
      ]),
  ]);
}

function isAny(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Any) !== 0;
}
