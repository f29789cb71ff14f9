import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { ConsoleFile } from '../../emulator/control/control.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
};

/** Reads all pages of the console: nothing that a browser asks for is looked up in a folder later. */
export async function loadPages(folder: string): Promise<ReadonlyMap<string, ConsoleFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, path, name }) => join(parentPath ?? path, name));
  const pages = files.map(async (file) => {
    const contentType = TYPES[extname(file)] ?? 'application/octet-stream';
    return [relative(folder, file).split(sep).join('/'), { contentType, content: new Uint8Array(await readFile(file)) }] as const;
  });
  return new Map(await Promise.all(pages));
}

/** What is shown where the pages are not there, as in a checkout that was not built. */
export const NO_PAGES: ReadonlyMap<string, ConsoleFile> = new Map([
  [
    'index.html',
    {
      contentType: 'text/html;charset=utf-8',
      content: new TextEncoder().encode(
        '<!doctype html><meta charset="utf-8"><title>ringback</title><p>The pages of the console are not built. <a href="/control/state">The state as JSON</a>.</p>',
      ),
    },
  ],
]);
