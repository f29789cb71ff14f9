// Idempotency on real engines, from four processes that are killed and stopped at random while the engine is killed, restarted, frozen and failed
// over. `RELIABILITY_SECONDS` is how long each is tried, `RELIABILITY_SEED` what is done when, `RELIABILITY_ONLY` a part of the names;
// `npm run reliability` tries all for two minutes each.
import { afterAll, describe, expect, test } from 'vitest';
import { isWritten, watchNoise, writeFigures } from '../support/figures.js';
import { startPostgresEngine } from '../support/postgres-engine.js';
import { startRedisEngine } from '../support/redis-engine.js';
import { startSentinelEngine } from '../support/sentinel-engine.js';
import { type Outcome, run, type Scenario } from './scenario.js';
import { tellOutcome, tellOutcomes } from './tell.js';

const { RELIABILITY_SECONDS, RELIABILITY_SEED, RELIABILITY_ONLY = '' } = process.env;
const isLong = RELIABILITY_SECONDS !== undefined;
const seconds = Number(RELIABILITY_SECONDS ?? 3);
// The gate does the same each time; the long runs look for what nobody has thought of.
const seed = Number(RELIABILITY_SEED ?? (isLong ? Math.floor(Math.random() * 2 ** 31) : 1055630565));

const postgres = { engine: startPostgresEngine, whenStoreFails: 'refuse', isEngineDisturbed: true } as const;
const redis = { ...postgres, engine: () => startRedisEngine('always') };
const sentinel = { ...postgres, engine: () => startSentinelEngine({ isCareful: false }), mayForget: true } as const;

/** Those that the gate tries, for some seconds each. */
const short: readonly Scenario[] = [
  { name: 'PostgreSQL by pg', client: 'pg', ...postgres },
  { name: 'Redis with a file, by ioredis', client: 'ioredis', ...redis },
  { name: 'Redis with a file, by redis', client: 'redis', ...redis },
  { name: 'Redis failed over by Sentinel, by ioredis', client: 'ioredis with sentinels', ...sentinel },
];

const others: readonly Scenario[] = [
  { name: 'PostgreSQL left alone, by pg', client: 'pg', ...postgres, isEngineDisturbed: false },
  { name: 'PostgreSQL by postgres', client: 'postgres', ...postgres },
  { name: 'PostgreSQL by pg, `whenStoreFails: run`', client: 'pg', ...postgres, whenStoreFails: 'run' },
  { name: 'Redis left alone, by ioredis', client: 'ioredis', ...redis, isEngineDisturbed: false },
  { name: 'Redis with a file, by ioredis, `whenStoreFails: run`', client: 'ioredis', ...redis, whenStoreFails: 'run' },
  {
    name: 'Redis that syncs every second, by ioredis',
    client: 'ioredis',
    ...redis,
    engine: () => startRedisEngine('everysec'),
    mayForget: true,
  },
  { name: 'Redis without a file, by ioredis', client: 'ioredis', ...redis, engine: () => startRedisEngine('none'), mayForget: true },
  { name: 'Redis failed over by Sentinel, by redis', client: 'redis with sentinels', ...sentinel },
  {
    name: 'Redis failed over by Sentinel, `min-replicas-to-write 1`, by ioredis',
    client: 'ioredis with sentinels',
    ...sentinel,
    engine: () => startSentinelEngine({ isCareful: true }),
  },
];

const scenarios = (isLong ? [...short, ...others] : short).filter(({ name }) => name.includes(RELIABILITY_ONLY));

const outcomes = new Map<string, Outcome>();
const tellNoise = watchNoise();
afterAll(() => {
  if (isWritten && outcomes.size === short.length + others.length) writeFigures('idempotency', tellOutcomes(outcomes, tellNoise()));
});

describe(`with seed ${seed}`, () => {
  test.each(scenarios)(
    '$name: no webhook is lost, and each is handled once, unless there was a reason',
    async (scenario) => {
      const outcome = await run(scenario, seconds, seed);
      outcomes.set(scenario.name, outcome);
      console.log(`${scenario.name}: ${tellOutcome(outcome)}`);
      expect(outcome.crashes).toEqual([]);
      expect(outcome.lost).toEqual([]);
      expect(outcome.again.none, outcome.stories.join('\n\n')).toEqual([]);
      if (scenario.mayForget !== true) expect(outcome.again.forgotten, outcome.stories.join('\n\n')).toEqual([]);
      if (!scenario.isEngineDisturbed) expect(outcome.again.store).toEqual([]);
      // What would prove nothing if it never happened.
      expect(outcome.webhooks).toBeGreaterThan(20);
      expect(Object.values(outcome.faults).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(Math.floor(seconds / 3));
    },
    seconds * 1000 + 300_000,
  );
});
