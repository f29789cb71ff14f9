// Writes the scenes of a terminal that README and the home page show, of what the command and a server really print: the server is the one of
// README. Run it after `npm run build`; a test compares. An SVG is for where Markdown shows files, and the HTML for the site, where it wraps.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { escapeText, writeSvg } from './picture.js';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'docs/pictures/scenes');

/** What a picture has room for. */
const COLUMNS = 84;
const LETTER = 7.83;
const LINE = 20;

/** @typedef {{ readonly title: string, readonly alternative: string, readonly text: string, readonly colours: readonly (readonly [RegExp, string])[] }} Scene */

/**
 * Starts the server, does things to it, and makes the scenes of what was printed.
 *
 * @returns {Promise<ReadonlyMap<string, string>>} The files by their names.
 */
export async function writeScenes() {
  const project = mkdtempSync(join(tmpdir(), 'ringback-scenes-'));
  try {
    const printed = await play(project);
    return new Map(
      Object.entries(tell(printed)).flatMap(([name, scene]) => [
        [`${name}.svg`, drawScene(scene)],
        [`${name}.html`, writeHtml(scene)],
      ]),
    );
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

/** @type {(printed: { call: string, log: string }) => Readonly<Record<string, Scene>>} */
function tell({ call, log }) {
  return {
    call: {
      title: 'A call, without a telephone',
      alternative: 'A terminal: ringback call plays a caller who hears the menu, presses 2, and hears the opening hours.',
      text: `$ npx ringback call localhost:3000/voice --press 2\n${call}`,
      colours: [
        [/^\$ /, 'faint'],
        [/^ +\d+\.\d s {2}(?:voice\..*)?/, 'faint'],
        [/you press 2|Press one.*|We are open.*/, 'accent'],
        [/All went well\./, 'good'],
      ],
    },
    refused: {
      title: 'A 403 that says why',
      alternative: 'The log of a server behind a proxy: the refusal says that Twilio signed https, and which option to set.',
      text: `$ node server.mjs\n${log}`,
      colours: [
        [/^\$ /, 'faint'],
        [/ringback refused a request \(403, SIGNATURE_MISMATCH\)/, 'bad'],
        [/the URL's scheme is https, where the given one has http/, 'accent'],
        [/Give the public URL \(publicUrl of webhook\(\)\)/, 'good'],
      ],
    },
  };
}

/**
 * @param {string} project
 * @returns {Promise<{ call: string, log: string }>}
 */
async function play(project) {
  const port = await findPort();
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const code = /ave this as `server\.mjs`[^\n]*\n\n```ts\n(.*?)^```$/ms.exec(readme)?.[1] ?? '';
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(root, join(project, 'node_modules/ringback'), 'dir');
  writeFileSync(join(project, 'server.mjs'), code.replace('.listen(3000)', `.listen(${port}, '127.0.0.1')`));
  const { PUBLIC_URL: _, ...inherited } = process.env;
  const env = { ...inherited, TWILIO_AUTH_TOKEN: '0123456789abcdef0123456789abcdef', NO_COLOR: '1' };
  const server = spawn(process.execPath, ['server.mjs'], { cwd: project, env });
  let log = '';
  server.stderr.on('data', (chunk) => (log += chunk));
  try {
    await answers(port);
    log = '';
    const url = `127.0.0.1:${port}/voice`;
    const call = await run(['call', url, '--press', '2', '--seed', '7'], env);
    await run(['call', url, '--as', 'https://shop.example.com', '--seed', '7'], env);
    for (let tries = 0; tries < 600 && !log.includes('\n'); tries += 1) await new Promise((go) => setTimeout(go, 50));
    const place = new RegExp(`127\\.0\\.0\\.1:${port}`, 'g');
    return { call: call.replace(place, 'localhost:3000').trim(), log: (log.split('\n')[0] ?? '').replace(place, 'localhost:3000') };
  } finally {
    server.kill();
    await once(server, 'close');
  }
}

/**
 * What a command prints.
 *
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} env
 */
async function run(words, env) {
  const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...words], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += chunk));
  await once(child, 'close');
  return printed;
}

/** @param {number} port */
async function answers(port) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await fetch(`http://127.0.0.1:${port}/`).then(Boolean, () => false)) return;
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error('The server of README does not listen');
}

async function findPort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
  probe.close();
  await once(probe, 'close');
  return port;
}

/**
 * A line in pieces, each with its colour.
 *
 * @param {string} line
 * @param {Scene['colours']} colours
 * @returns {{ text: string, colour: string | undefined }[]}
 */
function paint(line, colours) {
  for (const [pattern, colour] of colours) {
    const match = pattern.exec(line);
    if (match === null || match[0] === '') continue;
    const after = match.index + match[0].length;
    return [...paint(line.slice(0, match.index), colours), { text: match[0], colour }, ...paint(line.slice(after), colours)];
  }
  return line === '' ? [] : [{ text: line, colour: undefined }];
}

/**
 * Lines are elements, and spaces that stand together do not break: the compiler of the site's pages would make one of them.
 *
 * @param {Scene} scene
 */
function writeHtml({ title, text, colours }) {
  const lines = text.split('\n').map((line) => {
    const pieces = paint(line, colours).map((piece) => {
      const shown = escapeText(piece.text).replaceAll(/ {2,}|^ /g, (spaces) => '&#160;'.repeat(spaces.length));
      return piece.colour === undefined ? shown : `<span class="${piece.colour}">${shown}</span>`;
    });
    return `<span class="terminal-line">${pieces.join('')}</span>`;
  });
  return `<span class="terminal"><span class="terminal-title">${title}</span>${lines.join('')}</span>\n`;
}

/** @param {Scene} scene */
function drawScene({ alternative, title, text, colours }) {
  const lines = text.split('\n').flatMap((line) => wrap(paint(line, colours)));
  const width = Math.round(COLUMNS * LETTER) + 40;
  const height = 62 + lines.length * LINE;
  const body = [
    `<rect class="p-line" width="${width}" height="${height}" rx="10"/>`,
    `<rect class="p-box" x="1" y="1" width="${width - 2}" height="${height - 2}" rx="9"/>`,
    `<text class="p-faint" x="20" y="25" font-size="13">${title}</text>`,
    `<rect class="p-line" y="38" width="${width}" height="1"/>`,
    ...lines.map((pieces, index) => {
      const spans = pieces.map((piece) => `<tspan class="p-${piece.colour ?? 'ink'}">${escapeText(piece.text)}</tspan>`);
      return `<text x="20" y="${62 + index * LINE}" font-size="13" xml:space="preserve">${spans.join('')}</text>`;
    }),
  ];
  return writeSvg({ width, height, title: alternative, body, font: "ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace" });
}

/**
 * Breaks the pieces of a line at its spaces, where it is longer than the picture is wide.
 *
 * @param {readonly { text: string, colour: string | undefined }[]} pieces
 */
function wrap(pieces) {
  /** @type {{ text: string, colour: string | undefined }[][]} */
  const lines = [[]];
  let used = 0;
  for (const { text, colour } of pieces) {
    for (const word of text.split(/(?<= )(?=[^ ])/)) {
      if (used > 0 && used + word.trimEnd().length > COLUMNS) {
        lines.push([]);
        used = 0;
      }
      lines.at(-1)?.push({ text: word, colour });
      used += word.length;
    }
  }
  return lines;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of await writeScenes()) writeFileSync(join(folder, file), text);
  console.log('docs/pictures/scenes written');
}
