// Finds the programs of PostgreSQL: on the PATH, or where Debian puts those of each version, which it leaves off the PATH.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const DEBIAN = '/usr/lib/postgresql';

/**
 * The command that starts a program of PostgreSQL; the newest, where there are several.
 *
 * @param {'postgres' | 'initdb'} name
 */
export function findPostgres(name) {
  if (spawnSync(name, ['--version']).status === 0) return name;
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => `${DEBIAN}/${version}/bin/${name}`).find((path) => existsSync(path)) ?? name;
}
