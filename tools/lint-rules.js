// The pages of the linter's rules are made from the rules, so that they cannot say anything else: a list, and a page for each rule, to which
// messages lead. Run it after `npm run build` whenever a rule has changed; a test compares.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { escapeTags, row, writeFolder } from './pages.js';
import { loadErrorCodes } from './reference-error-codes.js';

/** @typedef {import('../src/twiml/document/index.js').LintRule} LintRule */

const NOTE = '<!-- Written by tools/lint-rules.js from the sources: change those, and run it. -->';

/**
 * The list of all rules, in Markdown.
 *
 * @param {readonly LintRule[]} rules
 */
export function renderRules(rules) {
  const rows = rules.map(({ id, severity, twilioCodes, text }) =>
    row(`[\`${id}\`](lint-rules/${id}.md)`, severity, twilioCodes.map((code) => linkCode(code)).join(' '), text),
  );
  return [
    NOTE,
    '',
    '# Lint rules',
    '',
    'What `lintTwiml` and `lintReply` of `ringback/twiml/document` look for. [Linting](../linting.md) tells how to use them.',
    '',
    'An `error` fails the document at Twilio. A `warning` makes Twilio warn of it or ignore a part. An `info` is unwise, or never reached. Where a rule has several codes, it depends on what was found; a finding may also be milder or graver than its rule.',
    '',
    '| rule | severity | Twilio’s code | what must hold |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/**
 * A page for each rule, by the name of its file.
 *
 * @param {readonly LintRule[]} rules
 * @returns {Map<string, string>}
 */
export function renderRulePages(rules) {
  return new Map(rules.map((rule) => [`${rule.id}.md`, renderRule(rule)]));
}

/** Where each code is described, seen from docs/reference. */
const { descriptions } = await loadErrorCodes();
const areas = new Map(descriptions.map(({ code, area }) => [code, area]));

/**
 * A link to what is said of a code, from a page that is as deep as `up` says.
 *
 * @param {number} code
 */
function linkCode(code, up = '') {
  return `[${code}](${up}error-codes/${areas.get(code)}.md#${code})`;
}

/** @param {LintRule} rule */
function renderRule({ id, text, severity, twilioCodes, trips, passes }) {
  const codes =
    twilioCodes.length === 0
      ? 'Twilio has no code for it'
      : `Twilio’s debugger says ${twilioCodes.map((code) => linkCode(code, '../')).join(', ')}`;
  return [
    NOTE,
    `# ${id}`,
    escapeTags(text),
    `Severity: \`${severity}\`. ${codes}.`,
    '## Bad',
    renderExample(trips),
    '## Good',
    renderExample(passes),
    '## Change its severity',
    `\`ringback lint --rule ${id}=off\` in a shell, \`lintTwiml(xml, { rules: { '${id}': 'off' } })\` in code. [All rules](../lint-rules.md)`,
  ]
    .join('\n\n')
    .concat('\n');
}

/** @param {LintRule['trips']} example */
function renderExample(example) {
  if (typeof example === 'string') return renderCode('xml', example);
  if ('xml' in example) return `${renderCode('xml', example.xml)}\n\nwith \`${JSON.stringify(example.options)}\`.`;
  return renderCode('json', JSON.stringify(example.reply));
}

/**
 * Examples for limits are as long as the limits; their beginning and end tell enough.
 *
 * @param {string} language
 * @param {string} code
 */
function renderCode(language, code) {
  const shown = code.length <= 300 ? code : `${code.slice(0, 120)} … ${code.slice(-60)}`;
  return `\`\`\`${language}\n${shown.replaceAll('\uFEFF', '\\uFEFF')}\n\`\`\``;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { lintRules } = await import('../dist/twiml/document/index.js');
  writeFileSync('docs/reference/lint-rules.md', renderRules(lintRules));
  writeFolder('lint-rules', renderRulePages(lintRules));
}
