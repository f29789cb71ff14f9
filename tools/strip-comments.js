// Takes the comments out of published code. The declarations have all that a reader of the package is told; what is left of comments in the
// code, those within objects and classes, would be a twelfth of it.
import ts from 'typescript';

/** What tools read, and licences. */
const KEPT = /@__(?:PURE|NO_SIDE_EFFECTS)__|@license|@preserve|@vite-ignore|webpackIgnore|^\/[/*]!/;

const COMMENTS = /[^\S\n]*(?:\/\/.*|\/\*[\s\S]*?\*\/)/g;

/** @param {string} code A module, without types. */
export function stripComments(code) {
  const file = ts.createSourceFile('module.js', code, ts.ScriptTarget.ES2022, false, ts.ScriptKind.JS);
  let stripped = '';
  let at = 0;
  const visit = (/** @type {ts.Node} */ node) => {
    const children = node.getChildren(file).filter(({ kind }) => kind !== ts.SyntaxKind.JSDoc);
    for (const child of children) visit(child);
    if (children.length > 0 || node.pos === node.end) return;
    // Between two tokens is nothing but white space and comments.
    const start = Math.max(node.pos, at);
    const token = node.getStart(file);
    stripped += code.slice(at, start) + withoutComments(code.slice(start, token));
    at = token;
  };
  visit(file);
  return stripped + code.slice(at);
}

/** @param {string} space */
function withoutComments(space) {
  const left = space.replaceAll(COMMENTS, (comment) => (KEPT.test(comment.trim()) ? comment : ''));
  if (left === space) return space;
  // A comment that had lines for itself leaves none, and one between two words leaves them apart.
  return left === '' ? ' ' : left.replace(/\n\s*\n/g, '\n');
}
