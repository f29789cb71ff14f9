// A single Redis that is killed, restarted and frozen.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, pause } from './engine.js';
import type { Random } from './random.js';
import { freeze, type Persistence, type RedisServer, shutDown, startRedis } from './redis-server.js';

export async function startRedisEngine(persistence: Persistence): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-redis-'));
  const redis = await startRedis(folder, persistence);
  const restart = (end: (server: RedisServer) => Promise<void>) => async (random: Random) => {
    await end(redis);
    await pause(random.between(0, 800));
    await redis.resume();
  };
  return {
    environment: { STORE_URL: `redis://127.0.0.1:${redis.port}` },
    faults: {
      killed: restart(({ program }) => program.stop()),
      restarted: restart(shutDown),
      frozen: (random) => freeze(redis, random, 2500),
    },
    async stop() {
      await redis.program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
