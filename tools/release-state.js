// What has to be so before a version is released, and what is.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The file, in git's own folder, that has the commit for which the gate was green. */
export const GATE_NOTE = 'ringback-gate';

/** The branch that versions are made of. */
const BRANCH = 'main';

/**
 * @typedef {object} ReleaseState
 * @property {string} version That of package.json.
 * @property {string | undefined} lockedVersion That of package-lock.json.
 * @property {string} changelog
 * @property {string | undefined} commit What is checked out.
 * @property {string} branch
 * @property {string} changes What differs from the commit, as `git status` prints it.
 * @property {string | undefined} tagged The commit that the tag of this version is at.
 * @property {string | undefined} gated The commit for which the gate was green.
 */

/**
 * Asks git about the folder that one is in.
 *
 * @param {...string} parameters
 * @returns {string | undefined} What it prints; nothing where it fails.
 */
export function askGit(...parameters) {
  try {
    return execFileSync('git', parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

/** @returns {ReleaseState} */
export function readReleaseState() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const note = askGit('rev-parse', '--git-path', GATE_NOTE);
  return {
    version,
    lockedVersion: JSON.parse(readFileSync('package-lock.json', 'utf8')).version,
    changelog: readFileSync('CHANGELOG.md', 'utf8'),
    commit: askGit('rev-parse', 'HEAD'),
    branch: askGit('branch', '--show-current') ?? '',
    changes: askGit('status', '--porcelain') ?? '',
    tagged: askGit('rev-parse', '--verify', '--quiet', `refs/tags/v${version}^{commit}`),
    gated: note === undefined ? undefined : readText(resolve(note))?.trim(),
  };
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Says what stands against a release.
 *
 * @param {ReleaseState} state
 * @returns {string[]} A sentence each; none where all is well.
 */
export function findObstacles({ version, lockedVersion, changelog, commit, branch, changes, tagged, gated }) {
  if (commit === undefined) return ['This is no checkout of git, or has no commit.'];
  const [unreleased = '', newest = ''] = changelog.split(/^## /m).slice(1);
  const isListed = newest.startsWith(`${version} - `);
  const isDated = /^\S+ - \d{4}-\d{2}-\d{2}\n/.test(newest);
  return [
    ...(/^\d+\.\d+\.\d+$/.test(version) ? [] : [`package.json has the version ${version}, which is none to release.`]),
    ...(lockedVersion === version
      ? []
      : [`package-lock.json has the version ${lockedVersion}, and package.json ${version}: run npm install.`]),
    ...(branch === BRANCH ? [] : [`Versions are made of ${BRANCH}, and ${branch === '' ? 'no branch' : branch} is checked out.`]),
    ...(changes === '' ? [] : [`There is what is not committed:\n${changes}`]),
    ...(isListed && isDated ? [] : [`CHANGELOG.md does not begin with "## Unreleased" and "## ${version} - <year>-<month>-<day>".`]),
    ...(unreleased.trim() === 'Unreleased' ? [] : ['CHANGELOG.md has lines under "Unreleased": they belong to this version.']),
    ...(tagged === undefined ? [] : [`The tag v${version} exists: a version is released once.`]),
    ...(gated === commit ? [] : [describeGate(gated, commit)]),
  ];
}

/**
 * @param {string | undefined} gated
 * @param {string} commit
 */
function describeGate(gated, commit) {
  const when = gated === undefined ? 'The gate was never green here' : `The gate was green for ${gated.slice(0, 10)}`;
  return `${when}, and not for ${commit.slice(0, 10)}, which is checked out: run .ci/run.`;
}
