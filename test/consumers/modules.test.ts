import { describe, expect, test } from 'vitest';
import { entries, program, run, told, writeProject } from './project.js';

describe('In Node', () => {
  test.each(entries)('%s can be imported and required', async (name) => {
    const folder = writeProject({
      'main.mjs': `import * as entry from '${name}';\nimport { createRequire } from 'node:module';
const required = createRequire(import.meta.url)('${name}');
console.log(Object.keys(entry).length > 0, Object.keys(entry).every((key) => key in required));`,
    });
    expect(await run(folder, process.execPath, 'main.mjs')).toEqual({ code: 0, output: 'true true\n' });
  });

  test('an application of ES modules runs', async () => {
    const folder = writeProject({ 'app.mjs': program, 'main.mjs': "import { tell } from './app.mjs';\nconsole.log(await tell());" });
    expect(await run(folder, process.execPath, 'main.mjs')).toEqual({ code: 0, output: `${told}\n` });
  });

  test('an application of CommonJS runs', async () => {
    const code = program
      .replaceAll(/^import (\{.*?\}) from ('.*?');$/gm, 'const $1 = require($2);')
      .replace('export async function tell', 'async function tell');
    const folder = writeProject({ 'main.cjs': `${code}\ntell().then(console.log);` });
    expect(await run(folder, process.execPath, 'main.cjs')).toEqual({ code: 0, output: `${told}\n` });
  });

  test('the data can be imported', async () => {
    const folder = writeProject({
      'main.mjs': `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const kinds = Object.keys(require('ringback/payloads.schema.json').$defs);
console.log(kinds.includes('messaging.incoming'), require('ringback/samples.json').some(({ kind }) => kind === 'messaging.incoming'));`,
    });
    expect(await run(folder, process.execPath, 'main.mjs')).toEqual({ code: 0, output: 'true true\n' });
  });
});
