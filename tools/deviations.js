// The guide to the emulator lists what Twilio does not document and how the emulator decides. That list is made from the table that the
// emulator reads, so that it cannot say anything else. Run it after `npm run build`; a test compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DEVIATIONS } from '../dist/emulator/index.js';

const PAGE = resolve(import.meta.dirname, '../docs/emulator.md');

/** The rows of a table in Markdown, without its head. */
const rows = Object.entries(DEVIATIONS).map(([name, { question, values, certainty, source }]) => {
  return `| \`${name}\` | ${question} | ${values.map((value) => `\`${value}\``).join(', ')} | ${certainty} | ${source} |`;
});

const page = readFileSync(PAGE, 'utf8');
const table = /^\| switch .*\n\| -.*\n(?:\|.*\n)+/m;
if (!table.test(page)) throw new Error('docs/emulator.md has no table whose first column is "switch"');
const head = '| switch | what is not known | values | certainty | source |\n| --- | --- | --- | --- | --- |\n';
writeFileSync(
  PAGE,
  page.replace(table, () => `${head}${rows.join('\n')}\n`),
);
