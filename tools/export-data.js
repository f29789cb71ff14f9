// Writes what the package knows of webhooks as plain data into dist, for other languages and tools: a JSON Schema of every kind, and the
// samples. Schemas and the meaning of their parameters come from the sources. Run after the build, which empties dist.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { readPayloads } from './read-payloads.js';

/** @typedef {import('./read-payloads.js').Entry} Entry */

const root = resolve(import.meta.dirname, '..');

const DESCRIPTION =
  'What Twilio is known to send. A form is an object of texts, or of lists of texts where a name comes several times; x-value says what a text stands for. Names with a point in them are kinds, the others parameters that several kinds have. Expect parameters and values that are not named here: Twilio adds some without notice.';

/** What the text of a field is read as, by the type of zod. */
const STANDS_FOR = new Map([
  ['number', 'number'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  ['unknown', 'json'],
]);

/**
 * The document: a definition for each kind.
 *
 * @param {readonly Entry[]} entries
 */
function makeDocument(entries) {
  const parts = new Map(entries.map((entry) => [entry.name, entry]));
  const definitions = entries
    .filter(({ schema }) => typeof schema?.kind === 'string')
    .sort(({ schema: a }, { schema: b }) => (a.kind < b.kind ? -1 : 1))
    .map((entry) => /** @type {const} */ ([entry.schema.kind, makeDefinition(entry, parts)]));
  const shared = shareParameters(Object.fromEntries(definitions));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: "Twilio's webhooks",
    description: DESCRIPTION,
    $defs: { ...Object.fromEntries(definitions), ...shared },
  };
}

/**
 * Defines once what several kinds have: a parameter of one name that means the same. The kinds then refer to it. Two parameters of one name
 * that mean different things are two definitions, and the rarer has the name of a family besides.
 *
 * @param {Readonly<Record<string, any>>} definitions
 * @returns {Readonly<Record<string, any>>}
 */
function shareParameters(definitions) {
  const uses = /** @type {Map<string, { name: string, parameter: any, in: string[] }>} */ (new Map());
  for (const [kind, { properties = {} }] of Object.entries(definitions)) {
    for (const [name, parameter] of Object.entries(properties)) {
      const key = `${name} ${JSON.stringify(parameter)}`;
      const use = uses.get(key) ?? { name, parameter, in: [] };
      uses.set(key, use);
      use.in.push(kind);
    }
  }
  const shared = /** @type {Record<string, any>} */ ({});
  for (const { name, parameter, in: kinds } of [...uses.values()].sort((a, b) => b.in.length - a.in.length)) {
    const family = kinds[0]?.split('.')[0];
    const plain = name.replace(/\W/g, '-');
    const names = [plain, `${plain}-${family}`, ...[2, 3, 4, 5, 6, 7, 8, 9].map((count) => `${plain}-${family}-${count}`)];
    const free = names.find((one) => shared[one] === undefined);
    const reference = { $ref: `#/$defs/${free}` };
    const [each, once] = [JSON.stringify(reference).length, JSON.stringify(parameter).length];
    // What is shorter than the reference to it stays where it is.
    if (free === undefined || kinds.length * each + free.length + once > kinds.length * once) continue;
    shared[free] = parameter;
    for (const kind of kinds) definitions[kind].properties[name] = reference;
  }
  return Object.fromEntries(Object.entries(shared).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * @param {Entry} entry
 * @param {ReadonlyMap<string, Entry>} parts
 */
function makeDefinition(entry, parts) {
  const { schema } = entry;
  const { $schema: _, ...definition } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override: annotate });
  if (schema._zod.def.wire === 'form') loosen(definition);
  describe(definition, entry, parts);
  const { title, expects, methods, deadlineMs, parent, identifiable, unsigned, signedBy } = schema;
  const declared = { expects, methods, deadlineMs, parent, identifiable, unsigned, signedBy };
  const description = [entry.doc, entry.schemaDoc].filter((text) => text !== '').join(' ');
  return { title, description, 'x-twilio': expects === undefined ? undefined : declared, ...definition };
}

/**
 * Says of a field which values are usual, and what its text stands for.
 *
 * @param {{ zodSchema: any, jsonSchema: any }} field
 */
function annotate({ zodSchema, jsonSchema }) {
  const { type, known, out } = zodSchema._zod.def;
  if (known !== undefined) jsonSchema.examples = known;
  const value = STANDS_FOR.get(out?._zod.def.type);
  if (type === 'pipe' && value !== undefined) jsonSchema['x-value'] = value;
}

/**
 * A parameter that may be absent may as well be empty, and is no reason to refuse a form whatever it holds.
 *
 * @param {any} schema
 */
function loosen({ properties = {}, required = [] }) {
  for (const [name, property] of Object.entries(properties)) {
    if (required.includes(name)) continue;
    delete property.pattern;
    if (property.enum !== undefined) property.examples = property.enum;
    delete property.enum;
  }
}

/**
 * Adds what an object's fields mean, and those of the parts in them.
 *
 * @param {any} schema
 * @param {Entry} entry
 * @param {ReadonlyMap<string, Entry>} parts
 */
function describe(schema, entry, parts) {
  for (const { name, type, doc, deprecated } of entry.fields) {
    const property = schema.properties?.[name];
    if (property === undefined) continue;
    property.description = doc;
    if (deprecated) property.deprecated = true;
    describePart(property, parts.get(/\[(\w+)\]/.exec(type)?.[1] ?? ''), parts);
  }
}

/**
 * @param {any} schema
 * @param {Entry | undefined} part
 * @param {ReadonlyMap<string, Entry>} parts
 */
function describePart(schema, part, parts) {
  if (part === undefined) return;
  if (schema.properties !== undefined) describe(schema, part, parts);
  const inner = [...(schema.anyOf ?? []), schema.items, schema.additionalProperties];
  for (const one of inner) if (typeof one === 'object') describePart(one, part, parts);
}

function readSamples() {
  const folder = join(root, 'src/fixtures/samples');
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).samples);
}

const { entries } = await readPayloads();
writeFileSync(join(root, 'dist/payloads.schema.json'), `${JSON.stringify(makeDocument(entries))}\n`);
writeFileSync(join(root, 'dist/samples.json'), `${JSON.stringify(readSamples())}\n`);
