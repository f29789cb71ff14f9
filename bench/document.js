/**
 * Measures reading and linting a document against what xmlbuilder2 takes to read it alone. Runs what is published, ./dist, and prints a section
 * of Markdown; with `--write` it puts the section into docs/benchmarks.md.
 */
import process from 'node:process';
import { create } from 'xmlbuilder2';
import { lintTwiml, parseTwiml } from '../dist/twiml/document/index.js';
import { measure, report, table, versionOf } from './measure.js';

const menu =
  '<?xml version="1.0" encoding="UTF-8"?><Response><Gather numDigits="1" action="/menu" timeout="5"><Say voice="Polly.Joanna">Welcome to Example Bank.</Say>' +
  '<Say>For sales, press 1. For support, press 2.</Say></Gather><Redirect method="POST">/voice</Redirect></Response>';

const documents = {
  'IVR: Gather with two Say, Redirect': menu,
  'empty response': '<?xml version="1.0" encoding="UTF-8"?><Response/>',
  '200 verbs': `<Response>${'<Say voice="man" loop="2">Hello, and welcome.</Say><Pause length="1"/>'.repeat(100)}</Response>`,
};

for (const [name, xml] of Object.entries(documents)) {
  if (lintTwiml(xml).length > 0 || create(xml).root().node.nodeName !== parseTwiml(xml).tag)
    throw new Error(`The subjects do not agree on: ${name}`);
}

const measured = Object.entries(documents).map(([name, xml]) => ({
  name,
  times: measure({ parse: () => parseTwiml(xml), lint: () => lintTwiml(xml), rival: () => create(xml) }),
}));
const rows = measured.map(({ name, times }) => {
  const cells = [times.parse, times.lint, times.rival].map((time) => time.toFixed(1));
  return [name, ...cells, `${(times.rival / times.lint).toFixed(1)}×`];
});
const [{ times: ivr }] = measured;

report({
  heading: 'Documents',
  text: `Reading a text, and reading and linting it by all rules; xmlbuilder2 reads it alone, and less strictly. Node ${process.versions.node}, \`xmlbuilder2\` ${versionOf('xmlbuilder2')}. By \`node bench/document.js --write\`.

${table(['document', 'parse, µs', 'parse and lint, µs', 'xmlbuilder2 parses, µs', 'xmlbuilder2 takes, of parse and lint'], rows)}`,
  goals: [['IVR document, parsed and linted', 'at least 3× as fast as xmlbuilder2 parses', `${(ivr.rival / ivr.lint).toFixed(1)}×`]],
});
