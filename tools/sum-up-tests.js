// The gate runs several suites, each of which closes with lines of its own. This adds them up, so that the last line tells of all.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '.', ...suites] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const file of readdirSync(folder)) {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  passed += numPassedTests;
  failed += numFailedTests;
}
// A suite can fail without a test that does: a type, a page that does not build.
if (suites.length > 0) console.log(`These failed: ${suites.join(', ')}`);
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0 || suites.length > 0) process.exitCode = 1;
