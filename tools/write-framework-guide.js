// Writes docs/frameworks.md from the examples, so that what the guide shows is what the tests run. Each folder of examples with a README.md is a
// section: its heading, its text, and in place of every line that is a link to a file of the folder, the link and the file. Applications, which
// have tests of their own, are no frameworks. With `--check` it only tells whether the guide is as it would be written.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';

const GUIDE = 'docs/frameworks.md';

const introduction = `# Frameworks

Each of these is a folder of [examples](../examples), which the tests start and call. Frameworks that speak web \`Request\` and \`Response\` need no adapter: \`webhook()\` of \`ringback/webhook\` is their handler. [Webhooks](webhooks.md) has all options.

Three variables of the environment are read:

- \`TWILIO_AUTH_TOKEN\` is the token of your account. On your own machine any will do.
- \`PUBLIC_URL\` is the beginning of the URL that Twilio calls, such as \`https://example.com\`. On your own machine leave it unset.
- \`PORT\` is where a server listens; 3000 where it is not set. The servers here listen on this machine alone: take \`'127.0.0.1'\` out where a container or a platform is to reach yours.

\`npx ringback dev -- node server.js\` runs such a server without an account, with telephones in your browser.
`;

const sections = readdirSync('examples')
  .filter((folder) => existsSync(`examples/${folder}/README.md`) && !existsSync(`examples/${folder}/app.test.ts`))
  .map((folder) => writeSection(folder, readFileSync(`examples/${folder}/README.md`, 'utf8')))
  .sort((a, b) => a.localeCompare(b, 'en'));
const guide = [introduction, ...sections].join('\n');

if (!process.argv.includes('--check')) writeFileSync(GUIDE, guide);
else if (readFileSync(GUIDE, 'utf8') !== guide) {
  console.error(`${GUIDE} is not what the examples say: run npm run reference`);
  process.exitCode = 1;
}

/** @type {(folder: string, page: string) => string} */
function writeSection(folder, page) {
  return page
    .replace(/^# /, '## ')
    .replaceAll('](../../docs/', '](')
    .replaceAll(/^\[([^\]\n]+)\]\(\1\)$/gm, (_, file) => {
      const code = readFileSync(`examples/${folder}/${file}`, 'utf8').trimEnd();
      return `[examples/${folder}/${file}](../examples/${folder}/${file})\n\n\`\`\`${languageOf(file)}\n${code}\n\`\`\``;
    });
}

/** @param {string} file */
function languageOf(file) {
  return file.endsWith('.conf') ? 'nginx' : extname(file).slice(1);
}
