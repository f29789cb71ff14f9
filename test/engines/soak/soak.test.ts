// A steady stream of webhooks to two processes, beside all that goes wrong: bad, slow and huge requests, connections that are broken off, and one
// of the two restarted and killed all the time. `npm run soak` takes ten minutes and writes its figures into docs/reliability.md.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPort, type Program, start } from '../../frameworks/support/processes.js';
import { authToken } from '../../frameworks/support/requests.js';
import { pause } from '../support/engine.js';
import { isWritten, watchNoise, writeFigures } from '../support/figures.js';
import { makeRandom, type Random } from '../support/random.js';
import { type RedisServer, startRedis } from '../support/redis-server.js';
import { badRequests, type Came, sendBad } from './bad-requests.js';
import { sendGood } from './good-requests.js';
import { fitMemory, watchMemory } from './memory.js';
import { tellSoak } from './tell.js';

const { SOAK_SECONDS, SOAK_SEED } = process.env;
const seconds = Number(SOAK_SECONDS ?? 20);
// The gate may run on a machine that does much else; what its few seconds are for is what goes wrong.
const pace = { seconds, rate: seconds < 60 ? 40 : 100 };
const seed = Number(SOAK_SEED ?? Math.floor(Math.random() * 2 ** 31));

let folder: string;
let ledger: string;
let redis: RedisServer;
let steady: Program;
let restarted: Program;
let ports: readonly [number, number];

const server = new URL('server.js', import.meta.url).pathname;

async function startServer(port: number): Promise<Program> {
  const environment = { LEDGER: ledger, AUTH_TOKEN: authToken, PORT: String(port), STORE_URL: `redis://127.0.0.1:${redis.port}` };
  const program = start(process.execPath, ['--expose-gc', server], environment);
  await program.waitFor(/^listening$/);
  return program;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-soak-'));
  ledger = join(folder, 'ledger');
  redis = await startRedis(folder, 'everysec');
  ports = [await findPort(), await findPort()];
  [steady, restarted] = await Promise.all([startServer(ports[0]), startServer(ports[1])]);
});
afterAll(async () => {
  await Promise.all([steady?.stop(), restarted?.stop(), redis?.program.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Ends one of the two, in order or not, and starts it again. */
async function restart(random: Random, ends: () => boolean): Promise<{ readonly asked: number; readonly killed: number }> {
  let [asked, killed] = [0, 0];
  for (await pause(1_500); !ends(); await pause(random.between(1_000, 5_000))) {
    if (random.happens(0.5)) {
      killed += 1;
      await restarted.stop();
    } else {
      asked += 1;
      restarted.child.kill('SIGTERM');
      await restarted.ended();
    }
    restarted = await startServer(ports[1]);
  }
  return { asked, killed };
}

/** Sends bad requests of all kinds, and counts what came of each. */
async function sendAllBad(random: Random, ends: () => boolean): Promise<ReadonlyMap<string, Map<Came, number>>> {
  const counts = new Map(Object.keys(badRequests).map((name) => [name, new Map<Came, number>()]));
  const work = async (name: string, came: Map<Came, number>) => {
    for (; !ends(); await pause(random.between(50, 400))) {
      const answer = await sendBad(name, random.pick(ports), random);
      if (answer !== undefined) came.set(answer, (came.get(answer) ?? 0) + 1);
    }
  };
  await Promise.all([...counts].map(([name, came]) => work(name, came)));
  return counts;
}

test(
  `nothing is lost, memory stays, and answers come in time, with SOAK_SEED=${seed}`,
  async () => {
    const tellNoise = watchNoise();
    const end = Date.now() + seconds * 1000;
    const ends = () => Date.now() > end;
    const origins = [`http://127.0.0.1:${ports[0]}`, `http://127.0.0.1:${ports[1]}`] as const;
    const [answered, bad, restarts, memory] = await Promise.all([
      sendGood(origins, pace, makeRandom(seed)),
      sendAllBad(makeRandom(seed + 1), ends),
      restart(makeRandom(seed + 2), ends),
      watchMemory(origins[0], seconds),
    ]);
    const handled = new Map<string, number>();
    for (const line of readFileSync(ledger, 'utf8').split('\n')) {
      const webhook = /"webhook":"(soak-\d+)"\}$/.exec(line)?.[1];
      if (webhook !== undefined) handled.set(webhook, (handled.get(webhook) ?? 0) + 1);
    }
    const figures = { pace, answered, bad, restarts, memory, handled, noise: tellNoise() };
    const text = tellSoak(figures);
    console.log(text);
    expect(answered.filter(({ tookMs }) => tookMs === undefined)).toEqual([]);
    expect(answered.filter(({ isRight }) => !isRight)).toEqual([]);
    expect(answered.filter(({ webhook }) => !handled.has(webhook))).toEqual([]);
    // A process that is killed may have handled some whose replies were not kept.
    expect([...handled.values()].filter((count) => count > 1).length).toBeLessThanOrEqual(10 * restarts.killed + 10 * restarts.asked);
    for (const [name, came] of bad) {
      expect(came.size, name).toBeGreaterThan(0);
      // The process that is restarted breaks off whatever is under way.
      for (const answer of came.keys()) expect([...(badRequests[name]?.answers ?? []), 'none'], name).toContain(answer);
    }
    // What grows with every request would be tens of megabytes by then.
    const used = fitMemory(memory, 'used');
    expect(used.end - used.begin).toBeLessThan(5_000_000);
    if (isWritten) writeFigures('soak', text);
  },
  seconds * 1000 + 150_000,
);
