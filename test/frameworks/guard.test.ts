// Programs of these suites end with the test process, even where that is killed.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { start } from './support/processes.js';

const guard = new URL('support/guard.js', import.meta.url).href;

/** Starts a program that starts another one, and one that has ended before it is killed itself. */
const starter = `
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { endWithUs } from '${guard}';
const first = spawn('sh', ['-c', 'sleep 1000 & echo $! && wait']);
endWithUs(first);
const ended = spawn('true');
endWithUs(ended);
await once(ended, 'exit');
const [line] = await once(first.stdout, 'data');
console.log('started', first.pid, String(line).trim());
setInterval(() => undefined, 1000);
`;

/** Whether it is at work: one that has ended stays in the list until somebody asks how. */
function isAtWork(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

test.runIf(process.platform === 'linux')(
  'a program ends with the process that started it, with what it has started and though it was stopped',
  async () => {
    const program = start(process.execPath, ['--input-type=module', '-e', starter]);
    const pids = (await program.waitFor(/^started (\d+) (\d+)$/)).slice(1).map(Number);
    expect(pids.map(isAtWork)).toEqual([true, true]);
    for (const pid of pids) process.kill(pid, 'SIGSTOP');
    await program.stop();
    await expect.poll(() => pids.map(isAtWork), { timeout: 30_000 }).toEqual([false, false]);
  },
);
