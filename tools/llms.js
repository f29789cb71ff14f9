// Writes docs/public/llms.txt, a map of the guides for language models (https://llmstxt.org), from the pages themselves: the title and the
// first paragraph of each. A test compares. Run it after a page begins otherwise than it did.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const docs = resolve(import.meta.dirname, '../docs');

/** Makes the whole file. */
export function writeMap() {
  const tasks = readdirSync(resolve(docs, 'guides')).map((file) => `guides/${file}`);
  const guides = [...tasks, ...readdirSync(docs)].filter((file) => file.endsWith('.md') && file !== 'index.md');
  // A rule or a code has a page of its own, which the list of all leads to.
  const references = readdirSync(resolve(docs, 'reference'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /^[^[]+\.md$/.test(file) && !/^(?:lint-rules|errors)\//.test(file),
  );
  return [
    '# ringback',
    '> Twilio webhooks for TypeScript: a zod schema for every payload, a signature verifier that says why it refuses, a typed TwiML builder with a linter, handlers for every framework, and a test kit.',
    'Install `ringback` and `zod`. Handlers come from `ringback/webhook` (web Request and Response), `ringback/node`, `/express`, `/fastify`, `/koa`, `/nest`, `/lambda` and `/functions`; schemas from `ringback/payloads/<family>`; `ringback/testing` signs requests for tests; `ringback/emulator` runs whole calls in them.',
    `## Guides\n\n${guides.sort().map(link).join('\n')}`,
    `## Reference\n\n${references
      .sort()
      .map((file) => link(`reference/${file}`))
      .join('\n')}`,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

/**
 * A line about a page.
 *
 * @param {string} file
 */
function link(file) {
  const text = readFileSync(resolve(docs, file), 'utf8').replace(/^<!--.*?-->\n/s, '');
  const [, title = file] = /^# (.+)$/m.exec(text) ?? [];
  const [, first = ''] = /^# .+\n\n([^#|`<-].*(?:\n.+)*)/m.exec(text) ?? [];
  const said = first.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1').replaceAll('\n', ' ');
  return `- [${title}](/${file.replace(/(?:README)?\.md$/, '')})${said === '' ? '' : `: ${said}`}`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(resolve(docs, 'public/llms.txt'), writeMap());
  console.log('docs/public/llms.txt written');
}
