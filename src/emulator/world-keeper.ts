import type { Heard } from './calls/heard.js';
import type { EmulatorEvent } from './events.js';
import type { EmulatorOptions } from './options.js';
import { readSettings } from './settings.js';
import { World } from './world.js';

/** What those who look on are told. */
export type Notice =
  | { readonly type: 'event'; readonly event: EmulatorEvent }
  /** Somebody begins to hear something, or hears more of it. */
  | { readonly type: 'hearing'; readonly callSid: string; readonly heard: Heard }
  /** All begins anew. */
  | { readonly type: 'reset' }
  /** Something has changed that is no event. */
  | { readonly type: 'state'; readonly what: 'clock' | 'settings' | 'application' };

/** Holds the world that is an emulator's at the time, and tells of it whichever it is. */
export class WorldKeeper {
  #options: EmulatorOptions;
  #world: World;
  #runs = 1;
  readonly #listeners = new Set<(notice: Notice) => void>();

  constructor(options: EmulatorOptions) {
    this.#options = options;
    this.#world = this.#begin();
  }

  get world(): World {
    return this.#world;
  }

  /** Which world it is, by a number that each has of its own. */
  get run(): string {
    return String(this.#runs);
  }

  /** Ends all, and begins anew. */
  reset(): void {
    void this.#world.close();
    this.#world = this.#begin();
    this.#runs += 1;
    this.tell({ type: 'reset' });
  }

  /** Lets the public URL lead somewhere else. Where nobody gave one, it is that place itself. */
  moveApplication(url: string): void {
    this.#options = { ...this.#options, app: { url } };
    const { faults } = this.#world.settings;
    this.#world.settings = Object.assign(readSettings(this.#options), { faults });
    this.tell({ type: 'state', what: 'application' });
  }

  /** Tells of all that happens. @returns What ends that. */
  on(listener: (notice: Notice) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(notice: Notice): void {
    for (const listener of [...this.#listeners]) listener(notice);
  }

  #begin(): World {
    const world = new World(this.#options);
    world.log.on((event) => this.tell({ type: 'event', event }));
    world.onHearing((callSid, heard) => this.tell({ type: 'hearing', callSid, heard }));
    return world;
  }
}
