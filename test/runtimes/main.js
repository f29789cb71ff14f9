/** Runs the suite in Node, Bun and Deno. With `fallback` as its argument it hides node:crypto first, as plain edge runtimes do. */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { nameHash, runSuite } from './suite.js';

if (process.argv[2] === 'fallback') process.getBuiltinModule = undefined;
globalThis.process ??= process;

const signature = await import('../../dist/signature/index.js');
const vectors = JSON.parse(readFileSync(new URL('../vectors/signature.json', import.meta.url), 'utf8'));
const { checks, failures } = await runSuite(signature, vectors);
for (const failure of failures) console.error(`  fails: ${failure}`);
console.log(`${checks} checks with ${nameHash()}`);
process.exitCode = failures.length === 0 && checks > 0 ? 0 : 1;
