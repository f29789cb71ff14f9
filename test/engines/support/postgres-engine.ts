// A PostgreSQL that is killed, restarted and frozen, and that writes to the disk as one in production does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../frameworks/support/binaries.js';
import { signalAll, startPostgres } from '../../frameworks/support/postgres.js';
import { type Engine, pause } from './engine.js';
import type { Random } from './random.js';

/** The table as the guide creates it. */
const [, table = ''] = /```sql\n(create table ringback_replies .*?)```/s.exec(readFileSync(join(root, 'docs/webhooks.md'), 'utf8')) ?? [];

export async function startPostgresEngine(): Promise<Engine> {
  const postgres = await startPostgres({ syncs: true });
  await postgres.connect().query(table);
  await postgres.disconnect();
  const restart = (signal: 'SIGKILL' | 'SIGINT') => async (random: Random) => {
    await postgres.halt(signal);
    await pause(random.between(0, 800));
    await postgres.resume();
  };
  return {
    environment: { STORE_URL: postgres.url },
    faults: {
      killed: restart('SIGKILL'),
      restarted: restart('SIGINT'),
      frozen: async (random) => {
        const processes = postgres.processes();
        signalAll(processes, 'SIGSTOP');
        await pause(random.between(100, 2500));
        signalAll(processes, 'SIGCONT');
      },
    },
    stop: () => postgres.stop(),
  };
}
