// Writes docs/frameworks.md from the examples, so that what the guide shows is what the tests run. Each folder of examples with a README.md is a
// section: its heading, its text, and in place of every line that is a link to a file of the folder, the link and the file. Applications, which
// have tests of their own, are no frameworks. With `--check` it only tells whether the guide is as it would be written.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';

const GUIDE = 'docs/frameworks.md';

const introduction = `# Frameworks

Each of these is a folder of [examples](../examples), which the tests start and call. All of them read the auth token from the environment variable \`TWILIO_AUTH_TOKEN\` and the URL that Twilio calls from \`PUBLIC_URL\`; [webhooks.md](webhooks.md) has all options. Frameworks that speak web \`Request\` and \`Response\` need no adapter: \`webhook()\` of \`ringback/webhook\` is their handler.
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
