// Some tests have packages of their own in folders apart, so that a plain `npm ci` at the root stays lean. This installs them, all folders at
// once; where the lock file is the one that they were installed from, it does nothing. `node tools/install-folder.js test/runtimes`.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** More than a slow line needs; a registry that does not answer must not hold up the gate for ever. */
const LONGEST_MS = 300_000;

const run = promisify(execFile);

await Promise.all(process.argv.slice(2).map(install));

/** @param {string} folder */
async function install(folder) {
  const stamp = `${folder}/node_modules/.ringback-lock`;
  const lock = readFileSync(`${folder}/package-lock.json`, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  const parts = ['ci', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel', 'error'];
  const { stdout, stderr } = await run('npm', parts, { timeout: LONGEST_MS });
  process.stdout.write(`${folder}: ${stdout.trim()}\n${stderr}`);
  writeFileSync(stamp, lock);
}
