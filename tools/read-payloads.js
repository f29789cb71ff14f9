// Reads what there is to know of the payloads out of their sources, for the tools that write it down for people and for other languages.
// The compiler gives names, types and doc comments; the compiled schemas, loaded, give what was declared.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '..');
const source = join(root, 'src/payloads');

/**
 * @typedef {object} Field A parameter, or a property of a part.
 * @property {string} name
 * @property {string} type In words, with links to parts as `[Name]`.
 * @property {boolean} required
 * @property {string} doc
 * @property {boolean} deprecated
 */

/**
 * @typedef {object} Entry Something that a family exports: a payload, a union of payloads, or a part of them.
 * @property {string} name
 * @property {string} family The folder; empty for what belongs to no family.
 * @property {string} doc Of a payload, what happened.
 * @property {string} schemaDoc Of a payload, where it is sent.
 * @property {readonly Field[]} fields
 * @property {any} schema The schema, loaded; `undefined` for a part.
 * @property {readonly string[]} alternatives The members of a union type.
 */

/**
 * Reads all families.
 *
 * @returns {Promise<{ entries: readonly Entry[], deviations: readonly import('../src/payloads/deviations/deviation.js').Deviation[] }>}
 */
export async function readPayloads() {
  // A folder without an index is no family, but the machinery of all.
  const names = readdirSync(source)
    .filter((name) => existsSync(join(source, name, 'index.ts')))
    .sort();
  const program = compile([join(source, 'index.ts'), join(source, 'deviations.ts')]);
  const checker = program.getTypeChecker();
  const { modules, deviations } = await load(program, names);
  const entries = new Map();
  for (const family of names) {
    const file = program.getSourceFile(join(source, family, 'index.ts'));
    const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
    if (module === undefined) throw new Error(`${family} is not reached from src/payloads/index.ts`);
    for (const exported of checker.getExportsOfModule(module)) {
      const entry = readEntry(exported, modules.get(family)?.[exported.name], checker);
      if (entry !== undefined && !entries.has(entry.name)) entries.set(entry.name, entry);
    }
  }
  return { entries: [...entries.values()], deviations };
}

/** @param {readonly string[]} files */
function compile(files) {
  const { config, error } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  if (error !== undefined) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram(files, options);
}

/**
 * Loads the families, compiled file by file: checking the types for it would take ten times as long. The files are where Node finds zod
 * from, for as long as that takes.
 *
 * @param {ts.Program} program
 * @param {readonly string[]} families
 */
async function load(program, families) {
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'payloads-'));
  try {
    const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
    const files = program.getSourceFiles().filter(({ fileName }) => resolve(fileName).startsWith(join(root, 'src')));
    for (const { fileName, text } of files) {
      const { outputText } = ts.transpileModule(text, { compilerOptions });
      ts.sys.writeFile(join(folder, relative(join(root, 'src'), resolve(fileName)).replace(/ts$/, 'js')), outputText);
    }
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const read = (/** @type {string} */ file) => import(pathToFileURL(join(folder, 'payloads', file)).href);
    const modules = await Promise.all(families.map(async (family) => /** @type {const} */ ([family, await read(`${family}/index.js`)])));
    const { deviations } = await read('deviations.js');
    return { modules: new Map(modules), deviations };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {ts.Symbol} exported
 * @param {any} schema
 * @param {ts.TypeChecker} checker
 * @returns {Entry | undefined}
 */
function readEntry(exported, schema, checker) {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const types = symbol.declarations?.filter((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) ?? [];
  const value = symbol.declarations?.find(ts.isVariableDeclaration);
  const [type] = types;
  if (type === undefined) return undefined;
  const declared = checker.getDeclaredTypeOfSymbol(symbol);
  return {
    name: symbol.name,
    family: familyOf(type),
    doc: docOf(type),
    schemaDoc: value === undefined ? '' : docOf(value.parent.parent),
    fields: ts.isInterfaceDeclaration(type) ? declared.getProperties().map((property) => readField(property, symbol.name, checker)) : [],
    schema,
    alternatives: declared.isUnion() ? declared.types.map((one) => describeType(one, checker, type.getText())).sort() : [],
  };
}

/** @param {ts.Node} node */
function familyOf(node) {
  const [family, ...rest] = relative(source, node.getSourceFile().fileName).split(/[\\/]/);
  return rest.length > 0 && family !== undefined && family !== 'schema' ? family : '';
}

/** @param {ts.Node} node */
function docOf(node) {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  return doc === undefined ? '' : oneLine(ts.getTextOfJSDocComment(doc.comment) ?? '');
}

/** @param {string} text */
function oneLine(text) {
  return text
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * @param {ts.Symbol} property
 * @param {string} owner
 * @param {ts.TypeChecker} checker
 * @returns {Field}
 */
function readField(property, owner, checker) {
  const tags = property.getJsDocTags(checker);
  const textOf = (/** @type {string} */ name) => oneLine(ts.displayPartsToString(tags.find((tag) => tag.name === name)?.text));
  const deprecated = tags.some(({ name }) => name === 'deprecated');
  const standard = textOf('default');
  const sentences = [
    oneLine(ts.displayPartsToString(property.getDocumentationComment(checker))),
    textOf('deprecated'),
    standard === '' ? '' : `By default ${standard}.`,
  ];
  const doc = sentences.filter((sentence) => sentence !== '').join(' ');
  if (doc === '') throw new Error(`${owner}.${property.name} has no doc comment`);
  return {
    name: property.name,
    type: describeType(checker.getTypeOfSymbol(property), checker, property.declarations?.[0]?.getText() ?? ''),
    required: (property.flags & ts.SymbolFlags.Optional) === 0,
    doc,
    deprecated,
  };
}

/**
 * A type in words.
 *
 * @param {ts.Type} type
 * @param {ts.TypeChecker} checker
 * @param {string} written The source that the type comes from: the compiler forgets the order of alternatives.
 * @returns {string}
 */
function describeType(type, checker, written) {
  if (type.isUnion()) return describeUnion(type, checker, written);
  const { flags } = type;
  if (type.isStringLiteral() || type.isNumberLiteral()) return `\`${type.value}\``;
  if (flags & ts.TypeFlags.BooleanLiteral) return `\`${checker.typeToString(type)}\``;
  if (flags & ts.TypeFlags.TemplateLiteral) return checker.typeToString(type).replace(/\$\{\w+\}/, '…');
  if (flags & ts.TypeFlags.String) return 'text';
  if (flags & ts.TypeFlags.Number) return 'number';
  if (flags & ts.TypeFlags.Null) return '`null`';
  if (flags & ts.TypeFlags.Undefined) return '`undefined`';
  if (flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return 'anything';
  // `string & {}` keeps a union of known values open.
  if (type.isIntersection() && type.types.some((one) => one.flags & ts.TypeFlags.String)) return 'another text';
  return describeObject(type, checker, written);
}

/**
 * @param {ts.Type} type
 * @param {ts.TypeChecker} checker
 * @param {string} written
 */
function describeObject(type, checker, written) {
  const name = type.symbol?.name;
  if (name === 'JsonObject') return 'object of JSON';
  if (name === 'Date') return 'date';
  if (type.getCallSignatures().length > 0) return 'function';
  if (checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(/** @type {ts.TypeReference} */ (type));
    return `list of ${item === undefined ? 'anything' : describeType(item, checker, written)}`;
  }
  const value = type.getStringIndexType();
  if (value !== undefined) return `${describeType(value, checker, written)} by name`;
  const [declaration] = type.symbol?.declarations ?? [];
  if (declaration !== undefined && ts.isInterfaceDeclaration(declaration)) return `[${name}]`;
  throw new Error(`There are no words for the type ${checker.typeToString(type)}`);
}

/**
 * @param {ts.UnionType} union
 * @param {ts.TypeChecker} checker
 * @param {string} written
 */
function describeUnion(union, checker, written) {
  const types = union.types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
  if (types.some(({ symbol }) => symbol?.name === 'JsonObject') && types.some(({ flags }) => flags & ts.TypeFlags.Number))
    return 'anything of JSON';
  // `number & {}` keeps the union of known error codes open: a reader wants no list of hundreds.
  if (types.some((type) => type.isIntersection() && type.types.some(({ flags }) => flags & ts.TypeFlags.Number))) return 'error code';
  const words = [...new Set(types.map((type) => describeType(type, checker, written)))];
  const place = (/** @type {string} */ word) => {
    const atEnd = LAST.indexOf(word);
    const name = word.replaceAll(/[`…[\]]/g, '');
    const [at = END - 1] = [`'${name}'`, name].map((text) => written.indexOf(text)).filter((found) => found !== -1);
    return atEnd === -1 ? at : END + atEnd;
  };
  words.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** What stands at the end of alternatives. */
const LAST = ['`true`', '`false`', 'another text', 'text', '`null`'];
const END = 1e9;
