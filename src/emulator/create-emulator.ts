import type { PersonOptions } from './calls/person.js';
import { type Duration, readDuration } from './duration.js';
import type { EmulatorEvent } from './events.js';
import type { Finding } from './findings.js';
import { checkNames, checkOptions, LISTEN } from './known-names.js';
import { type Listening, type ListenOptions, listen } from './listen/listen.js';
import type { NumberSettings } from './numbers.js';
import type { EmulatorOptions } from './options.js';
import type { Phone } from './phone.js';
import { makeClient, type RestClient } from './rest/client.js';
import { answerRest } from './rest/rest.js';
import type { PacingReport } from './sockets/pacing.js';
import { stepOf } from './step.js';
import type { WebhookAttempt } from './wire/webhook.js';
import { WorldKeeper } from './world-keeper.js';

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
  /**
   * Serves the REST API over HTTP, for other processes: the `Host` header or the first part of the path names the product. Under `/control`
   * whoever has the token sees and does what a test can, as the console does.
   */
  listen(options?: ListenOptions): Promise<{ readonly url: string; readonly token: string }>;
  /** The time of the clock, in milliseconds since the epoch. */
  readonly now: number;
  /** Resolves when nothing is due any more. */
  idle(): Promise<void>;
  /** Lets time pass. @throws TypeError with the real clock */
  advance(duration: Duration): Promise<void>;
  /** Lets time stand. @throws TypeError with other clocks than `'steered'` */
  pause(): void;
  /** Lets it pass again. @throws TypeError with other clocks than `'steered'` */
  resume(): void;
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
  checkOptions(options);
  return makeEmulator(new WorldKeeper(options));
}

/** Makes what a test has in its hands of a world that somebody else keeps. */
export function makeEmulator(keeper: WorldKeeper): Emulator {
  const servers: Listening[] = [];
  const close = async () => {
    await Promise.all([keeper.world.close(), ...servers.splice(0).map((server) => server.close())]);
  };
  const emulator: Omit<Emulator, symbol> = {
    phone: (address, person) => keeper.world.phone(address, person),
    get numbers() {
      return Object.fromEntries(keeper.world.directory.numbers);
    },
    client: makeClient(() => keeper.world),
    get findings() {
      return keeper.world.findings;
    },
    get events() {
      return keeper.world.log.events;
    },
    get webhooks() {
      return keeper.world.webhooks;
    },
    get pacing() {
      return keeper.world.pacing.report();
    },
    rest: (request) => answerRest(request, keeper.world),
    listen: async (where = {}) => {
      checkNames(where, LISTEN, 'listen()');
      const server = await listen(keeper, where);
      servers.push(server);
      return { url: server.url, token: server.token };
    },
    get now() {
      return keeper.world.clock.now;
    },
    idle: () => stepOf(keeper.world, () => keeper.world.clock.idle()),
    advance: (duration) => {
      const ms = readDuration(duration);
      return stepOf(keeper.world, () => keeper.world.clock.advance(ms));
    },
    pause: () => keeper.world.clock.pause(),
    resume: () => keeper.world.clock.resume(),
    on: (listener) =>
      keeper.on((notice) => {
        if (notice.type === 'event') listener(notice.event);
      }),
    reset: () => keeper.reset(),
    close,
  };
  const { asyncDispose } = Symbol as { readonly asyncDispose?: symbol };
  if (asyncDispose !== undefined) Object.assign(emulator, { [asyncDispose]: close });
  return emulator as Emulator;
}
