// Builds, unless the gate has built already: its suites follow one another on one state of the sources.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (process.env['RINGBACK_BUILT'] === undefined || !existsSync('dist/index.js')) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
  process.exitCode = status ?? 1;
}
