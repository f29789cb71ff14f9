import type { PersonOptions } from './calls/person.js';
import { type Duration, readDuration } from './duration.js';
import type { EmulatorEvent } from './events.js';
import type { Finding } from './findings.js';
import type { EmulatorOptions } from './options.js';
import type { Phone } from './phone.js';
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
  /** The time of the clock, in milliseconds since the epoch. */
  readonly now: number;
  /** Resolves when nothing is due any more. */
  idle(): Promise<void>;
  /** Lets time pass. @throws TypeError with the real clock */
  advance(duration: Duration): Promise<void>;
  /** Tells of each event as it happens. @returns What ends that. */
  on(listener: (event: EmulatorEvent) => void): () => void;
  /** Ends all calls and leaves nothing open. */
  close(): Promise<void>;
}

/**
 * Makes a Twilio that runs in this process.
 *
 * @throws TypeError when the options cannot be.
 */
export function createEmulator(options: EmulatorOptions): Emulator {
  const world = new World(options);
  const close = () => world.close();
  const emulator: Omit<Emulator, symbol> = {
    phone: (address, person) => world.phone(address, person),
    findings: world.findings,
    get events() {
      return world.log.events;
    },
    webhooks: world.webhooks,
    get pacing() {
      return world.pacing.report();
    },
    rest: (request) => answerRest(request, world),
    get now() {
      return world.clock.now;
    },
    idle: () => stepOf(world, () => world.clock.idle()),
    advance: (duration) => {
      const ms = readDuration(duration);
      return stepOf(world, () => world.clock.advance(ms));
    },
    on: (listener) => world.log.on(listener),
    close,
  };
  const { asyncDispose } = Symbol as { readonly asyncDispose?: symbol };
  if (asyncDispose !== undefined) Object.assign(emulator, { [asyncDispose]: close });
  return emulator as Emulator;
}
