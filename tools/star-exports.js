// Hands on all that an entry exports by a star, as the source does. rollup names what there is one by one, from wherever it comes, and to link
// several hundred names takes Node longer than to load what they are names of. An entry that is not loaded anyway is not loaded for that.
import { posix } from 'node:path';

/**
 * @typedef {object} Lists What the lists of imports and exports of a file say; `from` is absent where a name is the file's own.
 * @property {Map<string, { from: string, name: string }>} imports By the name that the file has for it.
 * @property {Map<string, { from?: string | undefined, name: string }>} exports By the name that others have for it.
 */

const LIST = /^(import|export) \{ (.*) \}(?: from '(.*)')?;\n?/gm;

/** @type {import('rollup').OutputPlugin} */
export const starExports = {
  name: 'star-exports',
  generateBundle({ format }, bundle) {
    if (format !== 'es') return;
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const files = new Map(chunks.map(({ fileName, code }) => [fileName, readLists(fileName, code)]));
    const entries = chunks.filter(({ isEntry }) => isEntry);
    for (const chunk of entries) {
      const loaded = entries.filter(
        ({ fileName }) => chunk.imports.includes(fileName) && chunk.code.includes(` from '${pathTo(chunk, fileName)}';`),
      );
      const whole = loaded.filter((entry) => isWithin(entry.fileName, chunk.fileName, files));
      const widest = whole.filter((one) => !whole.some((other) => other !== one && isWithin(one.fileName, other.fileName, files)));
      const covered = new Set(widest.flatMap(({ exports }) => exports));
      const stars = widest.map(({ fileName }) => `export * from '${pathTo(chunk, fileName)}';\n`);
      chunk.code = [...stars, withoutNames(chunk.code, covered)].join('');
    }
  },
};

/**
 * @param {string} fileName
 * @param {string} code
 * @returns {Lists}
 */
function readLists(fileName, code) {
  const lists = /** @type {Lists} */ ({ imports: new Map(), exports: new Map() });
  for (const [, kind, names = '', path] of code.matchAll(LIST)) {
    const from = path?.startsWith('.') ? posix.join(posix.dirname(fileName), path) : path;
    for (const [name, alias] of names.split(', ').map(readName)) {
      if (kind === 'export') lists.exports.set(alias, { from, name });
      else if (from !== undefined) lists.imports.set(alias, { from, name });
    }
  }
  return lists;
}

/** @param {string} text @returns {[name: string, alias: string]} */
function readName(text) {
  const [name = '', alias = name] = text.split(' as ');
  return [name, alias];
}

/**
 * Where what a file exports is made. Two files may export different things under one name.
 *
 * @param {string} file
 * @param {string} name
 * @param {ReadonlyMap<string, Lists>} files
 * @returns {string}
 */
function findOrigin(file, name, files) {
  const lists = files.get(file);
  const exported = lists?.exports.get(name);
  const handed = exported?.from === undefined ? lists?.imports.get(exported?.name ?? name) : exported;
  return handed?.from === undefined ? `${file} ${exported?.name ?? name}` : findOrigin(handed.from, handed.name, files);
}

/**
 * Whether all that a file exports is exported by another under the same names.
 *
 * @param {string} one
 * @param {string} other
 * @param {ReadonlyMap<string, Lists>} files
 */
function isWithin(one, other, files) {
  const [names, more] = [files.get(one)?.exports ?? new Map(), files.get(other)?.exports ?? new Map()];
  return [...names.keys()].every((name) => more.has(name) && findOrigin(one, name, files) === findOrigin(other, name, files));
}

/**
 * @param {string} code
 * @param {ReadonlySet<string>} names
 */
function withoutNames(code, names) {
  return code.replaceAll(LIST, (line, /** @type {string} */ kind, /** @type {string} */ list, /** @type {string | undefined} */ path) => {
    if (kind === 'import') return line;
    const left = list.split(', ').filter((text) => !names.has(readName(text)[1]));
    return left.length === 0 ? '' : `export { ${left.join(', ')} }${path === undefined ? '' : ` from '${path}'`};\n`;
  });
}

/** @param {{ readonly fileName: string }} from @param {string} to */
function pathTo({ fileName }, to) {
  const path = posix.relative(posix.dirname(fileName), to);
  return path.startsWith('.') ? path : `./${path}`;
}
