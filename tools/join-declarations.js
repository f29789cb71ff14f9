// Joins declarations of single source files into a file a room: the hundreds of files that the compiler writes are most of what a package has
// on disk. A declaration stays as it is, with its comment, so that an editor shows of it what it showed; only names that several files of a
// room use for different things get the name of their file too. What no entry leads to is left out.
import { basename, join, relative } from 'node:path';
import ts from 'typescript';

/**
 * @typedef {object} Declared A name that a file declares at its top: one statement, or several where an interface and a constant share it.
 * @property {string} name As it is called in the joined file.
 * @property {string} room
 * @property {ts.Statement[]} statements
 */

/**
 * @param {string} folder Where the declarations of the source files are, laid out as src.
 * @param {readonly string[]} entries The files that are imported from outside, such as `signature/index.d.ts`.
 * @returns {Map<string, string>} The text of each file to publish, by its path.
 */
export function joinDeclarations(folder, entries) {
  const paths = entries.map((entry) => join(folder, entry));
  const options = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, skipLibCheck: true, types: [] };
  const program = ts.createProgram(paths, options);
  const checker = program.getTypeChecker();
  const declared = nameAll(program, checker, folder);

  /** The top-level declaration of ours that a name stands for, wherever it was imported. */
  const find = (/** @type {ts.Node} */ name) => {
    const symbol = checker.getSymbolAtLocation(name);
    return symbol && declared.get(resolveAlias(symbol, checker));
  };

  const wanted = /** @type {Map<Declared, string[]>} */ (new Map());
  const needs = /** @type {Map<string, Map<string, Declared>>} */ (new Map());
  const packages = /** @type {Map<string, Set<string>>} */ (new Map());
  const want = (/** @type {Declared} */ one) => {
    if (wanted.has(one)) return;
    wanted.set(one, []);
    const texts = one.statements.map((statement) => write(statement, one.room));
    wanted.set(one, texts);
  };
  /** Writes a statement, with the names that the joined files have for things, and asks for all that it names. */
  const write = (/** @type {ts.Statement} */ statement, /** @type {string} */ room) => {
    const source = statement.getSourceFile();
    const edits = /** @type {{ start: number, end: number, text: string }[]} */ ([]);
    const replace = (/** @type {ts.Node} */ node, /** @type {string} */ text) => {
      if (node.getText() !== text) edits.push({ start: node.getStart(), end: node.end, text });
    };
    const use = (/** @type {Declared} */ one) => {
      want(one);
      return one.room === room ? one.name : nameForeign(one, room);
    };
    const visit = (/** @type {ts.Node} */ node) => {
      if (ts.isImportTypeNode(node)) {
        const found = node.qualifier && find(node.qualifier);
        const isOwn = ts.isLiteralTypeNode(node.argument) && node.argument.getText().slice(1).startsWith('.');
        if (isOwn && (node.qualifier === undefined || found === undefined))
          throw new Error(`${source.fileName}: ${node.getText()} has no name`);
        if (node.qualifier !== undefined && found !== undefined)
          edits.push({ start: node.getStart(), end: node.qualifier.end, text: `${node.isTypeOf ? 'typeof ' : ''}${use(found)}` });
        for (const argument of node.typeArguments ?? []) visit(argument);
        return;
      }
      if (ts.isIdentifier(node)) {
        const found = find(node);
        if (found !== undefined) replace(node, use(found));
        else notePackage(node, checker, room, packages);
      }
      ts.forEachChild(node, visit);
    };
    visit(statement);
    return apply(source.text, statement.getFullStart(), statement.end, edits).trim();
  };

  /** What a declaration of another room is called in one. */
  function nameForeign(/** @type {Declared} */ one, /** @type {string} */ room) {
    const foreign = needs.get(room) ?? new Map();
    needs.set(room, foreign);
    const isTaken = (/** @type {string} */ name) =>
      (foreign.get(name) ?? one) !== one || [...declared.values()].some((other) => other.room === room && other.name === name);
    const name = isTaken(one.name) ? `${one.name}$${toName(one.room)}` : one.name;
    foreign.set(name, one);
    return name;
  }

  const files = new Map();
  for (const entry of entries) files.set(entry, writeEntry(program.getSourceFile(join(folder, entry)), entry));
  for (const room of new Set([...wanted.keys()].map((one) => one.room))) files.set(fileOf(room), writeRoom(room));
  return files;

  /** An entry names what it exports, and where that is declared. */
  function writeEntry(/** @type {ts.SourceFile | undefined} */ file, /** @type {string} */ entry) {
    const symbol = file && checker.getSymbolAtLocation(file);
    if (file === undefined || symbol === undefined) throw new Error(`${entry} is no module`);
    const lists = /** @type {Map<string, string[]>} */ (new Map());
    for (const exported of checker.getExportsOfModule(symbol)) {
      const found = declared.get(resolveAlias(exported, checker));
      if (found === undefined) throw new Error(`${entry} exports ${exported.name}, which is not declared by name`);
      want(found);
      const type = isTypeOnly(exported, checker) ? 'type ' : '';
      const text = found.name === exported.name ? `${type}${found.name}` : `${type}${found.name} as ${exported.name}`;
      lists.set(found.room, [...(lists.get(found.room) ?? []), text]);
    }
    for (const statement of file.statements) {
      if (!ts.isModuleDeclaration(statement)) continue;
      // A declaration of what is global has no name by which it could be asked for: it comes with its room.
      const room = roomOf(entry);
      const key = /** @type {Declared} */ ({ name: '', room, statements: [statement] });
      wanted.set(key, [write(statement, room)]);
    }
    return `${[...lists].map(([room, names]) => `export { ${names.join(', ')} } from '${pathBetween(entry, fileOf(room))}';`).join('\n')}\n`;
  }

  function writeRoom(/** @type {string} */ room) {
    const own = [...wanted].filter(([one]) => one.room === room);
    const foreign = /** @type {Map<string, string[]>} */ (new Map());
    for (const [name, one] of needs.get(room) ?? [])
      foreign.set(one.room, [...(foreign.get(one.room) ?? []), name === one.name ? name : `${one.name} as ${name}`]);
    const imports = [...foreign].map(
      ([other, names]) => `import { ${names.join(', ')} } from '${pathBetween(fileOf(room), fileOf(other))}';`,
    );
    return [...(packages.get(room) ?? []), ...imports, ...own.flatMap(([, texts]) => texts), 'export {};', ''].join('\n');
  }
}

/** What is joined: a room, the payloads of a family, the elements of TwiML. */
function roomOf(/** @type {string} */ file) {
  const [room = '', folder = ''] = file.replace(/\.d\.ts$/, '').split('/');
  if (!file.slice(room.length + 1).includes('/')) return room;
  if (room === 'payloads') return folder === 'schema' || folder === 'generated' ? room : `${room}-${folder}`;
  if (room === 'twiml') return folder === 'document' || folder === 'format' ? `${room}-${folder}` : `${room}-elements`;
  return room;
}

/** The name of a file or room, as a name in code. */
function toName(/** @type {string} */ file) {
  return basename(file, '.d.ts').replace(/-+(.)/g, (_, letter) => letter.toUpperCase());
}

function fileOf(/** @type {string} */ room) {
  return `types/${room}.d.ts`;
}

function pathBetween(/** @type {string} */ from, /** @type {string} */ to) {
  const path = relative(join(from, '..'), to).replace(/\.d\.ts$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
}

/**
 * Finds all declarations, and gives each a name that no other of its room has.
 *
 * @returns {Map<ts.Symbol, Declared>}
 */
function nameAll(/** @type {ts.Program} */ program, /** @type {ts.TypeChecker} */ checker, /** @type {string} */ folder) {
  const declared = /** @type {Map<ts.Symbol, Declared>} */ (new Map());
  const taken = /** @type {Set<string>} */ (new Set());
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${folder}/`));
  // What is exported has its name before what is not.
  const found = files.flatMap((file) =>
    file.statements.flatMap((statement) => namesOf(statement).map((name) => ({ file, statement, name }))),
  );
  const isExported = (/** @type {ts.Statement} */ statement) =>
    ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  for (const { file, statement, name } of [
    ...found.filter(({ statement }) => isExported(statement)),
    ...found.filter(({ statement }) => !isExported(statement)),
  ]) {
    const symbol = checker.getSymbolAtLocation(name);
    if (symbol === undefined) throw new Error(`${file.fileName} declares ${name.text}, of which the compiler knows nothing`);
    const known = declared.get(symbol);
    if (known !== undefined) {
      if (!known.statements.includes(statement)) known.statements.push(statement);
      continue;
    }
    const room = roomOf(relative(folder, file.fileName));
    const names = [
      name.text,
      `${name.text}$${toName(file.fileName)}`,
      ...[2, 3, 4, 5].map((count) => `${name.text}$${toName(file.fileName)}${count}`),
    ];
    const free = names.find((one) => !taken.has(`${room} ${one}`));
    if (free === undefined) throw new Error(`Too many files of ${room} declare ${name.text}`);
    taken.add(`${room} ${free}`);
    declared.set(symbol, { name: free, room, statements: [statement] });
  }
  return declared;
}

/** @returns {ts.Identifier[]} */
function namesOf(/** @type {ts.Statement} */ statement) {
  if (ts.isVariableStatement(statement)) {
    const [declaration, ...more] = statement.declarationList.declarations;
    if (declaration === undefined || more.length > 0 || !ts.isIdentifier(declaration.name))
      throw new Error(`Several in one: ${statement.getText()}`);
    return [declaration.name];
  }
  if (ts.isModuleDeclaration(statement)) return [];
  const { name } = /** @type {ts.DeclarationStatement} */ (statement);
  return name !== undefined && ts.isIdentifier(name) ? [name] : [];
}

function resolveAlias(/** @type {ts.Symbol} */ symbol, /** @type {ts.TypeChecker} */ checker) {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** Whether a name is exported as a type alone, at any of the files that hand it on. */
function isTypeOnly(/** @type {ts.Symbol} */ symbol, /** @type {ts.TypeChecker} */ checker) {
  for (
    let one = /** @type {ts.Symbol | undefined} */ (symbol);
    one !== undefined && one.flags & ts.SymbolFlags.Alias;
    one = checker.getImmediateAliasedSymbol(one)
  ) {
    const [specifier] = one.declarations ?? [];
    if (
      specifier !== undefined &&
      (ts.isExportSpecifier(specifier) || ts.isImportSpecifier(specifier)) &&
      ts.isTypeOnlyImportOrExportDeclaration(specifier)
    )
      return true;
  }
  return false;
}

/** Notes the import of a package, where a name comes from one. */
function notePackage(
  /** @type {ts.Identifier} */ name,
  /** @type {ts.TypeChecker} */ checker,
  /** @type {string} */ room,
  /** @type {Map<string, Set<string>>} */ packages,
) {
  const [declaration] = checker.getSymbolAtLocation(name)?.declarations ?? [];
  if (declaration === undefined) return;
  const statement = ts.findAncestor(declaration, ts.isImportDeclaration);
  if (statement === undefined || !ts.isStringLiteral(statement.moduleSpecifier) || statement.moduleSpecifier.text.startsWith('.')) return;
  const from = `from '${statement.moduleSpecifier.text}';`;
  const text = ts.isNamespaceImport(declaration)
    ? `import type * as ${declaration.name.text} ${from}`
    : `import type { ${declaration.getText().replace(/^type /, '')} } ${from}`;
  packages.set(room, (packages.get(room) ?? new Set()).add(text));
}

/** A piece of a text with some edits made. */
function apply(
  /** @type {string} */ text,
  /** @type {number} */ start,
  /** @type {number} */ end,
  /** @type {readonly { start: number, end: number, text: string }[]} */ edits,
) {
  let written = '';
  let at = start;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    written += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return written + text.slice(at, end);
}
