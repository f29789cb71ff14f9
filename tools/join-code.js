// Joins the modules that tsup has stripped of their types to the code of the package, once as ES modules and once as CommonJS. What belongs
// together is loaded as one file, because opening a file costs Node more than reading it. rollup does it, because it can be told what goes
// together; esbuild, which tsup bundles with, makes a file of whatever two entries share.
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { rollup } from 'rollup';
import { bundleSdk } from './bundle-sdk.js';
import { listEntries } from './entries.js';
import { makeTablesLazy } from './lazy-tables.js';
import { starExports } from './star-exports.js';
import { tidyCode } from './tidy-code.js';

const root = resolve(import.meta.dirname, '..');
const stripped = join(root, '.build');

/** The exports map is the list of entries: ./dist/x/index.js is made from ./src/x/index.ts. */
const entries = Object.fromEntries(
  listEntries().map((entry) => {
    const name = entry.import.default.replace('./dist/', '').replace(/\.js$/, '');
    return [name, join(stripped, `${name}.js`)];
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
  // What these load would come to them, so that they are files that load nothing else of ours.
  ['command', /^cli\/(?:act|call\/act|collect|context|help-text|paint|printable|seed|secrets|record\/flags)\.ts$/],
  ['mcp-sdk', /^cli\/mcp\/sdk\.ts$/],
  ['signature', /^(?:request|signature)\//],
  // The long lists of values are for who checks documents.
  ['document', /^twiml\/(?:document|conduct|values\/(?:index|conference-regions|gather-|pay-|phoneme-|ring-|say-|ssml-))/],
  ['twiml', /^twiml\/(?!index\.ts|format\/)/],
  ['conversation-relay', /^payloads\/conversation-relay\//],
  ['media-streams', /^payloads\/media-streams\//],
  ['sockets', /^webhook\/(?:sockets|twilio-socket|socket-source|marks)\.ts$/],
  ['webhook', /^(?:webhook\/(?!index\.ts)|node\/|payloads\/(?:identify-webhook|generated\/(?:kinds|replies)|[^/]+\/replies\/.*)\.ts$)/],
  ['frames', /^payloads\/(?:schema\/(?:frame|read-frame|json-fields)|account\/groups)/],
  // With the parameters that several families have, which would each be a file.
  [
    'schema',
    /^payloads\/(?:schema\/(?!write-frame|frame)|parse-payload|address|event-identity|identify\.ts|messaging\/groups|voice\/groups\/(?:call|call-progress|geo)\.|chat\/groups\/)/,
  ],
];

/** The samples are published as JSON besides, and CommonJS can read that. */
const SAMPLES = join(stripped, 'samples.json');

/** @type {import('rollup').Plugin} */
const samplesOfJson = {
  name: 'samples-of-json',
  resolveId: (source) => (source === SAMPLES ? { id: SAMPLES, external: 'relative' } : undefined),
  load: (file) => (placeOf(file) === 'fixtures/samples/index.ts' ? `export { default as samples } from '${SAMPLES}';` : undefined),
};

/** @type {import('rollup').Plugin} */
const modules = {
  name: 'modules',
  resolveId(source, importer) {
    if (importer === undefined) return undefined;
    return source.startsWith('.') ? resolve(dirname(importer), source) : { id: source, external: true };
  },
  load(file) {
    // Data is read where it is written.
    if (file.endsWith('.json')) return `export default ${JSON.stringify(readData(join(root, 'src', placeOf(file))))};`;
    return placeOf(file) === 'cli/mcp/sdk.ts' ? bundleSdk(file) : tidyCode(makeTablesLazy(readFileSync(file, 'utf8'), placeOf(file)));
  },
  // A CommonJS module must not even name `import.meta`.
  resolveImportMeta: (_, { format }) => (format === 'cjs' ? 'undefined' : null),
};

/** Data, without what code has no use for: where a sample comes from. @param {string} file */
function readData(file) {
  const data = JSON.parse(readFileSync(file, 'utf8'));
  for (const sample of data.samples ?? []) delete sample.sources;
  return data;
}

/**
 * An import of an entry for its effects, as ES modules and as CommonJS write it. rollup leaves one where a module names an entry, though what it
 * takes comes from the chunks behind that. No entry has an effect of its own that others could want, and each costs a file, or all families.
 */
const FOR_EFFECTS = /^(?!.*preload)(?:import '\.{1,2}\/[\w./-]*index\.js'|require\('\.{1,2}\/[\w./-]*index\.cjs'\));\n/gm;

/** @type {import('rollup').OutputPlugin} */
const noEffects = {
  name: 'no-effects',
  renderChunk: (code) => ({ code: code.replaceAll(FOR_EFFECTS, ''), map: null }),
};

/** Where a module is in src, with its ending there. @param {string} file */
function placeOf(file) {
  return relative(stripped, file).replace(/\.js$/, '.ts');
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
  const plugins = format === 'cjs' ? [samplesOfJson, modules] : [modules];
  const bundle = await rollup({ input, onLog: refuseWarnings, plugins, treeshake: false, preserveEntrySignatures: 'strict' });
  await bundle.write({
    dir: join(root, 'dist'),
    plugins: [noEffects, starExports],
    format,
    entryFileNames: `[name].${ending}`,
    chunkFileNames: `lib/[name].${ending}`,
    hoistTransitiveImports: false,
    generatedCode: 'es2015',
    esModule: true,
    externalLiveBindings: false,
    interop: (name) => (name?.startsWith('node:') ? 'default' : name === SAMPLES ? 'defaultOnly' : 'esModule'),
    freeze: false,
    manualChunks: (file) => CHUNKS.find(([, files]) => files.test(placeOf(file)))?.[0],
  });
  await bundle.close();
}

rmSync(join(root, 'dist'), { recursive: true, force: true });
// The command is no library: it is an ES module only, and shares the chunks of the others.
const command = { 'cli/main': join(stripped, 'cli/main.js'), 'cli/load-worker': join(stripped, 'cli/load-worker.js') };
await write({ ...entries, ...command }, 'es', 'js');
await write(entries, 'cjs', 'cjs');
