// Ends programs that outlive who started them: a test process that is killed cannot do that itself.
import { spawn } from 'node:child_process';

// Reads the ids of all programs that are running, a line a change, until its input ends, as it does with the process that writes to it. What
// they have started ends with them: the processes of a PostgreSQL that is frozen do not hear that it is gone.
const SCRIPT = `
while read -r line; do ids=$line; done
for id in $ids; do kill -9 $id $(cat /proc/$id/task/$id/children); done
`;

const running = /** @type {Set<number>} */ (new Set());

/** @type {import('node:stream').Writable | null | undefined} */
let guard;

/**
 * Has a program end with this process, if it does not before.
 *
 * @param {import('node:child_process').ChildProcess} program
 */
export function endWithUs(program) {
  const { pid } = program;
  if (pid === undefined) return;
  running.add(pid);
  tellGuard();
  program.once('exit', () => {
    running.delete(pid);
    tellGuard();
  });
}

function tellGuard() {
  guard ??= startGuard();
  guard?.write(`${[...running].join(' ')}\n`);
}

/** In a group of its own, so that it stays where a whole group is killed. Nobody waits for it, and without it programs end as they did. */
function startGuard() {
  const child = spawn('sh', ['-c', SCRIPT], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  child.on('error', () => undefined).unref();
  // A process that runs tests would go on to their end, though the one that it reports to is gone.
  process.once('disconnect', () => process.exit(1));
  const input = /** @type {import('node:net').Socket} */ (child.stdin);
  return input.on('error', () => undefined).unref();
}
