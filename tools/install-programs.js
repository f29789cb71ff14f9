// Sees to the programs that tests start and that are no package of ours: a Redis, a PostgreSQL, clients that are not Node. What is not there
// comes from Debian, where each is in the package of its own name. `node tools/install-programs.js redis-server curl`.
import { spawnSync } from 'node:child_process';
import { findPostgres } from './find-postgres.js';

/** How long apt-get may take for one step. */
const LONGEST_MS = 300_000;

const wanted = process.argv.slice(2);
install(wanted.filter((name) => !has(name)));
const missing = wanted.filter((name) => !has(name));
if (missing.length > 0) {
  console.error(
    `There is no ${missing.join(', no ')}, and apt-get could not install it (see above): the tests that need it cannot run. ` +
      'Install it so that it is found on the PATH, and run this again.',
  );
  process.exitCode = 1;
}

/** @param {string} name */
function has(name) {
  const command = name === 'postgresql' ? findPostgres('postgres') : name;
  return spawnSync(command, [name === 'openssl' ? 'version' : '--version']).status === 0;
}

/** @param {readonly string[]} names */
function install(names) {
  if (names.length === 0) return;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  // An installed server would be started by its package. The tests start their own.
  const [command = 'env', ...parts] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1', 'apt-get', '-qq'];
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...names]]) {
    const { error } = spawnSync(command, [...parts, ...step], { stdio: 'inherit', timeout: LONGEST_MS });
    if (error !== undefined) console.error(String(error));
  }
}
