// Two Redis, of which one follows the other, and three Sentinels that make it the first when that one is gone.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPort, type Program, start } from '../../frameworks/support/processes.js';
import { type Engine, pause } from './engine.js';
import { askRedis, freeze, type RedisServer, startRedis } from './redis-server.js';

/** A first that is silent for so long is replaced, in milliseconds. */
const DOWN_MS = 500;

/** A first that has not heard of the other one for two seconds writes nothing, since nobody might ever read it. */
const CAREFUL = ['--min-replicas-to-write', '1', '--min-replicas-max-lag', '2'];

/** @param isCareful - Whether one that nobody follows refuses to write. */
export async function startSentinelEngine({ isCareful }: { readonly isCareful: boolean }): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-sentinel-'));
  const care = isCareful ? CAREFUL : [];
  const first = await startRedis(mkdtempSync(join(folder, 'redis-')), 'always', ...care);
  const second = await startRedis(mkdtempSync(join(folder, 'redis-')), 'always', ...care, '--replicaof', '127.0.0.1', String(first.port));
  const servers = [first, second];
  await waitForReplica(servers);
  const sentinels = await Promise.all([1, 2, 3].map(() => startSentinel(folder, first.port)));
  const [{ port: sentinel }] = sentinels as [Sentinel];
  await waitUntil(async () => /num-other-sentinels\r\n\$1\r\n2/.test(await askRedis(sentinel, 'SENTINEL MASTER main')));
  /** Lets something happen to the first, and waits until the other one is it, and is followed. */
  const failOver = async (happens: (server: RedisServer) => Promise<void>, back: (server: RedisServer) => Promise<void>) => {
    const old = await findFirst(servers);
    await happens(old);
    await waitUntil(async () => {
      const port = /\$\d+\r\n(\d+)\r\n$/.exec(await askRedis(sentinel, 'SENTINEL GET-MASTER-ADDR-BY-NAME main'))?.[1];
      return port !== undefined && Number(port) !== old.port;
    });
    await back(old);
    await waitForReplica(servers);
  };
  return {
    environment: { SENTINELS: sentinels.map(({ port }) => port).join(' ') },
    faults: {
      'failed over after a kill': () =>
        failOver(
          ({ program }) => program.stop(),
          (server) => server.resume(),
        ),
      // The old one wakes up and takes what clients had sent it, until a Sentinel tells it that it follows now.
      'failed over while frozen': () =>
        failOver(
          async ({ program }) => void program.child.kill('SIGSTOP'),
          async ({ program }) => void program.child.kill('SIGCONT'),
        ),
      frozen: async (random) => {
        await freeze(await findFirst(servers), random, DOWN_MS - 100);
      },
    },
    async stop() {
      await Promise.all([...sentinels, ...servers].map(({ program }) => program.stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Sentinel {
  readonly port: number;
  readonly program: Program;
}

async function startSentinel(folder: string, first: number): Promise<Sentinel> {
  const port = await findPort();
  const file = join(folder, `sentinel-${port}.conf`);
  const lines = [
    'bind 127.0.0.1',
    `port ${port}`,
    `sentinel monitor main 127.0.0.1 ${first} 2`,
    `sentinel down-after-milliseconds main ${DOWN_MS}`,
    'sentinel failover-timeout main 3000',
  ];
  writeFileSync(file, lines.join('\n'));
  const program = start('redis-server', [file, '--sentinel']);
  await program.waitForPort(port);
  return { port, program };
}

async function findFirst(servers: readonly RedisServer[]): Promise<RedisServer> {
  for (const server of servers) if ((await askRedis(server.port, 'ROLE')).includes('master')) return server;
  throw new Error('None of the two is the first');
}

/** Waits until one follows the other and has all that it has. */
function waitForReplica(servers: readonly RedisServer[]): Promise<void> {
  return waitUntil(async () => {
    const roles = await Promise.all(servers.map(({ port }) => askRedis(port, 'ROLE')));
    return roles.filter((role) => role.includes('master')).length === 1 && roles.some((role) => role.includes('connected'));
  });
}

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(50)) if (await holds()) return;
  throw new Error('Sentinel did not come to it within a minute');
}
