// Writes the reference of errors and of explanations from src/errors.ts and the advice beside it, so that it cannot say anything else. The
// pages are committed; a test compares. Run it after every change of either.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { ERROR_SAMPLES } from './error-samples.js';
import { escapeTags, writeFolder } from './pages.js';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'docs/reference');

const NOTE = '<!-- Written by tools/reference-errors.js from the sources: change those, and run it. -->';

/** Each union of codes, and the class whose errors have them. */
const CLASSES = {
  SignatureErrorCode: 'SignatureError',
  AccountErrorCode: 'AccountError',
  HandlerErrorCode: 'HandlerError',
  RequestErrorCode: 'RequestError',
  PayloadErrorCode: 'PayloadError',
  TwimlErrorCode: 'TwimlError',
};

/**
 * The pages, by the name of their file.
 *
 * @returns {Promise<Map<string, string>>}
 */
export async function writePages() {
  const { source, errors } = await readErrors();
  const { ADVICE } = await load('src/signature/explain/advice.ts');
  return new Map([
    ['errors.md', writeErrors(source, errors)],
    ['explanations.md', writeExplanations(readUnion(source, 'SignatureCause'), ADVICE)],
  ]);
}

/** The source, with its comments, and the module that it is. */
async function readErrors() {
  const path = join(root, 'src/errors.ts');
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  return { source, errors: await load('src/errors.ts') };
}

/**
 * A page for each code, to which messages lead, by the name of its file.
 *
 * @returns {Promise<Map<string, string>>}
 */
export async function writeCodePages() {
  const { source, errors } = await readErrors();
  const codes = Object.entries(CLASSES).flatMap(([union, name]) => readUnion(source, union).map((code) => ({ ...code, name })));
  return new Map(codes.map((code) => [`${code.member}.md`, writeCode(code, new errors[code.name](code.member, '', {}).status)]));
}

/**
 * @param {{ readonly member: string, readonly doc: string, readonly name: string }} code
 * @param {number} status
 */
function writeCode({ member, doc, name }, status) {
  const sample = /** @type {Readonly<Record<string, { why: string, bad: string, good: string }>>} */ (ERROR_SAMPLES)[member];
  if (sample === undefined) throw new Error(`tools/error-samples.js has nothing for ${member}`);
  return [
    NOTE,
    `# ${member}`,
    escapeTags(doc),
    `The \`code\` of a \`${name}\`; the answer has the status ${status}. [All errors](../errors.md)`,
    `## How it comes about`,
    escapeTags(sample.why),
    '## Bad',
    `\`\`\`ts\n${sample.bad}\n\`\`\``,
    '## Good',
    `\`\`\`ts\n${sample.good}\n\`\`\``,
    ...(name === 'SignatureError' ? ['[You got a 403?](../../signature.md#you-got-a-403-read-this) tells how to find the reason.'] : []),
  ]
    .join('\n\n')
    .concat('\n');
}

/**
 * Loads a source that imports nothing but types.
 *
 * @param {string} file
 */
function load(file) {
  const { outputText } = ts.transpileModule(readFileSync(join(root, file), 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  return import(`data:text/javascript,${encodeURIComponent(outputText)}`);
}

/**
 * @param {ts.SourceFile} source
 * @param {any} errors The module.
 */
function writeErrors(source, errors) {
  const lines = [NOTE, '', '# Errors', ''];
  lines.push(
    'What goes wrong on the wire is a `RingbackError`, with a `code` that stays the same between releases and the HTTP `status` that',
  );
  lines.push('answers the request. What a program does wrong is a `TypeError`.', '');
  for (const [union, name] of Object.entries(CLASSES)) {
    lines.push(`## ${name}`, '', docOf(findStatement(source, name)), '');
    for (const { member, doc } of readUnion(source, union)) {
      const { status } = new errors[name](member, '', {});
      lines.push(`### ${member}`, '', `${doc} (Status ${status}.) [Bad and good](errors/${member}.md)`, '');
    }
  }
  return lines.join('\n');
}

/**
 * @param {readonly { member: string, doc: string }[]} causes
 * @param {Readonly<Record<string, string>>} advice
 */
function writeExplanations(causes, advice) {
  const lines = [NOTE, '', '# Explanations', ''];
  lines.push(
    'Every `cause` that `explainSignature` and the `explanation` of a `SignatureError` can name: what it means, and what to change.',
  );
  lines.push('[You got a 403?](../signature.md#you-got-a-403-read-this) tells how to get at it.', '');
  for (const { member, doc } of causes)
    lines.push(
      `## ${member}`,
      '',
      escapeTags(doc),
      '',
      `**What to change.** ${escapeTags(advice[member] ?? '')}`,
      '',
      `[More](../signature.md#${member})`,
      '',
    );
  return lines.join('\n');
}

/**
 * The members of a union of texts, each with its doc comment.
 *
 * @param {ts.SourceFile} source
 * @param {string} name
 */
function readUnion(source, name) {
  const statement = findStatement(source, name);
  if (!ts.isTypeAliasDeclaration(statement)) throw new Error(`${name} is no type`);
  const members = ts.isUnionTypeNode(statement.type) ? statement.type.types : [statement.type];
  return members.map((node) => {
    const comment = ts.getLeadingCommentRanges(source.text, node.getFullStart())?.at(-1) ?? findBefore(source, node);
    const member = node.getText().replaceAll("'", '');
    if (comment === undefined) throw new Error(`${member} has no doc comment`);
    return { member, doc: clean(source.text.slice(comment.pos, comment.end)) };
  });
}

/**
 * The comment before the bar that stands in front of a member.
 *
 * @param {ts.SourceFile} source
 * @param {ts.Node} node
 */
function findBefore({ text }, node) {
  const bar = text.lastIndexOf('|', node.getStart());
  const end = text.lastIndexOf('*/', bar) + 2;
  return text.slice(end, bar).trim() === '' ? { pos: text.lastIndexOf('/**', end), end } : undefined;
}

/**
 * @param {ts.SourceFile} source
 * @param {string} name
 */
function findStatement(source, name) {
  const found = source.statements.find(
    (statement) => (ts.isTypeAliasDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name?.text === name,
  );
  if (found === undefined) throw new Error(`src/errors.ts has no ${name}`);
  return found;
}

/** @param {ts.Node} node */
function docOf(node) {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  return (ts.getTextOfJSDocComment(doc?.comment) ?? '').replaceAll(/\s+/g, ' ');
}

/** @param {string} comment */
function clean(comment) {
  return comment
    .replaceAll(/^\/\*\*|\*\/$/g, '')
    .replaceAll(/^\s*\* ?/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

if (process.argv[1] === import.meta.filename) {
  for (const [file, text] of await writePages()) writeFileSync(join(folder, file), text);
  console.log('docs/reference/errors.md, docs/reference/explanations.md');
  writeFolder('errors', await writeCodePages());
}
