import type { Diagnostic } from '../twiml/document/index.js';
import type { TwimlNode } from '../twiml/node.js';
import type { Heard } from './calls/heard.js';
import type { Leg } from './calls/leg.js';
import { checkPerson, type PersonOptions } from './calls/person.js';
import type { Clock } from './clock/clock.js';
import { RealClock } from './clock/real-clock.js';
import { VirtualClock } from './clock/virtual-clock.js';
import type { Conference } from './conferences/conference.js';
import { tellDebugger } from './debugger.js';
import { Directory } from './directory.js';
import type { Finding } from './findings.js';
import { dropOldest, Shelf } from './keep.js';
import { Log } from './log.js';
import { Memo } from './memo.js';
import { Messaging } from './messages/messaging.js';
import type { EmulatorOptions } from './options.js';
import { Phone } from './phone.js';
import { WaitQueue } from './queues/wait-queue.js';
import type { Recording } from './recordings/recording.js';
import { TaskRouter } from './rest/taskrouter/task-router.js';
import { readSettings, type Settings } from './settings.js';
import { Chance } from './sids.js';
import { Pacing } from './sockets/pacing.js';
import type { Socket } from './sockets/socket.js';
import type { findVerb } from './verbs/index.js';
import { CookieJar } from './wire/cookies.js';
import type { WebhookAttempt } from './wire/webhook.js';
import type { sendWebhook } from './wire/wire.js';

/** How long to look out for what the application may do of its own accord before somebody is told that nothing comes. */
const PATIENCE_MS = 250;

/** How many different answers of the application are kept as read. */
const MOST_ANSWERS = 200;

const CLOCKS: readonly string[] = ['virtual', 'manual', 'real', 'steered'] satisfies NonNullable<EmulatorOptions['clock']>[];

/** How many places of numbers are kept as made up: four for each number. */
const MOST_PLACES = 10_000;

/** What is kept for a while when it is over. */
const SHELVES = ['calls', 'conferences', 'recordings', 'transcriptions', 'messages', 'payments', 'beside', 'tasks'] as const;

/** Everything that there is in one emulator. */
export class World {
  settings: Settings;
  readonly clock: Clock;
  readonly clockKind: NonNullable<EmulatorOptions['clock']>;
  readonly chance: Chance;
  readonly log: Log;
  readonly directory: Directory;
  readonly messaging: Messaging;
  readonly taskRouter: TaskRouter;
  readonly webhooks: WebhookAttempt[] = [];
  readonly findings: Finding[] = [];
  /** How much is kept of what has happened. */
  readonly keep: number;
  /** What is over, each kind of it for itself. */
  readonly shelves: Readonly<Record<(typeof SHELVES)[number], Shelf>>;
  /** Every call that is under way or kept, by SID. */
  readonly legs = new Map<string, Leg>();
  /** The secrets of API keys that were made by REST, by SID. */
  readonly keys = new Map<string, string>();
  /** Every conference that is under way or kept, by SID. */
  readonly conferences = new Map<string, Conference>();
  readonly queues = new Map<string, WaitQueue>();
  readonly recordings = new Map<string, Recording>();
  readonly phones = new Map<string, Phone>();
  /** When the emulator was made, in milliseconds since the epoch. */
  readonly startedAt: number;
  readonly #parts = new Map<new (world: World) => object, object>();
  /** What runs verbs instead of the engine's own, where somebody else wants to. */
  findVerb?: typeof findVerb;
  /** What asks for documents instead of the engine's own wire. */
  ask?: typeof sendWebhook;
  /** Whether people wait until somebody listens before they press a key or speak, as they do where waiting lets time pass. */
  peopleWait: boolean;
  /** Is told when an attempt has come to its end, where somebody measures: when it was sent and when it ended, by `performance.now()`. */
  measure?: (attempt: WebhookAttempt, sentAt: number, endedAt: number) => void;
  /** The cookies of all calls, where they share them. */
  readonly jar = new CookieJar();
  /** What the linter says of answers, by all that it looks at. */
  readonly lints = new Memo<readonly Diagnostic[]>(MOST_ANSWERS);
  /** Where numbers are registered, by what the parameters begin with and the number. */
  readonly places = new Memo<Readonly<Record<string, string>>>(MOST_PLACES);
  /** Documents, by their text. */
  readonly documents = new Memo<TwimlNode | undefined>(MOST_ANSWERS);
  /** The sockets that are open. */
  readonly sockets = new Set<Socket>();
  /** How punctual the frames of all media streams were. */
  readonly pacing = new Pacing();
  isClosed = false;
  readonly #closers = new Set<() => void>();
  readonly #realTimers = new Set<ReturnType<typeof setTimeout>>();
  /** How many findings a step of the test has failed for already. */
  #told = 0;
  readonly #hearing = new Set<(callSid: string, heard: Heard) => void>();

  constructor(options: EmulatorOptions) {
    this.settings = readSettings(options);
    const now = readNow(options.now);
    const { clock = 'virtual' } = options;
    if (!CLOCKS.includes(clock)) throw new TypeError(`clock is one of ${CLOCKS.join(', ')}; got ${JSON.stringify(clock)}`);
    this.clockKind = clock;
    this.clock =
      clock === 'real'
        ? new RealClock(now)
        : new VirtualClock({ now, drives: clock === 'virtual', isSteered: clock === 'steered', patienceMs: PATIENCE_MS });
    this.peopleWait = this.clock.drives;
    this.startedAt = now;
    this.chance = new Chance(options.seed ?? 0);
    this.keep = options.keep ?? Number.POSITIVE_INFINITY;
    this.shelves = Object.fromEntries(SHELVES.map((kind) => [kind, new Shelf(this.keep)])) as World['shelves'];
    this.log = new Log(this.clock, this.keep);
    this.directory = new Directory(options, this);
    this.messaging = new Messaging(options, this);
    this.taskRouter = new TaskRouter(this);
    for (const [name, { maxSize }] of Object.entries(options.queues ?? {})) new WaitQueue(this, name, maxSize);
  }

  /** The telephone at an address. Options that are given again count from then on. */
  phone(address: string, person?: PersonOptions): Phone {
    if (person !== undefined) checkPerson(person);
    const known = this.phones.get(address);
    if (known !== undefined) {
      if (person !== undefined) known.person = person;
      return known;
    }
    const phone = new Phone(this, address, person ?? {});
    this.phones.set(address, phone);
    return phone;
  }

  /** Forgets a telephone, and all that was written with it: whoever has its address next is somebody else. */
  forgetPhone(address: string): void {
    this.phones.delete(address);
    this.messaging.forget(address);
  }

  /** What a product keeps in this emulator, such as the codes of Verify; made when it is first asked for. */
  part<Part extends object>(Make: new (world: World) => Part): Part {
    const known = this.#parts.get(Make) ?? new Make(this);
    this.#parts.set(Make, known);
    return known as Part;
  }

  /** The conference of that name that has not ended. */
  findConference(name: string): Conference | undefined {
    return [...this.conferences.values()].findLast((conference) => conference.name === name && conference.status !== 'completed');
  }

  /** The queue of that name. */
  findQueue(name: string): WaitQueue | undefined {
    return [...this.queues.values()].find((queue) => queue.name === name);
  }

  /** Takes down something that is wrong. */
  readonly report = (finding: Omit<Finding, 'event'>, causes: readonly number[] = []): void => {
    const found: { -readonly [Key in keyof Finding]: Finding[Key] } = { ...finding, event: causes[0] ?? 0 };
    const seq = this.log.add({ type: 'finding', finding: found, causes });
    if (causes.length === 0) found.event = seq;
    this.findings.push(found);
    this.#told = Math.max(0, this.#told - dropOldest(this.findings, this.keep).length);
    tellDebugger(found, this);
  };

  /** Takes down an attempt to bring a webhook to the application. */
  noteAttempt(attempt: WebhookAttempt): void {
    this.webhooks.push(attempt);
    dropOldest(this.webhooks, this.keep);
  }

  /** Tells of each sound when it begins, and whenever there is more of it. @returns What ends that. */
  onHearing(listener: (callSid: string, heard: Heard) => void): () => void {
    this.#hearing.add(listener);
    return () => this.#hearing.delete(listener);
  }

  /** Somebody begins to hear something, or hears more of it. */
  tellHearing(callSid: string, heard: Heard): void {
    for (const listener of [...this.#hearing]) listener(callSid, heard);
  }

  /** The errors that no step of the test has failed for yet. They are told once. */
  takeErrors(): readonly Finding[] {
    const errors = this.findings.slice(this.#told).filter(({ severity }) => severity === 'error');
    this.#told = this.findings.length;
    return errors;
  }

  /** Runs something after real time, whatever the clock says. @returns What calls it off. */
  afterRealTime(ms: number, run: () => void): () => void {
    const timer = setTimeout(() => {
      this.#realTimers.delete(timer);
      run();
    }, ms);
    this.#realTimers.add(timer);
    return () => {
      clearTimeout(timer);
      this.#realTimers.delete(timer);
    };
  }

  /** Tells when the emulator closes. @returns What ends that. */
  onClose(listener: () => void): () => void {
    this.#closers.add(listener);
    return () => this.#closers.delete(listener);
  }

  /** Ends everything, so that nothing keeps the process alive. */
  async close(): Promise<void> {
    this.isClosed = true;
    const sockets = [...this.sockets];
    for (const leg of this.legs.values()) leg.drop();
    for (const socket of sockets) socket.close();
    this.clock.close();
    for (const timer of this.#realTimers) clearTimeout(timer);
    this.#realTimers.clear();
    for (const closer of [...this.#closers]) closer();
    await Promise.all([this.settings.close(), ...sockets.map(({ closed }) => closed)]);
  }
}

/** @throws TypeError when it is no time. */
function readNow(now: EmulatorOptions['now'] = Date.now()): number {
  const time = new Date(now).getTime();
  if (Number.isFinite(time)) return time;
  throw new TypeError(
    `now is where the clock starts: a Date, milliseconds since the epoch or a text such as 2026-11-30T12:00:00Z; got ${now}`,
  );
}
