// Writes the reference of the payloads, a page a family, from the sources, so that it cannot say anything else than what editors show.
// The pages are committed; a test fails when they differ from what this writes. Run it after every change of a payload.
import { escapeTags, row, writeFolder } from './pages.js';
import { readPayloads } from './read-payloads.js';

/** @typedef {import('./read-payloads.js').Entry} Entry */
/** @typedef {Awaited<ReturnType<typeof readPayloads>>['deviations']} Deviations */

const ANSWERS = {
  'voice-twiml': 'voice TwiML',
  'messaging-twiml': 'messaging TwiML',
  'fax-twiml': 'fax TwiML',
  json: 'JSON',
  status: 'a status',
  nothing: 'any 2xx',
};

/** What belongs to no family has a page of this name. */
const COMMON = 'common';

/**
 * The pages, by the name of their file.
 *
 * @returns {Promise<Map<string, string>>}
 */
export async function writePages() {
  const { entries, deviations } = await readPayloads();
  const homes = new Map(entries.map(({ name, family }) => [name, family || COMMON]));
  const families = [...new Set(homes.values())].sort();
  const pages = families.map((family) => /** @type {const} */ ([`${family}.md`, writePage(family, entries, homes, deviations)]));
  return new Map([['README.md', writeIndex(families, entries)], ...pages]);
}

const NOTE = '<!-- Written by tools/reference-payloads.js from the sources: change those, and run it. -->';

/**
 * @param {readonly string[]} families
 * @param {readonly Entry[]} entries
 */
function writeIndex(families, entries) {
  const lines = [NOTE, '', '# Payloads', '', 'Every webhook that Twilio sends, and every message on its sockets. Each row is an export of'];
  lines.push('`ringback/payloads` and of the entry of its family, such as `ringback/payloads/voice`.', '');
  for (const family of families) {
    const payloads = entries.filter((entry) => entry.family === family && entry.schema?.kind !== undefined);
    if (payloads.length === 0) continue;
    lines.push(`## [${family}](${family}.md)`, '', '| Payload | Kind | What happened |', '| --- | --- | --- |');
    lines.push(
      ...payloads.map(({ name, schema, doc }) => row(`[${name}](${family}.md#${name.toLowerCase()})`, `\`${schema.kind}\``, doc)),
      '',
    );
  }
  return lines.join('\n');
}

/**
 * @param {string} family
 * @param {readonly Entry[]} entries
 * @param {ReadonlyMap<string, string>} homes
 * @param {Deviations} deviations
 */
function writePage(family, entries, homes, deviations) {
  const own = entries.filter((entry) => (entry.family || COMMON) === family);
  const isPayload = (/** @type {Entry} */ { schema }) => schema?.kind !== undefined;
  const sections = [...own.filter(isPayload), ...own.filter((entry) => !isPayload(entry))];
  const link = (/** @type {string} */ text) =>
    text.replaceAll(/\[(\w+)\]/g, (_, name) => {
      const home = homes.get(name);
      return home === undefined ? `\`${name}\`` : `[${name}](${home === family ? '' : `${home}.md`}#${name.toLowerCase()})`;
    });
  const lines = [NOTE, '', `# Payloads: ${family}`, ''];
  if (family !== COMMON) lines.push(`Exports of \`ringback/payloads/${family}\` and of \`ringback/payloads\`.`, '');
  for (const entry of sections)
    lines.push(`## ${entry.name}`, '', ...describe(entry, entries, link), ...tabulate(entry, link), ...differ(entry, deviations));
  return lines.join('\n');
}

/**
 * @param {Entry} entry
 * @param {readonly Entry[]} entries
 * @param {(text: string) => string} link
 */
function describe({ doc, schemaDoc, schema, alternatives }, entries, link) {
  const lines = [escapeTags([doc, schemaDoc].filter((text) => text !== '').join(' ')), ''];
  if (schema?.kind !== undefined) lines.push(escapeTags(describeKind(schema, entries, link)), '');
  if (schema?.members !== undefined && schema.kind === undefined)
    lines.push(
      'One of these:',
      '',
      ...schema.members.map((/** @type {any} */ { kind }) => `- ${nameOf(kind, entries, link)} (\`${kind}\`)`),
      '',
    );
  else if (alternatives.length > 0) lines.push('One of these:', '', ...alternatives.map((one) => `- ${link(one)}`), '');
  return lines;
}

/**
 * What a schema declares of its kind, in words.
 *
 * @param {any} schema
 * @param {readonly Entry[]} entries
 * @param {(text: string) => string} link
 */
function describeKind({ kind, title, expects, methods, deadlineMs, parent, reply, identifiable, unsigned }, entries, link) {
  const sentences = [`\`${kind}\`: ${title}.`];
  if (expects !== undefined) {
    const answers = [expects].flat().map((answer) => ANSWERS[/** @type {keyof typeof ANSWERS} */ (answer)]);
    const answer = entries.find(({ schema: one }) => one !== undefined && one === reply);
    const wanted = answer === undefined ? answers.join(' or ') : `${answers.join(' or ')} (${link(`[${answer.name}]`)})`;
    sentences.push(`Comes by ${methods.join(' or ')}, and wants ${wanted} within ${deadlineMs / 1000} seconds.`);
  }
  if (parent !== undefined) sentences.push(`A special case of ${nameOf(parent, entries, link)}.`);
  if (identifiable === false) sentences.push('Its parameters do not tell it apart from others: give it a URL of its own.');
  if (unsigned === true) sentences.push('Twilio does not sign it.');
  return sentences.join(' ');
}

/**
 * @param {string} kind
 * @param {readonly Entry[]} entries
 * @param {(text: string) => string} link
 */
function nameOf(kind, entries, link) {
  const entry = entries.find(({ schema }) => schema?.kind === kind);
  return entry === undefined ? `\`${kind}\`` : link(`[${entry.name}]`);
}

/**
 * @param {Entry} entry
 * @param {(text: string) => string} link
 */
function tabulate({ fields, schema }, link) {
  if (fields.length === 0) return [];
  const rows = fields.map(({ name, type, required, doc, deprecated }) => {
    const when = required ? 'always' : 'sometimes';
    return row(`\`${name}\``, link(type), deprecated ? `${when}, deprecated` : when, doc);
  });
  return [`| ${schema?.kind === undefined ? 'Name' : 'Parameter'} | Type | When | Meaning |`, '| --- | --- | --- | --- |', ...rows, ''];
}

/**
 * @param {Entry} entry
 * @param {Deviations} deviations
 */
function differ({ schema }, deviations) {
  const own = deviations.filter(({ kind }) => schema?.kind !== undefined && fits(schema.kind, kind));
  if (own.length === 0) return [];
  const rows = own.map(({ parameter, documented, actual, source }) => row(`\`${parameter}\``, documented, actual, source));
  return [
    'Where Twilio sends something else than it documents:',
    '',
    '| Parameter | Documented | Sent | Seen in |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ];
}

/**
 * Whether a kind is the one that a deviation names, or one of those that it means with an asterisk at the end.
 *
 * @param {string} kind
 * @param {string} pattern
 */
function fits(kind, pattern) {
  return pattern.endsWith('*') ? kind.startsWith(pattern.slice(0, -1)) : kind === pattern;
}

if (process.argv[1] === import.meta.filename) {
  writeFolder('payloads', await writePages());
}
