import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { circles, knownToConsole, rooms, sharedWithConsole, soleImporters } from './borders.js';

const root = resolve(import.meta.dirname, '../..');

interface Import {
  readonly from: string;
  /** A file of `src`, or the name of a package. */
  readonly to: string;
  /** Whether nothing of it is left when the program runs. */
  readonly onlyTypes: boolean;
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.config)\.tsx?$/.test(file));
const imports = files.flatMap(listImports);

function listImports(from: string): Import[] {
  const source = ts.createSourceFile(from, readFileSync(join(root, 'src', from), 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const name = (statement.moduleSpecifier as ts.StringLiteral | undefined)?.text;
    if (name === undefined) return [];
    const to = name.startsWith('.') ? join(dirname(from), name).replace(/\.js$/, '.ts') : name;
    return [{ from, to, onlyTypes: hasOnlyTypes(statement) }];
  });
}

function hasOnlyTypes(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) {
    const named = statement.exportClause;
    return (
      statement.isTypeOnly || (named !== undefined && ts.isNamedExports(named) && named.elements.every(({ isTypeOnly }) => isTypeOnly))
    );
  }
  const clause = statement.importClause;
  if (clause === undefined) return false;
  const named = clause.namedBindings;
  const isLeftOut = clause.name === undefined && named !== undefined && ts.isNamedImports(named);
  return clause.isTypeOnly || (isLeftOut && named.elements.every(({ isTypeOnly }) => isTypeOnly));
}

/** The room that a file belongs to, or the package that a name belongs to. */
function roomOf(file: string): string {
  if (file.startsWith('node:')) return 'node:';
  return file.split('/')[0] ?? file;
}

describe('A room', () => {
  test('has a row in the table, and every row a room', () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(rooms).sort());
  });

  test.each(Object.entries(rooms))('%s imports what it may', (room, { mayImport }) => {
    const strangers = imports.filter(({ from, to }) => roomOf(from) === room && roomOf(to) !== room && !mayImport.includes(roomOf(to)));
    expect(strangers.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test('may import only what stands above it in the table', () => {
    const names = Object.keys(rooms);
    for (const [room, { mayImport }] of Object.entries(rooms)) {
      for (const other of mayImport.filter((one) => names.includes(one)))
        expect(names.indexOf(other), `${room}: ${other}`).toBeLessThan(names.indexOf(room));
    }
  });
});

test.each(Object.entries(soleImporters))('%s is imported by %s alone', (name, file) => {
  expect([...new Set(imports.filter(({ to }) => to === name).map(({ from }) => from))]).toEqual([file]);
});

test('the console knows the types of events and of the protocol, and arithmetic that imports nothing', () => {
  const known = imports.filter(({ from, to }) => roomOf(from) === 'console' && roomOf(to) === 'emulator');
  const namesOf = (found: typeof known) => [...new Set(found.map(({ to }) => to))].sort();
  expect(namesOf(known.filter(({ onlyTypes }) => onlyTypes))).toEqual(knownToConsole);
  expect(namesOf(known.filter(({ onlyTypes }) => !onlyTypes))).toEqual(sharedWithConsole);
  expect(imports.filter(({ from }) => sharedWithConsole.includes(from))).toEqual([]);
});

test('CONTRIBUTING has the same table', () => {
  const cell = (name: string) => `\`${name}\``;
  const expected = Object.entries(rooms).map(([room, { holds, mayImport }]) => [
    cell(`src/${room}`),
    holds,
    mayImport.map(cell).join(', ') || 'nothing',
  ]);
  const rows = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').matchAll(/^\| (`src\/[^|]*?) +\| ([^|]*?) +\| ([^|]*?) +\|$/gm);
  expect([...rows].map(([, ...cells]) => cells)).toEqual(expected);
});

test('Files load one another in a circle only where the list says why', () => {
  const found = new Set(
    findCircles().map(
      (files) => Object.keys(circles).find((folder) => files.every((file) => file.startsWith(`${folder}/`))) ?? files.join(' -> '),
    ),
  );
  expect([...found].sort()).toEqual(Object.keys(circles).sort());
});

/** Tarjan's strongly connected components of what is loaded, those of more than one file. */
function findCircles(): string[][] {
  const loads = new Map(
    files.map((file) => [file, imports.filter(({ from, onlyTypes }) => from === file && !onlyTypes).map(({ to }) => to)]),
  );
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file) as number);
    open.push(file);
    for (const other of loads.get(file) ?? []) {
      if (!loads.has(other)) continue;
      if (!order.has(other)) visit(other);
      if (open.includes(other)) lowest.set(file, Math.min(lowest.get(file) as number, lowest.get(other) as number));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1) found.push(circle);
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return found;
}
