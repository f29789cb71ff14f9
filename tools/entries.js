// Tells what can be imported of the package, from the exports map of package.json: what is built, described, measured and tested is one list.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const here = resolve(import.meta.dirname, '..');

/**
 * @typedef {object} Target Where a way of loading finds an entry.
 * @property {string} types
 * @property {string} default
 */

/**
 * @typedef {object} Entry
 * @property {string} name As in the exports map, such as `./payloads/voice`.
 * @property {Target} import
 * @property {Target} require
 */

/**
 * @param {string} root
 * @returns {Readonly<Record<string, string | Omit<Entry, 'name'>>>}
 */
function readExports(root) {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).exports;
}

/**
 * The entries that hold code. A pattern such as `./payloads/*` stands for the folders of src that it leads to and that have an index.
 *
 * @param {string} root The folder of this repository, for a caller that was bundled and so stands elsewhere.
 * @returns {readonly Entry[]}
 */
export function listEntries(root = here) {
  return Object.entries(readExports(root)).flatMap(([name, target]) => {
    if (typeof target === 'string') return [];
    if (!name.endsWith('/*')) return [{ name, ...target }];
    const folder = join(root, 'src', name.slice(2, -2));
    const families = readdirSync(folder)
      .filter((family) => existsSync(join(folder, family, 'index.ts')))
      .sort();
    return families.map((family) => JSON.parse(JSON.stringify({ name, ...target }).replaceAll('*', family)));
  });
}

/**
 * What `typesVersions` of package.json must be: it tells compilers that know nothing of exports maps where the types of each entry are.
 *
 * @returns {Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>}
 */
export function makeTypesVersions() {
  const paths = Object.entries(readExports(here)).flatMap(([name, target]) => {
    if (name === '.' || name === './package.json') return [];
    return [[name.slice(2), [typeof target === 'string' ? target : target.require.types]]];
  });
  return { '*': Object.fromEntries(paths) };
}
