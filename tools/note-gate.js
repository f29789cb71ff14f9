// The last step of the gate (.ci/run): notes for which commit everything was green, so that tools/release.js believes no other. The note stands in
// the folder of git and is no part of the tree. What was changed beside the commit was tested too, so that then nothing is noted.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { askGit, GATE_NOTE } from './release-state.js';

const commit = askGit('rev-parse', 'HEAD');
if (commit !== undefined && askGit('status', '--porcelain') === '')
  writeFileSync(resolve(askGit('rev-parse', '--git-path', GATE_NOTE) ?? GATE_NOTE), `${commit}\n`);
