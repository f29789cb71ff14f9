// Writes the reference of Twilio's error codes from src/error-codes: an overview, and a page for each area. The site has a page for each
// code besides, which it makes of the same data while it is built. The pages are committed; a test compares. Run it after a change there.

import { resolve } from 'node:path';
import { build } from 'esbuild';
import { escapeTags, row, writeFolder } from './pages.js';

/** @typedef {import('../src/error-codes/index.js').ErrorDescription} ErrorDescription */
/** @typedef {{ readonly title: string, readonly error: string, readonly warning: string }} Area */

const root = resolve(import.meta.dirname, '..');

const NOTE = '<!-- Written by tools/reference-error-codes.js from the sources: change those, and run it. -->';

/**
 * Every code as it is described, and what the areas are called. The sources are bundled: they import JSON, and may not have been built.
 *
 * @returns {Promise<{ descriptions: readonly ErrorDescription[], areas: Readonly<Record<string, Area>> }>}
 */
export async function loadErrorCodes() {
  const contents = `export * from './src/error-codes/index.ts'; export { areas } from './src/error-codes/areas.ts';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  const { describeError, errorCodes, areas } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
  return { descriptions: errorCodes.map(describeError), areas };
}

/**
 * The pages, by the name of their file.
 *
 * @returns {Promise<Map<string, string>>}
 */
export async function writePages() {
  const { descriptions, areas } = await loadErrorCodes();
  const byArea = Object.entries(areas).map(([id, facts]) => ({ id, facts, codes: descriptions.filter(({ area }) => area === id) }));
  const pages = byArea.map(({ id, facts, codes }) => /** @type {const} */ ([`${id}.md`, writeArea(facts, codes)]));
  return new Map([['README.md', writeOverview(byArea, descriptions.length)], ...pages]);
}

/**
 * @param {readonly { id: string, facts: Area, codes: readonly ErrorDescription[] }[]} byArea
 * @param {number} count
 */
function writeOverview(byArea, count) {
  const rows = byArea.map(({ id, facts, codes }) => row(`[${facts.title}](${id}.md)`, rangeOf(codes), String(codes.length)));
  return [
    NOTE,
    '',
    '# Error codes',
    '',
    `${count} error codes of Twilio that webhooks, documents, streams, relays, messages and calls meet: what each means, why it happens, and what to do. They`,
    'are described in our own words; each links to Twilio’s page. What is inferred from a code’s name and from reports says so.',
    '',
    'In code it is `describeError` of [`ringback/error-codes`](../api/ringback-error-codes.md), in a shell `ringback error 11200`.',
    '',
    '| area | codes | how many |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** @param {readonly ErrorDescription[]} codes */
function rangeOf(codes) {
  return `${codes[0]?.code ?? ''} to ${codes.at(-1)?.code ?? ''}`;
}

/**
 * @param {Area} facts
 * @param {readonly ErrorDescription[]} codes
 */
function writeArea(facts, codes) {
  const lines = [
    NOTE,
    '',
    `# Error codes: ${escapeTags(facts.title)}`,
    '',
    `An error: ${facts.error}`,
    '',
    `A warning: ${facts.warning}`,
    '',
  ];
  for (const description of codes) lines.push(`## ${description.code}`, '', ...writeCode(description), '');
  return lines.join('\n');
}

/** @param {ErrorDescription} description */
function writeCode({ title, severity, cause, remedy, certainty, url }) {
  return [
    `**${escapeTags(title)}** (${severity})`,
    '',
    `- Why: ${escapeTags(cause)}`,
    `- What to do: ${escapeTags(remedy)}`,
    ...(certainty === 'inferred' ? ['- Cause and remedy are inferred.'] : []),
    `- [Twilio’s page](${url})`,
  ];
}

/** The pages of the site that are not committed: one for each code. */
export async function listCodePages() {
  const { descriptions, areas } = await loadErrorCodes();
  return descriptions.map((description) => ({
    params: { code: String(description.code) },
    content: [
      `# ${description.code}: ${escapeTags(description.title)}`,
      '',
      escapeTags(description.meaning),
      '',
      ...writeCode(description),
      '',
      `Others of [${areas[description.area]?.title.replaceAll('<', '&lt;')}](./${description.area}).`,
      '',
    ].join('\n'),
  }));
}

if (process.argv[1] === import.meta.filename) writeFolder('error-codes', await writePages(), ['[code].md', '[code].paths.js']);
