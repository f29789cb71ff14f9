// Builds the package's code into dist, once as ES modules and once as CommonJS: each source file is stripped of its types by esbuild, and
// rollup joins them. What belongs together is loaded as one file, because opening a file costs Node more than reading it.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { transform } from 'esbuild';
import { rollup } from 'rollup';
import { listEntries } from './entries.js';

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');

/** The exports map is the list of entries: ./dist/x/index.js is made from ./src/x/index.ts. */
const entries = Object.fromEntries(
  listEntries().map((entry) => {
    const name = entry.import.default.replace('./dist/', '').replace(/\.js$/, '');
    return [name, join(src, `${name}.ts`)];
  }),
);

/**
 * Files that are loaded as one, by where they are in src; the first that fits counts. What is loaded without zod, by those who only verify or
 * only answer, stands by itself. Files that are not named here come to whatever loads them.
 *
 * @type {readonly (readonly [chunk: string, files: RegExp])[]}
 */
const CHUNKS = [
  ['errors', /^(?:errors|site)\.ts$/],
  ['signature', /^(?:request|signature)\//],
  ['document', /^twiml\/(?:document|conduct)/],
  ['twiml', /^twiml\/(?!index\.ts|format\/)/],
  ['conversation-relay', /^payloads\/conversation-relay\//],
  ['media-streams', /^payloads\/media-streams\//],
  ['sockets', /^webhook\/(?:sockets|twilio-socket|socket-source|marks)\.ts$/],
  ['webhook', /^(?:webhook\/(?!index\.ts)|node\/|payloads\/(?:identify-webhook|generated\/(?:kinds|replies)|[^/]+\/replies\/.*)\.ts$)/],
  ['frames', /^payloads\/schema\/(?:frame|read-frame|json-fields)/],
  [
    'schema',
    /^payloads\/(?:schema\/(?!write-frame|frame|batch|list-events|event-or-frame)|parse-payload|address|event-identity|identify\.ts|messaging\/groups)/,
  ],
];

/** @type {import('rollup').Plugin} */
const typescript = {
  name: 'typescript',
  resolveId(source, importer) {
    if (importer === undefined) return undefined;
    if (!source.startsWith('.')) return { id: source, external: true };
    const file = resolve(dirname(importer), source);
    return existsSync(file) ? file : file.replace(/\.js$/, '.ts');
  },
  async load(file) {
    const text = readFileSync(file, 'utf8');
    if (file.endsWith('.json')) return `export default ${JSON.stringify(JSON.parse(text))};`;
    const { code } = await transform(markPure(file, text), { loader: 'ts', target: 'es2022', platform: 'neutral', sourcefile: file });
    return code;
  },
  // A CommonJS module must not even name `import.meta`.
  resolveImportMeta: (_, { format }) => (format === 'cjs' ? 'undefined' : null),
};

const pureCalls = findPureCalls();

/**
 * Marks the calls of functions that only build tables as pure, so that a bundler can drop the schemas and elements that an application does
 * not use. The functions say so themselves (`@__NO_SIDE_EFFECTS__`), but bundlers believe that within one file only.
 *
 * @param {string} file
 * @param {string} text
 */
function markPure(file, text) {
  return /^(?:payloads|twiml)\//.test(relative(src, file)) ? text.replace(pureCalls, '/* @__PURE__ */ ') : text;
}

function findPureCalls() {
  const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const declarations = sources.flatMap((file) => [
    ...readFileSync(join(src, file), 'utf8').matchAll(/^\/\/ @__NO_SIDE_EFFECTS__\n(?:export )?function (\w+)/gm),
  ]);
  const names = [...new Set(declarations.map(([, name]) => name))].join('|');
  return new RegExp(`(?<![\\w$.'"\`]|function )(?=(?:${names})(?:<[^;=()]*>)?\\()`, 'g');
}

/** Circles of files are looked for by test/house; a circle of chunks would load something before what it is made of. @type {import('rollup').LogHandlerWithDefault} */
function refuseWarnings(_, log, report) {
  if (log.code !== 'CIRCULAR_DEPENDENCY') report('error', log);
}

/**
 * @param {Readonly<Record<string, string>>} input
 * @param {'es' | 'cjs'} format
 * @param {string} ending
 */
async function write(input, format, ending) {
  const bundle = await rollup({ input, onLog: refuseWarnings, plugins: [typescript], treeshake: false, preserveEntrySignatures: 'strict' });
  await bundle.write({
    dir: join(root, 'dist'),
    format,
    entryFileNames: `[name].${ending}`,
    chunkFileNames: `lib/[name].${ending}`,
    hoistTransitiveImports: false,
    generatedCode: 'es2015',
    esModule: true,
    externalLiveBindings: false,
    interop: (name) => (name?.startsWith('node:') ? 'default' : 'esModule'),
    freeze: false,
    manualChunks: (file) => CHUNKS.find(([, files]) => files.test(relative(src, file)))?.[0],
  });
  await bundle.close();
}

rmSync(join(root, 'dist'), { recursive: true, force: true });
// The command is no library: it is an ES module only, and shares the chunks of the others.
await write({ ...entries, 'cli/main': join(src, 'cli/main.ts') }, 'es', 'js');
await write(entries, 'cjs', 'cjs');
