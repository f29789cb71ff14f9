// Takes out of published code what nobody reads there, and leaves the rest as it is to whoever steps through it. The declarations have all that
// comments tell the reader of a package; those within objects and classes would be a twelfth of the code. Lines are indented by tabs.
import ts from 'typescript';

/** What tools read, and licences. */
const KEPT = /@__(?:PURE|NO_SIDE_EFFECTS)__|@license|@preserve|@vite-ignore|webpackIgnore|^\/[/*]!/;

const COMMENTS = /[^\S\n]*(?:\/\/.*|\/\*[\s\S]*?\*\/)/g;

/** @param {string} code A module without types, indented by two spaces. */
export function tidyCode(code) {
  const file = ts.createSourceFile('module.js', code, ts.ScriptTarget.ES2022, false, ts.ScriptKind.JS);
  let tidy = '';
  let at = 0;
  const visit = (/** @type {ts.Node} */ node) => {
    const children = node.getChildren(file).filter(({ kind }) => kind !== ts.SyntaxKind.JSDoc);
    for (const child of children) visit(child);
    if (children.length > 0 || node.pos === node.end) return;
    // Between two tokens is nothing but white space and comments.
    const start = Math.max(node.pos, at);
    const token = node.getStart(file);
    tidy += code.slice(at, start) + tidySpace(code.slice(start, token));
    at = token;
  };
  visit(file);
  return tidy + code.slice(at);
}

/** @param {string} space */
function tidySpace(space) {
  const left = space.replaceAll(COMMENTS, (comment) => (KEPT.test(comment.trim()) ? comment : ''));
  // A comment that had lines for itself leaves none, and one between two words leaves them apart.
  const tidy = left === space ? space : left === '' ? ' ' : left.replace(/\n\s*\n/g, '\n');
  return tidy.replaceAll(/(?<=\n *) {2}/g, '\t').replaceAll('/* @__PURE__ */ ', '/*@__PURE__*/');
}

/** @param {string} declarations Indented by four spaces, as the compiler writes them. */
export function tidyDeclarations(declarations) {
  return declarations.replaceAll(/^(?: {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4));
}
