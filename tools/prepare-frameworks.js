// What test/frameworks needs beside its packages: the links by which its tests and the examples find this package as its users do, and a
// redis-server, which is Debian's where there is none. What is there already is left alone, so that it costs nothing the second time.
import { spawnSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';

const folder = 'test/frameworks';

/** How long apt-get may take for one step. */
const LONGEST_MS = 120_000;

link(`${folder}/node_modules/ringback`, '../../..');
link('examples/node_modules', `../${folder}/node_modules`);
if (!hasRedis() && !installRedis()) {
  console.error(
    'There is no redis-server, and apt-get could not install it (see above): the tests of idempotency cannot run. ' +
      'Install Redis so that `redis-server` is found on the PATH, and run this again.',
  );
  process.exitCode = 1;
}

/**
 * @param {string} path
 * @param {string} target
 */
function link(path, target) {
  rmSync(path, { recursive: true, force: true });
  symlinkSync(target, path, 'dir');
}

function hasRedis() {
  return spawnSync('redis-server', ['--version']).status === 0;
}

/** Whether it is there afterwards. */
function installRedis() {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  // An installed server would be started by its package. The tests start their own.
  const [command = 'env', ...parts] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1', 'apt-get', '-qq'];
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', 'redis-server']]) {
    const { error } = spawnSync(command, [...parts, ...step], { stdio: 'inherit', timeout: LONGEST_MS });
    if (error !== undefined) console.error(String(error));
  }
  return hasRedis();
}
