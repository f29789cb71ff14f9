// Joins declarations of single source files into a file a room: the hundreds of files that the compiler writes are most of what a package has
// on disk. A declaration stays as it is, with its comment, so that an editor shows of it what it showed; only names that several files of a
// room use for different things get the name of their file too. What no entry leads to is left out.
//
// zod's types are others for ES modules than for CommonJS, and so is what names them. All the rest is declared once, as CommonJS, which ES
// modules may import: `types/voice.d.cts`. What names zod, itself or by what it names, is declared in `types/zod`, once for each.
import { basename, join, relative } from 'node:path';
import ts from 'typescript';

/**
 * @typedef {object} Declared A name that a file declares at its top: one statement, or several where an interface and a constant share it.
 * @property {string} name As it is called in the joined file.
 * @property {string} room
 * @property {ts.Statement[]} statements
 */

/**
 * @typedef {object} Module What is imported from outside.
 * @property {string} entry
 * @property {ts.SourceFile} file
 * @property {ts.Symbol[]} exports
 */

/**
 * @typedef {object} Joined What is published, and how it hangs together.
 * @property {Map<string, string>} files The text of each file, by its path.
 * @property {Map<Declared, Set<Declared>>} uses What each declaration names.
 * @property {Set<Declared>} foreign Those that name a package.
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
  const { uses, foreign } = joinAll(program, checker, declared, folder, entries);
  for (const one of listUsers(uses, foreign)) one.room = `${ZOD}${one.room}`;
  return joinAll(program, checker, declared, folder, entries).files;
}

/**
 * All that names one of these, directly or not.
 *
 * @param {Map<Declared, Set<Declared>>} uses
 * @param {Set<Declared>} foreign
 */
function listUsers(uses, foreign) {
  const users = new Set(foreign);
  for (let count = -1; count !== users.size; ) {
    count = users.size;
    for (const [one, used] of uses) if ([...used].some((other) => users.has(other))) users.add(one);
  }
  return users;
}

/**
 * @param {ts.Program} program
 * @param {ts.TypeChecker} checker
 * @param {Map<ts.Symbol, Declared>} declared
 * @param {string} folder
 * @param {readonly string[]} entries
 * @returns {Joined}
 */
function joinAll(program, checker, declared, folder, entries) {
  /** The top-level declaration of ours that a name stands for, wherever it was imported. */
  const find = (/** @type {ts.Node} */ name) => {
    const symbol = checker.getSymbolAtLocation(name);
    return symbol && declared.get(resolveAlias(symbol, checker));
  };
  const modules = entries.map((entry) => {
    const file = program.getSourceFile(join(folder, entry));
    const symbol = file && checker.getSymbolAtLocation(file);
    if (file === undefined || symbol === undefined) throw new Error(`${entry} is no module`);
    return { entry, file, exports: checker.getExportsOfModule(symbol) };
  });
  const published = new Set(modules.flatMap(({ exports }) => exports.map((one) => declared.get(resolveAlias(one, checker)))));

  const wanted = /** @type {Map<Declared, string[]>} */ (new Map());
  const uses = /** @type {Map<Declared, Set<Declared>>} */ (new Map());
  const needs = /** @type {Map<string, Map<string, Declared>>} */ (new Map());
  const packages = /** @type {Map<string, Set<string>>} */ (new Map());
  const foreign = /** @type {Set<Declared>} */ (new Set());
  const want = (/** @type {Declared} */ one) => {
    if (wanted.has(one)) return;
    wanted.set(one, []);
    uses.set(one, new Set());
    const texts = one.statements.map((statement) => write(statement, one));
    wanted.set(one, texts);
  };
  /** Writes a statement, with the names that the joined files have for things, and asks for all that it names. */
  const write = (/** @type {ts.Statement} */ statement, /** @type {Declared} */ one) => {
    const source = statement.getSourceFile();
    const edits = /** @type {{ start: number, end: number, text: string }[]} */ ([]);
    const replace = (/** @type {ts.Node} */ node, /** @type {string} */ text) => {
      if (node.getText() !== text) edits.push({ start: node.getStart(), end: node.end, text });
    };
    const use = (/** @type {Declared} */ other) => {
      want(other);
      uses.get(one)?.add(other);
      return other.room === one.room ? other.name : nameForeign(other, one.room);
    };
    const note = (/** @type {string | undefined} */ text) => {
      if (text === undefined) return;
      packages.set(one.room, (packages.get(one.room) ?? new Set()).add(text));
      foreign.add(one);
    };
    const isTable = isTableOfFields(statement) && !published.has(one);
    const visit = (/** @type {ts.Node} */ node) => {
      const field = isTable ? readField(node) : undefined;
      if (field !== undefined) {
        const name = use(findField(field.isOptional ? 'Optional' : 'Field'));
        edits.push({ start: node.getStart(), end: field.value.getStart(), text: `${name}<` });
        visit(field.value);
        edits.push({ start: field.value.end, end: node.end, text: '>' });
        return;
      }
      if (ts.isImportTypeNode(node)) {
        const found = node.qualifier && find(node.qualifier);
        const isOwn = ts.isLiteralTypeNode(node.argument) && node.argument.getText().slice(1).startsWith('.');
        if (isOwn && (node.qualifier === undefined || found === undefined))
          throw new Error(`${source.fileName}: ${node.getText()} has no name`);
        if (!isOwn) foreign.add(one);
        if (node.qualifier !== undefined && found !== undefined)
          edits.push({ start: node.getStart(), end: node.qualifier.end, text: `${node.isTypeOf ? 'typeof ' : ''}${use(found)}` });
        for (const argument of node.typeArguments ?? []) visit(argument);
        return;
      }
      if (ts.isIdentifier(node)) {
        const found = find(node);
        if (found !== undefined) replace(node, use(found));
        else note(packageOf(node, checker));
      }
      ts.forEachChild(node, visit);
    };
    visit(statement);
    return apply(source.text, statement.getFullStart(), statement.end, edits).trim();
  };

  /** How a table of parameters says what a field is read into; see src/payloads/schema/field.ts. */
  function findField(/** @type {string} */ name) {
    const found = [...declared.values()].find(
      (one) => one.name === name && one.statements[0]?.getSourceFile().fileName.endsWith('/payloads/schema/field.d.ts'),
    );
    if (found === undefined) throw new Error(`There is no ${name}`);
    return found;
  }

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
  for (const one of modules) files.set(one.entry, writeEntry(one));
  for (const room of new Set([...wanted.keys()].map((one) => one.room))) files.set(fileOf(room), writeRoom(room));
  return { files, uses, foreign };

  /** Whether all that an entry exports is exported by another too, and more. */
  function isWithin(/** @type {Module} */ one, /** @type {Module} */ other) {
    const exported = new Map(other.exports.map((symbol) => [symbol.name, symbol]));
    const isSame = (/** @type {ts.Symbol} */ symbol, /** @type {ts.Symbol | undefined} */ same) => {
      if (same === undefined || resolveAlias(symbol, checker) !== resolveAlias(same, checker)) return false;
      const isValue = (resolveAlias(symbol, checker).flags & ts.SymbolFlags.Value) !== 0;
      return !isValue || isTypeOnly(symbol, checker) === isTypeOnly(same, checker);
    };
    return one.exports.length < other.exports.length && one.exports.every((symbol) => isSame(symbol, exported.get(symbol.name)));
  }

  /** An entry names what it exports, and where that is declared. What other entries export it takes from them. */
  function writeEntry(/** @type {Module} */ module) {
    const { entry, file, exports } = module;
    const within = modules.filter((other) => isWithin(other, module));
    const widest = within.filter((one) => !within.some((other) => isWithin(one, other)));
    const covered = new Set(widest.flatMap((other) => other.exports.map(({ name }) => name)));
    const lists = /** @type {Map<string, string[]>} */ (new Map());
    for (const exported of exports) {
      const found = declared.get(resolveAlias(exported, checker));
      if (found === undefined) throw new Error(`${entry} exports ${exported.name}, which is not declared by name`);
      want(found);
      if (covered.has(exported.name)) continue;
      const type = isTypeOnly(exported, checker) ? 'type ' : '';
      const text = found.name === exported.name ? `${type}${found.name}` : `${type}${found.name} as ${exported.name}`;
      lists.set(found.room, [...(lists.get(found.room) ?? []), text]);
    }
    for (const statement of file.statements) {
      if (!ts.isModuleDeclaration(statement)) continue;
      // A declaration of what is global has no name by which it could be asked for: it comes with its room.
      const room = [`${ZOD}${roomOf(entry)}`, roomOf(entry)].find((one) => lists.has(one));
      if (room === undefined) throw new Error(`${entry} declares what is global, and exports nothing of its own`);
      const key = /** @type {Declared} */ ({ name: '', room, statements: [statement] });
      uses.set(key, new Set());
      wanted.set(key, [write(statement, key)]);
    }
    return [
      ...widest.map((other) => `export * from '${pathBetween(entry, other.entry)}';`),
      ...[...lists].map(([room, names]) => `export { ${names.join(', ')} } from '${pathBetween(entry, fileOf(room))}';`),
      '',
    ].join('\n');
  }

  function writeRoom(/** @type {string} */ room) {
    const own = [...wanted].filter(([one]) => one.room === room);
    const imports = /** @type {Map<string, string[]>} */ (new Map());
    for (const [name, one] of needs.get(room) ?? [])
      imports.set(one.room, [...(imports.get(one.room) ?? []), name === one.name ? name : `${one.name} as ${name}`]);
    const needed = new Set([...needs.values()].flatMap((names) => [...names.values()]));
    return [
      ...(packages.get(room) ?? []),
      ...[...imports].map(([other, names]) => `import { ${names.join(', ')} } from '${pathBetween(fileOf(room), fileOf(other))}';`),
      // What a file alone named may now be named by the other half of its room.
      ...own.flatMap(([one, texts]) => (needed.has(one) ? texts.map(exportIt) : texts)),
      'export {};',
      '',
    ].join('\n');
  }
}

/** A declaration behind its comment, exported if it was not. */
function exportIt(/** @type {string} */ text) {
  const { length } = /^(?:\/\*[\s\S]*?\*\/\s*)*/.exec(text)?.[0] ?? '';
  return text.startsWith('export ', length) ? text : `${text.slice(0, length)}export ${text.slice(length)}`;
}

/** Whether a statement declares a table of parameters: what it is read into is all that other declarations take of it. */
function isTableOfFields(/** @type {ts.Statement} */ statement) {
  const type = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0]?.type : undefined;
  return type !== undefined && ts.isTypeLiteralNode(type);
}

/**
 * What a type of zod's in a table is read into, where it says so.
 *
 * @param {ts.Node} node
 * @returns {{ value: ts.TypeNode, isOptional: boolean } | undefined}
 */
function readField(node) {
  if (!ts.isImportTypeNode(node) && !ts.isTypeReferenceNode(node)) return undefined;
  const name = (ts.isImportTypeNode(node) ? node.qualifier : node.typeName)?.getText().replace(/^z\./, '');
  const [value] = node.typeArguments ?? [];
  if (value === undefined) return undefined;
  if (name === 'ZodType' || name === 'Parameter') return { value, isOptional: false };
  const field = name === 'ZodOptional' ? readField(value) : undefined;
  return field && { value: field.value, isOptional: true };
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

/** What comes before the name of a room where zod is named; a file a format. */
const ZOD = 'zod/';

function fileOf(/** @type {string} */ room) {
  return `types/${room}${room.startsWith(ZOD) ? '.d.ts' : '.d.cts'}`;
}

function pathBetween(/** @type {string} */ from, /** @type {string} */ to) {
  const path = relative(join(from, '..'), to).replace(/\.d\.(c?)ts$/, '.$1js');
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

/** The import of the package that a name comes from. */
function packageOf(/** @type {ts.Identifier} */ name, /** @type {ts.TypeChecker} */ checker) {
  const [declaration] = checker.getSymbolAtLocation(name)?.declarations ?? [];
  if (declaration === undefined) return undefined;
  const statement = ts.findAncestor(declaration, ts.isImportDeclaration);
  if (statement === undefined || !ts.isStringLiteral(statement.moduleSpecifier) || statement.moduleSpecifier.text.startsWith('.'))
    return undefined;
  const from = `from '${statement.moduleSpecifier.text}';`;
  return ts.isNamespaceImport(declaration)
    ? `import type * as ${declaration.name.text} ${from}`
    : `import type { ${declaration.getText().replace(/^type /, '')} } ${from}`;
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
