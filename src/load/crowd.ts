import type { Emulator } from '../emulator/create-emulator.js';
import { Chance } from '../emulator/sids.js';
import type { World } from '../emulator/world.js';
import type { Arrival } from './arrivals.js';
import type { Caller, Hesitation } from './caller.js';
import type { HealthWatch } from './health.js';
import type { Meter } from './meter.js';
import { People } from './people.js';
import type { LoadPlan, Share } from './plan.js';
import type { Person, RunStory } from './story.js';

/** What a crowd acts in. */
export interface Scene {
  readonly plan: LoadPlan;
  readonly share: Share;
  readonly world: World;
  readonly twilio: Pick<Emulator, 'phone'>;
  readonly stories: readonly RunStory[];
  readonly meter: Meter;
  readonly health: HealthWatch;
}

/** How finely chance is cut. */
const GRAIN = 2 ** 30;

/** The people who have arrived and whose story goes on. */
export class Crowd {
  readonly #scene: Scene;
  readonly #people: People;
  readonly #live = new Set<Promise<void>>();
  readonly #callers = new Map<string, Caller>();
  readonly #end = new AbortController();

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#people = new People(scene.plan.people, scene.share);
    scene.world.log.on((event) => {
      if ('callSid' in event && event.callSid !== undefined) this.#callers.get(event.callSid)?.tell(event);
    });
  }

  /** How many are on the telephone. */
  get size(): number {
    return this.#live.size;
  }

  /** Somebody arrives who was due at a certain time. */
  add(arrival: Arrival, dueAt: number): void {
    this.#scene.health.act(dueAt);
    const story = this.#tell(arrival.number, dueAt);
    this.#live.add(story);
    void story.then(() => this.#live.delete(story));
  }

  /** Resolves when everybody's story is over. */
  async leave(): Promise<void> {
    while (this.#live.size > 0) await Promise.all(this.#live);
  }

  /** Cuts off all who are left. */
  cut(): void {
    this.#end.abort();
    this.#scene.meter.tally.stories.cut += this.#live.size;
  }

  async #tell(number: number, dueAt: number): Promise<void> {
    const { world, meter, stories } = this.#scene;
    const { signal } = this.#end;
    const counts = meter.tally.stories;
    const address = this.#people.take();
    counts.started += 1;
    // What came late for whoever had the number before.
    world.forgetPhone(address);
    meter.expect(address, dueAt);
    const person = this.#makePerson(address, number);
    try {
      await (stories[number % stories.length] as RunStory)(person);
      if (!signal.aborted) counts.done += 1;
    } catch (error) {
      if (!signal.aborted) {
        counts.failed += 1;
        meter.complain(error instanceof Error ? error.message : String(error));
      }
    }
    const { legs } = person.phone;
    const sids = legs.map(({ sid }) => sid);
    for (const leg of [...legs]) leg.hangUp();
    meter.forget(address, sids);
    world.forgetPhone(address);
    this.#people.release(address);
  }

  #makePerson(address: string, index: number): Person {
    const { plan, world, twilio, meter, health } = this.#scene;
    const { signal } = this.#end;
    const chance = new Chance(`person ${plan.seed} ${index}`);
    const random = () => chance.between(0, GRAIN - 1, 'random') / GRAIN;
    const [least, most] = plan.thinkMs;
    const hesitation: Hesitation = {
      think: () => least + (most - least) * random(),
      act: (callSid, dueAt) => meter.owe(callSid, health.act(dueAt)),
    };
    return {
      phone: twilio.phone(address),
      number: plan.number,
      index,
      signal,
      random,
      world,
      plan,
      hesitation,
      think: async () => {
        const ms = hesitation.think();
        const dueAt = performance.now() + ms;
        await sleep(ms, world);
        health.act(dueAt);
        meter.expect(address, dueAt);
      },
      follow: (callSid, caller) => {
        this.#callers.set(callSid, caller);
        return () => {
          this.#callers.delete(callSid);
          caller.end();
        };
      },
    };
  }
}

function sleep(ms: number, { clock }: World): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => void clock.after(ms, resolve));
}
