// Lets each table of parameters be made when somebody first looks into it: see src/payloads/schema/lazy-table.ts. The sources have them as plain
// objects, for whoever reads them; nothing else changes.
import { posix } from 'node:path';

/** A table at the top of a module, in which something is called. */
const TABLE = /^const (\w+) = \{\n((?: {2}.*\n)*? {2}.*\/\* @__PURE__ \*\/ .*\n(?: {2}.*\n)*)\};$/gm;

/**
 * @param {string} code A module without types.
 * @param {string} place Where it is in src.
 */
export function makeTablesLazy(code, place) {
  if (!/^payloads\/(?!schema\/|generated\/)[^/]+\//.test(place)) return code;
  // What is in a function is no bundler's concern.
  const lazy = code.replaceAll(
    TABLE,
    (_, name, fields) => `const ${name} = /* @__PURE__ */ lazyTable(() => ({\n${fields.replaceAll('/* @__PURE__ */ ', '')}}));`,
  );
  if (lazy === code) return code;
  const path = posix.relative(posix.dirname(place), 'payloads/schema/lazy-table.js');
  return `import { lazyTable } from "${path}";\n${lazy}`;
}
