import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve } from 'node:path';

/** The site as it was built. */
const FOLDER = resolve(import.meta.dirname, '../../docs/.vitepress/dist');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

/** The paths of all pages, as links name them. */
export function listSitePages(): string[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html') && file !== '404.html');
  return files.map((file) => `/${file.replace(/(?:index)?\.html$/, '')}`).sort();
}

/** What a path of the site leads to, or nothing: a file, or a page whose name has lost its ending. */
export function findSiteFile(path: string): string | undefined {
  const names = path.endsWith('/') ? [`${path}index.html`] : [path, `${path}.html`, `${path}/index.html`];
  return names
    .map((name) => resolve(FOLDER, `.${name}`))
    .find((file) => file.startsWith(FOLDER) && extname(file) !== '' && existsSync(file));
}

/** The HTML of a page. */
export function readSitePage(path: string): string {
  const file = findSiteFile(path);
  if (file === undefined) throw new Error(`The site has no ${path}: npm run docs:build`);
  return readFileSync(file, 'utf8');
}

/** Serves the site on this machine, as its host does. */
export async function serveSite(): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const file = findSiteFile(decodeURI(new URL(request.url ?? '/', 'http://site').pathname));
    if (file === undefined) return void response.writeHead(404).end();
    return void response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
