// Runs all benchmarks, one after another and each in a process of its own, and writes docs/benchmarks.md: what each was to reach and has
// reached, on what machine, and then the tables. `npm run bench` builds and installs what it needs. The machine should do nothing else; it
// takes about ten minutes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { table, writeSection } from './measure.js';

const BENCHMARKS = ['signature', 'payloads', 'twiml', 'document', 'webhook', 'emulator', 'growth', 'load', 'package'];

const folder = mkdtempSync(join(tmpdir(), 'ringback-bench-'));
try {
  const goals = join(folder, 'goals');
  writeFileSync(goals, '');
  for (const name of BENCHMARKS) {
    const environment = { ...process.env, RINGBACK_GOALS: goals };
    execFileSync(process.execPath, [resolve(import.meta.dirname, `${name}.js`), '--write'], { stdio: 'inherit', env: environment });
  }
  const rows = readFileSync(goals, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const [processor] = cpus();
  writeSection(
    'Goals',
    [
      `What ringback is to cost, and what it does: by \`npm run bench\` on ${platform()} ${arch()}, ${cpus().length} × ${processor?.model ?? 'an unknown processor'}, Node ${process.versions.node}.`,
      table(['what', 'goal', 'reached'], rows),
    ].join('\n\n'),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
