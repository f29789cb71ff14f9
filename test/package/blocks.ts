import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The folder of package.json. */
export const root: string = resolve(import.meta.dirname, '../..');

/** A piece of TypeScript in a page. */
export interface Block {
  readonly page: string;
  readonly line: number;
  /** A module of its own, as somebody would paste it. */
  readonly code: string;
}

/** Made of the files of examples, which the suite of the frameworks compiles and runs with the frameworks themselves. */
const TESTED_ELSEWHERE = 'docs/frameworks.md';

/** All TypeScript in README, AGENTS and docs. */
export function listAllBlocks(): Block[] {
  return ['README.md', 'AGENTS.md', ...listPages('docs')].filter((page) => page !== TESTED_ELSEWHERE).flatMap(listBlocks);
}

/** The pages of a folder that are part of it, however deep. */
function listPages(folder: string): string[] {
  const files = readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.md') && !file.includes('node_modules')).map((file) => `${folder}/${file}`);
}

function listBlocks(page: string): Block[] {
  const text = readFileSync(resolve(root, page), 'utf8');
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map((match) => ({
    page,
    line: text.slice(0, match.index).split('\n').length,
    code: `${match[1]}\nexport {};\n`,
  }));
}
