// Writes what the package knows of webhooks as plain data into dist, for other languages and tools: a JSON Schema of every kind, and the
// samples. Run after the build, whose schemas it reads; the meaning of a parameter comes from the reference, which is made of the sources.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';

const root = resolve(import.meta.dirname, '..');

const DESCRIPTION =
  'What Twilio is known to send. A form is an object of texts, or of lists of texts where a name comes several times; x-value says what a text stands for. Expect parameters and values that are not named here: Twilio adds some without notice.';

/** The document: a definition for each kind. */
function makeDocument(payloads) {
  const sections = readReference();
  const definitions = Object.entries(payloads)
    .filter(([, schema]) => typeof schema?.kind === 'string' && schema instanceof z.ZodType)
    .sort(([, a], [, b]) => (a.kind < b.kind ? -1 : 1))
    .map(([name, schema]) => [schema.kind, makeDefinition(schema, sections.get(name), sections)]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: "Twilio's webhooks",
    description: DESCRIPTION,
    $defs: Object.fromEntries(definitions),
  };
}

function makeDefinition(schema, section, sections) {
  const { $schema: _, ...definition } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override: annotate });
  if (schema._zod.def.wire === 'form') loosen(definition);
  describe(definition, section, sections);
  const { title, expects, methods, deadlineMs, parent, identifiable, unsigned } = schema;
  const declared = { expects, methods, deadlineMs, parent, identifiable, unsigned };
  return { title, description: section?.text, 'x-twilio': expects === undefined ? undefined : declared, ...definition };
}

/** Says of a field which values are usual, and what its text stands for. */
function annotate({ zodSchema, jsonSchema }) {
  const { type, known, out } = zodSchema._zod.def;
  if (known !== undefined) jsonSchema.examples = known;
  const value = { number: 'number', boolean: 'boolean', date: 'date', unknown: 'json' }[out?._zod.def.type];
  if (type === 'pipe' && value !== undefined) jsonSchema['x-value'] = value;
}

/** A parameter that may be absent may as well be empty, and is no reason to refuse a form whatever it holds. */
function loosen({ properties = {}, required = [] }) {
  for (const [name, property] of Object.entries(properties)) {
    if (required.includes(name)) continue;
    delete property.pattern;
    if (property.enum !== undefined) property.examples = property.enum;
    delete property.enum;
  }
}

/** Adds what the reference says of an object's fields, and of those of the parts in them. */
function describe(schema, section, sections) {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const field = section?.fields.get(name);
    if (field === undefined) continue;
    property.description = field.meaning;
    if (field.deprecated) property.deprecated = true;
    describePart(property, sections.get(field.part), sections);
  }
}

function describePart(schema, section, sections) {
  if (section === undefined) return;
  if (schema.properties !== undefined) describe(schema, section, sections);
  const inner = [...(schema.anyOf ?? []), schema.items, schema.additionalProperties];
  for (const one of inner) if (typeof one === 'object') describePart(one, section, sections);
}

/** The sections of the reference: what each is about, and the rows of its table. */
function readReference() {
  const folder = join(root, 'docs/reference/payloads');
  const pages = readdirSync(folder).filter((file) => file !== 'README.md');
  const sections = pages.flatMap((file) => readFileSync(join(folder, file), 'utf8').split(/^## /m).slice(1));
  return new Map(sections.map(readSection));
}

function readSection(section) {
  const [name = '', , text = '', ...lines] = section.split('\n');
  const fields = new Map();
  for (const line of lines) {
    const [, field, type, when, meaning] =
      /^\| `([^`]+)` \| (.*?) \| (always|sometimes|sometimes, deprecated|always, deprecated) \| (.*) \|$/.exec(line) ?? [];
    if (field === undefined) continue;
    fields.set(field, { part: /\[(\w+)\]/.exec(type)?.[1], deprecated: when.includes('deprecated'), meaning: plain(meaning) });
  }
  return [name, { text: plain(text), fields }];
}

function plain(markdown) {
  return markdown.replaceAll('\\|', '|').replaceAll('&lt;', '<');
}

function readSamples() {
  const folder = join(root, 'src/fixtures/samples');
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).samples);
}

const payloads = await import(pathToFileURL(join(root, 'dist/payloads/index.js')).href);
writeFileSync(join(root, 'dist/payloads.schema.json'), `${JSON.stringify(makeDocument(payloads))}\n`);
writeFileSync(join(root, 'dist/samples.json'), `${JSON.stringify(readSamples(), undefined, 1)}\n`);
