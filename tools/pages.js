// What the tools that write pages share.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Keeps what looks like a tag from being one, but where it is code.
 *
 * @param {string} text
 */
export function escapeTags(text) {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replaceAll('<', '&lt;') : part))
    .join('`');
}

/**
 * A row of a table.
 *
 * @param {readonly string[]} cells
 */
export function row(...cells) {
  return `| ${cells.map((cell) => escapeTags(cell).replaceAll('|', '\\|')).join(' | ')} |`;
}

/**
 * Makes a folder of docs/reference hold these pages and no others.
 *
 * @param {string} name
 * @param {ReadonlyMap<string, string>} pages Text by file name.
 * @param {readonly string[]} kept Files beside them that are written by hand.
 */
export function writeFolder(name, pages, kept = []) {
  const folder = resolve(import.meta.dirname, '../docs/reference', name);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (!pages.has(file) && !kept.includes(file)) rmSync(join(folder, file));
  for (const [file, text] of pages) writeFileSync(join(folder, file), text);
  console.log(`${pages.size} pages written to docs/reference/${name}`);
}
