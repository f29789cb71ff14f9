// Writes the register: the lists of all kinds of webhook, of all events and of all samples, from the families and the folder of samples
// themselves. Written by hand they held by habit: a kind could be exported and documented, and no request was ever told to be one.
// The lists are committed; a test fails when they differ from what this writes. Run it after every new payload or file of samples.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readPayloads } from './read-payloads.js';

/** @typedef {import('./read-payloads.js').Entry} Entry */

const root = resolve(import.meta.dirname, '..');
const NOTE = '// Written by tools/register.js: run it after a change of what is listed here.';

/**
 * The files of the register.
 *
 * @returns {Promise<Map<string, string>>} Text by path.
 */
export async function writeRegister() {
  const { entries } = await readPayloads();
  const kinds = listKinds(entries);
  return formatAll([
    ['src/payloads/generated/schemas.ts', writeSchemas(kinds)],
    ['src/payloads/generated/kinds.ts', writeKinds(kinds)],
    ['src/payloads/generated/replies.ts', writeReplies(kinds, entries)],
    ...writeLists(),
  ]);
}

/**
 * The schemas of webhooks, which say what they want for an answer; messages of sockets do not.
 *
 * @param {readonly Entry[]} entries
 */
function listKinds(entries) {
  const kinds = entries.filter(({ schema }) => schema?.kind !== undefined && schema.expects !== undefined);
  const names = new Map();
  for (const { name, schema } of kinds) {
    const other = names.get(schema.kind);
    if (other !== undefined) throw new Error(`${other} and ${name} have the same kind, ${schema.kind}`);
    names.set(schema.kind, name);
  }
  return kinds.sort((a, b) => compare(a.family, b.family) || compare(a.name, b.name));
}

/** @param {readonly Entry[]} kinds */
function writeSchemas(kinds) {
  const families = [...new Set(kinds.map(({ family }) => family))];
  const imports = families.map((family) => {
    const names = kinds.filter((kind) => kind.family === family).map(({ name }) => name);
    return `import { ${names.join(', ')} } from '../${family}/index.js';`;
  });
  return `${NOTE}
${imports.join('\n')}

/**
 * The schemas of all kinds of webhook, one by one: a list of whole families would keep all of them in the bundle of an application that
 * needs one.
 */
export const schemas: readonly [${kinds.map(({ name }) => `typeof ${name}`).join(', ')}] = [${kinds.map(({ name }) => name).join(', ')}];
`;
}

/**
 * What is known of kinds without their schemas, as JSON in a text: engines read it in a fraction of the time that they take for code.
 *
 * @param {readonly Entry[]} kinds
 */
function writeKinds(kinds) {
  const rows = kinds.map(({ schema }) => [schema.kind, JSON.stringify(listFacts(schema))]).sort(([a], [b]) => compare(a, b));
  const text = rows.map(([kind, facts]) => `"${kind}":${facts}`).join(',\n');
  if (/[\\`$]/.test(text)) throw new Error('A template holds no backslash, backtick or dollar as it is');
  return `${NOTE}

/** What is known of each kind without its schema, by the kind, as JSON; what is left out is as usual. */
export const kinds = \`{
${text}
}\`;
`;
}

/** @param {any} schema */
function listFacts({ expects, parent, deadlineMs, identifiable, methods, unsigned, signedBy, signs, wire }) {
  const usualMethods = JSON.stringify(methods) === '["POST","GET"]';
  return {
    expects,
    ...(parent !== undefined && { parent }),
    ...(deadlineMs !== 14_000 && { deadlineMs }),
    ...(!identifiable && { identifiable }),
    ...(!usualMethods && { methods }),
    ...(unsigned && { unsigned }),
    ...(signedBy !== undefined && { signedBy }),
    ...(wire !== 'form' && { wire }),
    signs,
  };
}

/**
 * The schemas of the answers that are JSON.
 *
 * @param {readonly Entry[]} kinds
 * @param {readonly Entry[]} entries
 */
function writeReplies(kinds, entries) {
  const rows = kinds.flatMap(({ schema, family }) => {
    const reply = schema.reply && entries.find((entry) => entry.family === family && entry.schema === schema.reply);
    if (schema.reply !== undefined && reply === undefined) throw new Error(`The reply of ${schema.kind} is not exported`);
    return reply === undefined ? [] : [{ kind: schema.kind, name: reply.name, family }];
  });
  const files = new Map(rows.map(({ name, family }) => [name, `../${family}/replies/${kebab(name)}.js`]));
  return `${NOTE}
import type * as z from 'zod';
import type { WebhookKind } from '../kinds.js';
${[...files].map(([name, file]) => `import { ${name} } from '${file}';`).join('\n')}

/** The schemas of the answers that are JSON, by the kind that they answer. */
export const replies: { readonly [Kind in WebhookKind]?: z.ZodType } = {
${rows
  .sort((a, b) => compare(a.kind, b.kind))
  .map(({ kind, name }) => `'${kind}': ${name},`)
  .join('\n')}
};
`;
}

/** @param {string} name */
function kebab(name) {
  return name.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

/**
 * The lists that the schemas themselves are loaded with. They come from the folders alone: a list that names a file which is gone would
 * keep the schemas from being loaded.
 *
 * @returns {[path: string, text: string][]}
 */
function writeLists() {
  return [
    ['src/payloads/generated/event-schemas.ts', writeEvents()],
    ['src/fixtures/samples/index.ts', writeSamples()],
  ];
}

function writeEvents() {
  const folder = join(root, 'src/payloads/event-streams');
  const events = readdirSync(folder).flatMap((file) => {
    const text = file.endsWith('.ts') ? readFileSync(join(folder, file), 'utf8') : '';
    const name = /=\s+cloudEvent\(/.test(text) ? /^export const (\w+):/m.exec(text)?.[1] : undefined;
    return name === undefined ? [] : [{ name, file: basename(file, '.ts') }];
  });
  events.sort((a, b) => compare(a.name, b.name));
  return `${NOTE}
${events.map(({ name, file }) => `import { ${name} } from '../event-streams/${file}.js';`).join('\n')}

/** The schemas of all events that Event Streams is known to deliver. */
export const eventSchemas = [${events.map(({ name }) => name).join(', ')}] as const;
`;
}

function writeSamples() {
  const files = readdirSync(join(root, 'src/fixtures/samples'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json'))
    .sort();
  const variable = (/** @type {string} */ file) => file.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  return `${NOTE}
import type { Sample } from '../samples.js';
${files.map((file) => `import ${variable(file)} from './${file}.json' with { type: 'json' };`).join('\n')}

/** Every sample, by the file that holds it. */
export const sampleFiles: Readonly<Record<string, readonly Sample[]>> = {
${files.map((file) => `'${file}': ${variable(file)}.samples,`).join('\n')}
};

/** Every sample. */
export const samples: readonly Sample[] = /* @__PURE__ */ Object.values(sampleFiles).flat();
`;
}

/**
 * Gives files the form that the formatter wants.
 *
 * @param {readonly (readonly [path: string, text: string])[]} files
 */
function formatAll(files) {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const format = (/** @type {string} */ path, /** @type {string} */ input) =>
    execFileSync(process.execPath, [biome, 'check', '--write', `--stdin-file-path=${path}`], { cwd: root, input, encoding: 'utf8' });
  return new Map(files.map(([path, text]) => [path, format(path, text)]));
}

/** @param {ReadonlyMap<string, string>} files */
function save(files) {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : Number(a > b);
}

if (process.argv[1] === import.meta.filename) {
  save(formatAll(writeLists()));
  const files = await writeRegister();
  save(files);
  console.log(`The register is written: ${[...files.keys()].join(', ')}`);
}
