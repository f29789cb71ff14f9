/**
 * Measures reading and linting a document against what xmlbuilder2 takes to read it alone. Runs what is published, ./dist, and prints a section
 * of Markdown; with `--write` it puts the section into docs/benchmarks.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { create } from 'xmlbuilder2';
import { lintTwiml, parseTwiml } from '../dist/twiml/document/index.js';
import { measure } from './measure.js';

const menu =
  '<?xml version="1.0" encoding="UTF-8"?><Response><Gather numDigits="1" action="/menu" timeout="5"><Say voice="Polly.Joanna">Welcome to Example Bank.</Say>' +
  '<Say>For sales, press 1. For support, press 2.</Say></Gather><Redirect method="POST">/voice</Redirect></Response>';

const documents = {
  'IVR: Gather with two Say, Redirect': menu,
  'empty response': '<?xml version="1.0" encoding="UTF-8"?><Response/>',
  '200 verbs': `<Response>${'<Say voice="alice" loop="2">Hello, and welcome.</Say><Pause length="1"/>'.repeat(100)}</Response>`,
};

for (const [name, xml] of Object.entries(documents)) {
  if (lintTwiml(xml).length > 0 || create(xml).root().node.nodeName !== parseTwiml(xml).tag)
    throw new Error(`The subjects do not agree on: ${name}`);
}

const rows = Object.entries(documents).map(([name, xml]) => {
  const times = measure({ parse: () => parseTwiml(xml), lint: () => lintTwiml(xml), rival: () => create(xml) });
  const cells = [times.parse, times.lint, times.rival].map((time) => time.toFixed(1));
  return `| ${name} | ${cells.join(' | ')} | ${(times.rival / times.lint).toFixed(1)}× |`;
});

const section = [
  '## Documents',
  '',
  `Reading a text, and reading and linting it by all rules; xmlbuilder2 reads it alone, and less strictly. Node ${process.versions.node}, \`xmlbuilder2\` ${JSON.parse(readFileSync('node_modules/xmlbuilder2/package.json', 'utf8')).version}, medians of one run. By \`node bench/document.js --write\`.`,
  '',
  '| document | parse, µs | parse and lint, µs | xmlbuilder2 parses, µs | xmlbuilder2 takes, of parse and lint |',
  '| --- | ---: | ---: | ---: | ---: |',
  ...rows,
  '',
].join('\n');

console.log(section);
if (process.argv.includes('--write')) {
  const file = 'docs/benchmarks.md';
  const [before = '', rest = ''] = readFileSync(file, 'utf8').split(/^## Documents\n/m);
  const after = rest.search(/^## /m);
  writeFileSync(file, `${before.trimEnd()}\n\n${section}${after === -1 ? '' : `\n${rest.slice(after)}`}`);
}
