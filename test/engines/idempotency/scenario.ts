import type { Engine } from '../support/engine.js';
import { pause } from '../support/engine.js';
import { makeRandom, type Random } from '../support/random.js';
import { startFleet } from './fleet.js';
import { type Evidence, judge, type Verdict } from './judge.js';
import type { Span } from './spans.js';
import { tellStory } from './story.js';
import { sendWebhooks } from './twilio.js';

/** What is tried. */
export interface Scenario {
  readonly name: string;
  /** A client that `open-store.js` knows. */
  readonly client: string;
  readonly engine: () => Promise<Engine>;
  /** Whether the engine is disturbed as well as the processes. */
  readonly isEngineDisturbed: boolean;
  readonly whenStoreFails: 'run' | 'refuse';
  /** Whether the engine may forget what it had kept. The others are held to it. */
  readonly mayForget?: true;
}

export interface Outcome extends Verdict {
  readonly seconds: number;
  /** How often each thing was done. */
  readonly faults: Readonly<Record<string, number>>;
  /** All that is known of the webhooks that nothing explains, and of those that were forgotten. */
  readonly stories: readonly string[];
  /** What processes printed that ended by themselves. */
  readonly crashes: readonly string[];
}

/** Half of the default, so that there is more to see in the same time. */
export const LEASE_MS = 1_500;

/** How many processes share the store. */
export const PROCESSES = 4;

/** How many stories are told: an engine that forgets everything has hundreds. */
const MOST_STORIES = 5;

/** Sends webhooks for so long while processes and engine are disturbed, and judges what came of it. */
export async function run(scenario: Scenario, seconds: number, seed: number): Promise<Outcome> {
  const random = makeRandom(seed);
  const engine = await scenario.engine();
  const environment = {
    ...engine.environment,
    CLIENT: scenario.client,
    LEASE_MS: String(LEASE_MS),
    WHEN_STORE_FAILS: scenario.whenStoreFails,
  };
  try {
    const fleet = await startFleet({ size: PROCESSES, environment });
    try {
      const end = Date.now() + seconds * 1000;
      const ends = () => Date.now() > end;
      const [sent, disturbed] = await Promise.all([
        sendWebhooks(fleet.origins, makeRandom(seed + 1), ends),
        scenario.isEngineDisturbed ? disturbEngine(engine, random, ends) : { outages: [], faults: {} },
        fleet.disturb(random, ends),
      ]);
      const { whenStoreFails } = scenario;
      const evidence: Evidence = { sent, entries: fleet.readLedger(), outages: disturbed.outages, leaseMs: LEASE_MS, whenStoreFails };
      const verdict = judge(evidence);
      const stories = [...verdict.again.none, ...verdict.again.forgotten]
        .slice(0, MOST_STORIES)
        .map((webhook) => tellStory(webhook, evidence));
      const { killed, stopped } = fleet.faults;
      const crashes = evidence.entries.flatMap((entry) => (entry.what === 'crashed' ? [entry.message] : []));
      return {
        ...verdict,
        seconds,
        stories,
        crashes,
        faults: { 'processes killed': killed, 'processes stopped': stopped, ...disturbed.faults },
      };
    } finally {
      await fleet.stop();
    }
  } finally {
    await engine.stop();
  }
}

async function disturbEngine(engine: Engine, random: Random, ends: () => boolean) {
  const outages: Span[] = [];
  const faults: Record<string, number> = {};
  for (await pause(random.between(300, 1500)); !ends(); await pause(random.between(500, 4000))) {
    const name = random.pick(Object.keys(engine.faults));
    const from = Date.now();
    await engine.faults[name]?.(random);
    outages.push({ from, until: Date.now() });
    faults[name] = (faults[name] ?? 0) + 1;
  }
  return { outages, faults };
}
