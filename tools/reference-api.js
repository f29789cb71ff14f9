// Writes docs/reference/api, a page an entry of the package, from the published declarations: what a page shows is what an editor shows.
// The pages are committed; a test fails when they differ from what this writes. Run it after `npm run build`.
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { listEntries } from './entries.js';
import { escapeTags, writeFolder } from './pages.js';

const root = resolve(import.meta.dirname, '..');
const NOTE = '<!-- Written by tools/reference-api.js from the declarations: change those, and run it. -->';

/** The order in which things of one sort are told: what one calls first, then what it takes and gives. */
const SORTS = ['Functions', 'Values', 'Classes', 'Types'];

/**
 * Makes all pages.
 *
 * @returns {Map<string, string>} Text by file name.
 */
export function writePages() {
  const files = listEntries().flatMap(({ name, ...target }) => {
    // The root repeats others, and each family of payloads has a reference of its own.
    if (name === '.' || name.startsWith('./payloads/')) return [];
    return [{ name: `ringback${name.slice(1)}`, file: resolve(root, target.import.types) }];
  });
  const program = ts.createProgram(
    files.map(({ file }) => file),
    { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, strict: true, skipLibCheck: true },
  );
  return new Map(files.map(({ name, file }) => [`${name.replaceAll('/', '-')}.md`, writePage(name, file, program)]));
}

/**
 * @param {string} name
 * @param {string} file
 * @param {ts.Program} program
 */
function writePage(name, file, program) {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${relative(root, file)} is not there: run \`npm run build\``);
  const symbols = checker
    .getExportsOfModule(module)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
    .filter(isToldHere);
  const lines = [NOTE, '', `# ${name}`, ''];
  for (const sort of SORTS) {
    const own = symbols.filter((symbol) => sortOf(symbol) === sort).sort((a, b) => (a.name < b.name ? -1 : 1));
    if (own.length > 0) lines.push(`## ${sort}`, '', ...own.flatMap(describe));
  }
  return `${lines.join('\n').trim()}\n`;
}

/** Schemas are told in the reference of payloads, and elements with their attributes in that of TwiML. */
function isToldHere(/** @type {ts.Symbol} */ { name, declarations = [] }) {
  const path = relative(join(root, 'dist'), declarations[0]?.getSourceFile().fileName ?? '');
  if (/^types\/(?:zod\/)?payloads-/.test(path)) return false;
  return !(path === 'types/twiml-elements.d.cts' && /(?:Attributes|Builder|Fill|Verb)$/.test(name));
}

function sortOf(/** @type {ts.Symbol} */ { flags }) {
  if (flags & ts.SymbolFlags.Function) return 'Functions';
  if (flags & ts.SymbolFlags.Class) return 'Classes';
  return flags & ts.SymbolFlags.Value ? 'Values' : 'Types';
}

function describe(/** @type {ts.Symbol} */ { name, declarations = [] }) {
  const docs = new Set(declarations.flatMap(docOf));
  return [`### ${name}`, '', ...[...docs].flatMap((text) => [text, '']), '```typescript', ...declarations.map(textOf), '```', ''];
}

/** What holds the declaration and its comment: of a constant the whole statement. */
function statementOf(/** @type {ts.Declaration} */ declaration) {
  return ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
}

/** The declaration as it is published, with the comments of its members and without its own. */
function textOf(/** @type {ts.Declaration} */ declaration) {
  return statementOf(declaration)
    .getText()
    .replace(/^export (?:declare )?/, '')
    .replaceAll(/^\t+/gm, (tabs) => '    '.repeat(tabs.length));
}

/** The paragraphs of the doc comment. */
function docOf(/** @type {ts.Declaration} */ declaration) {
  return ts
    .getJSDocCommentsAndTags(statementOf(declaration))
    .filter(ts.isJSDoc)
    .flatMap(({ comment, tags = [] }) => {
      const parameters = tags.flatMap((tag) =>
        ts.isJSDocParameterTag(tag) ? [`- \`${tag.name.getText()}\`: ${prose(tag.comment).replace(/^- /, '')}`] : [],
      );
      const others = tags.filter((tag) => !ts.isJSDocParameterTag(tag)).map(tell);
      return [prose(comment), parameters.join('\n'), ...others].filter((text) => text !== '');
    });
}

/** A tag in words. */
function tell(/** @type {ts.JSDocTag} */ tag) {
  const text = prose(tag.comment);
  switch (tag.tagName.text) {
    case 'returns':
      return `Returns ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
    case 'throws':
      return `Throws ${ts.isJSDocThrowsTag(tag) && tag.typeExpression ? `${tag.typeExpression.type.getText()} ` : ''}${text}`;
    case 'deprecated':
      return `**Deprecated.** ${text}`;
    case 'example': {
      const code = ts.getTextOfJSDocComment(tag.comment) ?? '';
      return code.startsWith('```') ? code.replace('```ts\n', '```typescript\n') : `\`\`\`typescript\n${code}\n\`\`\``;
    }
    default:
      return text;
  }
}

/** The prose of a comment, in which a tag is no markup and a link to another thing is code. */
function prose(/** @type {ts.JSDoc['comment']} */ comment) {
  const parts =
    typeof comment === 'string'
      ? [comment]
      : (comment ?? []).map((part) => (part.kind === ts.SyntaxKind.JSDocText ? part.text : `\`${part.name?.getText()}\``));
  return escapeTags(parts.join(''));
}

if (process.argv[1] === import.meta.filename) {
  writeFolder('api', writePages());
}
