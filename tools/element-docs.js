// Editors show what an element and its attributes mean. That stands in the doc comments of the declarations, which are gone at run time;
// this gathers them into a table for describeElement. Run it whenever a doc comment in src/twiml has changed; a test compares.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const TARGET = 'src/twiml/document/values/element-docs.ts';

/**
 * What each element and its attributes mean, by the file that declares it: tags are not unique.
 *
 * @param {string} root
 */
export function readElementDocs(root) {
  const entries = ['voice', 'ssml', 'messaging', 'fax'].flatMap((folder) =>
    readdirSync(join(root, 'src/twiml', folder))
      .sort()
      .flatMap((file) => readElement(`${folder}/${file.replace('.ts', '')}`, readFileSync(join(root, 'src/twiml', folder, file), 'utf8'))),
  );
  return Object.fromEntries(entries);
}

/**
 * @param {string} key
 * @param {string} text
 */
function readElement(key, text) {
  const source = ts.createSourceFile(key, text, ts.ScriptTarget.ES2022, true);
  /** @type {(readonly [name: string, docs: string])[]} */
  const attributes = [];
  let docs;
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) {
      const [declaration] = statement.declarationList.declarations;
      const table = declaration?.initializer;
      if (declaration?.name.getText() === 'attributes' && table !== undefined && ts.isObjectLiteralExpression(table))
        attributes.push(...table.properties.map(readProperty));
    }
    const isVerb = ts.isInterfaceDeclaration(statement) && statement.name.text.endsWith('Verb');
    const isStart = ts.isFunctionDeclaration(statement) && statement.name?.text.endsWith('Response');
    const [member] = isVerb ? statement.members : [];
    if (member !== undefined) docs ??= readComment(member);
    if (isStart) docs ??= readComment(statement);
  }
  return docs === undefined ? [] : [[key, { docs, attributes: Object.fromEntries(attributes) }]];
}

/**
 * @param {ts.ObjectLiteralElementLike} property
 * @returns {readonly [name: string, docs: string]}
 */
function readProperty(property) {
  const { name } = property;
  return [name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : '', readComment(property)];
}

/**
 * The text of a doc comment on one line, with what it says of defaults and deprecation.
 *
 * @param {ts.Node} node
 */
function readComment(node) {
  const [comment] = ts.getJSDocCommentsAndTags(node);
  const parts = [ts.getTextOfJSDocComment(comment?.comment) ?? ''];
  for (const tag of comment !== undefined && ts.isJSDoc(comment) ? (comment.tags ?? []) : []) {
    const said = (ts.getTextOfJSDocComment(tag.comment) ?? '').replace(/\.$/, '');
    if (tag.tagName.text === 'default') parts.push(`Default: ${said}.`);
    if (tag.tagName.text === 'deprecated') parts.push(`Deprecated: ${said}.`);
  }
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const opening =
    '/** What elements and their attributes mean, from the doc comments of their declarations: made by tools/element-docs.js. */';
  const type = 'Readonly<Record<string, { readonly docs: string; readonly attributes: Readonly<Record<string, string>> }>>';
  writeFileSync(TARGET, `${opening}\nexport const ELEMENT_DOCS: ${type} = ${JSON.stringify(readElementDocs('.'), undefined, 2)};\n`);
  execFileSync('npx', ['biome', 'check', '--write', TARGET]);
  console.log(TARGET);
}
