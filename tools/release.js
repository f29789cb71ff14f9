// Releases the version of package.json, or says what stands against it: `npm run release`. All that it does is to make the tag, on this machine
// alone. The code host publishes what is tagged, from its own build (.github/workflows/release.yml), so that the package says where it is from.
// With `--check` it makes no tag.
import { askGit, findObstacles, readReleaseState } from './release-state.js';

const state = readReleaseState();
const obstacles = findObstacles(state);
const tag = `v${state.version}`;

if (obstacles.length > 0) {
  console.error(`${tag} is not released:`);
  for (const obstacle of obstacles) console.error(`- ${obstacle}`);
  process.exitCode = 1;
} else if (process.argv.includes('--check')) {
  console.log(`${tag} can be released.`);
} else if (askGit('tag', '--annotate', tag, '--message', tag) === undefined) {
  console.error(`git could not make the tag ${tag}: it says why when you run git tag --annotate ${tag}`);
  process.exitCode = 1;
} else {
  console.log(`${tag} is tagged. It is published when you push the tag: git push origin ${tag}`);
}
