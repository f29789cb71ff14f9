// The frameworks, stores and servers of test/frameworks are not among the root's dependencies, so that a plain `npm ci` stays lean. This
// brings them: the packages of test/frameworks and the runtimes of test/runtimes, the links by which those tests and the examples find this package as its users do, and
// Debian's redis-server where there is none. What is there already is left alone, so that it costs nothing the second time.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';

const folder = 'test/frameworks';

install(folder);
install('test/runtimes');
link(`${folder}/node_modules/ringback`, '../../..');
link('examples/node_modules', `../${folder}/node_modules`);

if (spawnSync('redis-server', ['--version']).error !== undefined) {
  // An installed server would be started by its package. The tests start their own.
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], { stdio: 'inherit', env: environment });
}

/**
 * Installs the packages of a folder, when its lock file is not the one that they were installed from.
 *
 * @param {string} path
 */
function install(path) {
  const stamp = `${path}/node_modules/.ringback-lock`;
  const lock = readFileSync(`${path}/package-lock.json`, 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  execFileSync('npm', ['ci', '--prefix', path, '--no-audit', '--no-fund', '--loglevel', 'error'], { stdio: 'inherit' });
  writeFileSync(stamp, lock);
}

/**
 * @param {string} path
 * @param {string} target
 */
function link(path, target) {
  rmSync(path, { recursive: true, force: true });
  symlinkSync(target, path, 'dir');
}
