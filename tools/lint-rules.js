// The table of the linter's rules is made from the rules, so that it cannot say anything else. Run it after `npm run build` whenever a rule
// has changed; a test compares.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @typedef {import('../src/twiml/document/index.js').LintRule} LintRule */

/**
 * The page about all rules, in Markdown.
 *
 * @param {readonly LintRule[]} rules
 */
export function renderRules(rules) {
  return [
    '# Lint rules',
    `What \`lintTwiml\` and \`lintReply\` of \`ringback/twiml/document\` look for. [Linting](../linting.md) tells how to use them.`,
    'An `error` fails the document at Twilio. A `warning` makes Twilio warn of it or ignore a part. An `info` is unwise, or never reached. Where a rule has several codes, it depends on what was found; a finding may also be milder or graver than its rule.',
    renderTable(rules),
    ...rules.map(renderRule),
  ].join('\n\n');
}

/** @param {readonly LintRule[]} rules */
function renderTable(rules) {
  const rows = rules.map(({ id, severity, twilioCodes, text }) => {
    const codes = twilioCodes.map((code) => `[${code}](https://www.twilio.com/docs/api/errors/${code})`).join(' ');
    return `| [\`${id}\`](#${id}) | ${severity} | ${codes} | ${text.replaceAll('|', '\\|')} |`;
  });
  return ['| rule | severity | Twilio’s code | what must hold |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** @param {LintRule} rule */
function renderRule({ id, text, trips, passes }) {
  return `## ${id}\n\n${text}\n\nBad:\n\n${renderExample(trips)}\n\nGood:\n\n${renderExample(passes)}`;
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
  writeFileSync('docs/reference/lint-rules.md', `${renderRules(lintRules)}\n`);
  console.log(`docs/reference/lint-rules.md: ${lintRules.length} rules`);
}
