import { makeEmulator } from '../emulator/create-emulator.js';
import { WorldKeeper } from '../emulator/world-keeper.js';
import { listArrivals } from './arrivals.js';
import { Crowd } from './crowd.js';
import { type Health, HealthWatch } from './health.js';
import { Meter } from './meter.js';
import type { LoadPlan, Share } from './plan.js';
import { rehearse } from './rehearse.js';
import { openStory, type RunStory } from './story.js';
import type { Tally } from './tally.js';

/** What one thread has to say in the end. */
export interface LoadResult {
  readonly tally: Tally;
  readonly health: Health;
  /** For how long people arrived, in milliseconds. */
  readonly arrivedMs: number;
  readonly interrupted: boolean;
}

/** How it goes. */
export interface Pulse {
  /** How many people have arrived. */
  readonly started: number;
  /** How many are on the telephone. */
  readonly live: number;
  /** How many webhooks have been answered, or were not. */
  readonly sent: number;
  /** The 99th percentile of the slowest kind of webhook, in milliseconds. */
  readonly p99: number;
  /** How much has gone wrong. */
  readonly wrong: number;
}

/** What an emulator remembers of what is over. A run of any length takes no more memory. */
const KEEP = 500;

/** For how long people arrive who are overdue before something else has its turn. */
const TURN_MS = 10;

/** Lets people arrive, and measures what the application makes of it: all of a plan, or a thread's share of it. */
export class LoadRun {
  readonly #plan: LoadPlan;
  readonly #share: Share;
  readonly #stories: readonly RunStory[];
  readonly #end = new AbortController();
  /** When something else had its turn last. */
  #turnedAt = 0;
  #pulse: () => Pulse = () => ({ started: 0, live: 0, sent: 0, p99: 0, wrong: 0 });

  private constructor(plan: LoadPlan, share: Share, stories: readonly RunStory[]) {
    this.#plan = plan;
    this.#share = share;
    this.#stories = stories;
  }

  /** Gets ready, so that nothing has to be loaded when the first person arrives. @throws StoryError when a story cannot be. */
  static async open(plan: LoadPlan, share: Share = { index: 0, count: 1 }): Promise<LoadRun> {
    const stories = await Promise.all(plan.stories.map(openStory));
    await rehearse();
    return new LoadRun(plan, share, stories);
  }

  /** How it goes at the moment. */
  get pulse(): Pulse {
    return this.#pulse();
  }

  /** Ends it early: nobody arrives any more, and who is on the telephone is cut off. */
  stop(): void {
    this.#end.abort();
  }

  /**
   * Runs it to its end, which comes in bounded time.
   *
   * @param startAt - When it begins, by `performance.now()`.
   */
  async run(startAt: number = performance.now()): Promise<LoadResult> {
    const keeper = new WorldKeeper(optionsOf(this.#plan, this.#share));
    const { world } = keeper;
    world.peopleWait = true;
    const meter = new Meter(world, startAt + this.#plan.warmUpMs);
    const health = new HealthWatch(startAt + this.#plan.warmUpMs);
    const { signal } = this.#end;
    const scene = { plan: this.#plan, share: this.#share, world, twilio: makeEmulator(keeper), stories: this.#stories, meter, health };
    const crowd = new Crowd(scene);
    this.#pulse = () => ({ ...meter.pulse, live: crowd.size });
    for (const arrival of listArrivals(this.#plan, this.#share)) {
      const dueAt = startAt + arrival.dueMs;
      await this.#waitFor(dueAt);
      if (signal.aborted) break;
      if (performance.now() - dueAt > this.#plan.latestMs) meter.tally.stories.dropped += 1;
      else crowd.add(arrival, dueAt);
    }
    const arrivedMs = performance.now() - startAt;
    const rest = crowd.leave().then(() => world.clock.idle());
    await Promise.race([rest, this.#waitFor(performance.now() + this.#plan.patienceMs)]);
    crowd.cut();
    meter.stop();
    const result = { tally: meter.tally, health: health.stop(world.pacing.report()), arrivedMs, interrupted: signal.aborted };
    this.#pulse = () => ({ ...meter.pulse, live: 0 });
    this.stop();
    await world.close();
    return result;
  }

  /** Waits for a time, or for the end. Where it is past, what came meanwhile has its turn now and then all the same. */
  #waitFor(at: number): Promise<void> {
    const ms = at - performance.now();
    const { signal } = this.#end;
    if (signal.aborted || (ms <= 0 && performance.now() - this.#turnedAt < TURN_MS)) return Promise.resolve();
    return new Promise((resolve) => {
      if (ms <= 0) {
        setImmediate(() => {
          this.#turnedAt = performance.now();
          resolve();
        });
        return;
      }
      const done = () => {
        this.#turnedAt = performance.now();
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, Math.ceil(ms));
      signal.addEventListener('abort', done);
    });
  }
}

/** The emulator that calls and writes for a share of a plan. Shares have SIDs of their own. */
function optionsOf(plan: LoadPlan, share: Share): ConstructorParameters<typeof WorldKeeper>[0] {
  const { app, publicUrl, authToken, numbers, dialled, seed, keepAlive, allowRemote } = plan;
  return {
    app: { url: app },
    publicUrl,
    authToken,
    numbers,
    strangers: dialled === 'answer' ? { answersAfter: '2s' } : dialled,
    seed: `load ${seed} ${share.index}`,
    clock: 'real',
    strict: false,
    keep: KEEP,
    keepAlive,
    allowRemote,
  };
}
