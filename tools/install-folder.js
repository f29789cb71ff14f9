// Some tests have packages of their own in a folder apart, so that a plain `npm ci` at the root stays lean. This installs them; when the
// lock file is the one that they were installed from, it does nothing. `node tools/install-folder.js test/runtimes`.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** More than a slow line needs; a registry that does not answer must not hold up the gate for ever. */
const LONGEST_MS = 300_000;

for (const folder of process.argv.slice(2)) install(folder);

/** @param {string} folder */
function install(folder) {
  const stamp = `${folder}/node_modules/.ringback-lock`;
  const lock = readFileSync(`${folder}/package-lock.json`, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  const parts = ['ci', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel', 'error'];
  execFileSync('npm', parts, { stdio: 'inherit', timeout: LONGEST_MS });
  writeFileSync(stamp, lock);
}
