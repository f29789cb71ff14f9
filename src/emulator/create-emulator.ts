import type { PersonOptions } from './calls/person.js';
import { type Duration, readDuration } from './duration.js';
import type { EmulatorEvent } from './events.js';
import type { Finding } from './findings.js';
import type { NumberSettings } from './numbers.js';
import type { EmulatorOptions } from './options.js';
import type { Phone } from './phone.js';
import { makeClient, type RestClient } from './rest/client.js';
import { type Listening, type ListenOptions, listenForRest } from './rest/listen.js';
import { answerRest } from './rest/rest.js';
import type { PacingReport } from './sockets/pacing.js';
import { stepOf } from './step.js';
import type { WebhookAttempt } from './wire/webhook.js';
import { World } from './world.js';

/** What `await using` calls, where the compiler's libraries know of it. */
type AsyncDisposal = SymbolConstructor extends { readonly asyncDispose: infer Name extends symbol }
  ? { readonly [Key in Name]: () => Promise<void> }
  : object;

/** A Twilio in this process. */
export interface Emulator extends AsyncDisposal {
  /** The telephone of a person. The same address is the same telephone. */
  phone(address: string, options?: PersonOptions): Phone;
  /** Our numbers and senders with their settings, those that REST has changed included. */
  readonly numbers: Readonly<Record<string, NumberSettings>>;
  /** For `twilio`'s own client: `twilio(accountSid, authToken, { httpClient: emulator.client })`. */
  readonly client: RestClient;
  /** All that Twilio's debugger would complain of. */
  readonly findings: readonly Finding[];
  /** All that happened, as plain data. */
  readonly events: readonly EmulatorEvent[];
  /** Every attempt to bring a webhook to the application, in the order of dispatch. */
  readonly webhooks: readonly WebhookAttempt[];
  /** How punctual the sound of media streams was, and whether what the run says about time can be trusted. */
  readonly pacing: PacingReport;
  /** Answers as Twilio's REST API does, in this process: `https://api.twilio.com/…` with Basic auth. */
  rest(request: Request): Promise<Response>;
  /** Serves the REST API over HTTP, for other processes. The `Host` header or the first part of the path names the product. */
  listen(options?: ListenOptions): Promise<{ readonly url: string }>;
  /** The time of the clock, in milliseconds since the epoch. */
  readonly now: number;
  /** Resolves when nothing is due any more. */
  idle(): Promise<void>;
  /** Lets time pass. @throws TypeError with the real clock */
  advance(duration: Duration): Promise<void>;
  /** Tells of each event as it happens. @returns What ends that. */
  on(listener: (event: EmulatorEvent) => void): () => void;
  /** Ends all calls, and begins anew as it was made: the same seed, nothing that happened or was made by REST, no telephones. Who listens by `on` goes on, and what `listen()` serves does too. */
  reset(): void;
  /** Ends all calls and leaves nothing open. */
  close(): Promise<void>;
}

/**
 * Makes a Twilio that runs in this process.
 *
 * @throws TypeError when the options cannot be.
 */
export function createEmulator(options: EmulatorOptions): Emulator {
  const listeners = new Set<(event: EmulatorEvent) => void>();
  const begin = () => {
    const made = new World(options);
    made.log.on((event) => {
      for (const listener of [...listeners]) listener(event);
    });
    return made;
  };
  let world = begin();
  const servers: Listening[] = [];
  const close = async () => {
    await Promise.all([world.close(), ...servers.splice(0).map((server) => server.close())]);
  };
  const emulator: Omit<Emulator, symbol> = {
    phone: (address, person) => world.phone(address, person),
    get numbers() {
      return Object.fromEntries(world.directory.numbers);
    },
    client: makeClient(() => world),
    get findings() {
      return world.findings;
    },
    get events() {
      return world.log.events;
    },
    get webhooks() {
      return world.webhooks;
    },
    get pacing() {
      return world.pacing.report();
    },
    rest: (request) => answerRest(request, world),
    listen: async (where = {}) => {
      const server = await listenForRest(() => world, where);
      servers.push(server);
      return { url: server.url };
    },
    get now() {
      return world.clock.now;
    },
    idle: () => stepOf(world, () => world.clock.idle()),
    advance: (duration) => {
      const ms = readDuration(duration);
      return stepOf(world, () => world.clock.advance(ms));
    },
    on: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    reset: () => {
      void world.close();
      world = begin();
    },
    close,
  };
  const { asyncDispose } = Symbol as { readonly asyncDispose?: symbol };
  if (asyncDispose !== undefined) Object.assign(emulator, { [asyncDispose]: close });
  return emulator as Emulator;
}
