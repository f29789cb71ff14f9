import type { PersonOptions } from './calls/person.js';
import type { Delivery } from './messages/delivery.js';
import type { EmulatorOptions } from './options.js';

/** A telephone of the console. */
export interface DevPhone extends PersonOptions {
  /** What to call it. */
  readonly name?: string | undefined;
  /** What becomes of texts to it. */
  readonly delivery?: Delivery | undefined;
}

/** What `ringback dev` reads from `ringback.config.ts`, `.js` or `.json`. Options of the command line win. */
export interface DevConfig extends Omit<EmulatorOptions, 'app' | 'apps' | 'clock' | 'strict' | 'keep'> {
  /** Where the application listens, such as `http://localhost:3000`. @default the port that the command is seen to listen on */
  readonly app?: string | undefined;
  /** People's telephones, by address. @default two persons, who answer when somebody does so for them */
  readonly phones?: Readonly<Record<string, DevPhone>> | undefined;
  /** The port of the emulator and its console. @default 4080, or one that is free */
  readonly port?: number | undefined;
  /** How many events are kept in memory. @default 50000 */
  readonly keep?: number | undefined;
}

/** Says what a configuration may hold, while one writes it. */
export function defineConfig(config: DevConfig): DevConfig {
  return config;
}
