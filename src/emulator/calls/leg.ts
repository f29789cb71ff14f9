import { Tape } from '../audio/tape.js';
import type { Timer } from '../clock/clock.js';
import type { Document } from '../documents/document.js';
import type { Target } from '../documents/flow.js';
import type { Phone } from '../phone.js';
import type { Recording } from '../recordings/recording.js';
import type { Beside } from '../verbs/start/beside.js';
import { sendCallback } from '../wire/callbacks.js';
import { CookieJar } from '../wire/cookies.js';
import type { Webhook } from '../wire/webhook.js';
import type { World } from '../world.js';
import { callParameters } from './call-parameters.js';
import { Ear } from './ear.js';
import { Line } from './line.js';
import { type CallDirection, type CallStatus, isOver } from './names.js';
import type { CallRun } from './run-call.js';
import { Scope } from './scope.js';
import { sipResponseOf } from './sip.js';
import { UserMessages } from './user-messages.js';

/** Who is told of a call's progress. */
export interface ProgressCallback {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** Which of `initiated`, `ringing`, `answered` and `completed`. */
  readonly events: readonly string[];
}

/** Where legs meet. */
export interface Place {
  readonly sid: string;
  readonly name: string;
}

/** What makes a leg. */
export interface LegOptions {
  readonly direction: CallDirection;
  readonly from: string;
  readonly to: string;
  readonly status: CallStatus;
  /** The telephone at the person's end, where there is one that a test made. */
  readonly phone?: Phone | undefined;
  /** The leg that dialled this one. */
  readonly parent?: Leg | undefined;
  /** The call of ours that comes in here, where no person calls. */
  readonly origin?: Leg | undefined;
  readonly progress?: ProgressCallback | undefined;
  /** Asked when a document cannot be fetched or run. */
  readonly fallback?: { readonly url: string; readonly method: 'GET' | 'POST' } | undefined;
  /** The leg whose person this one serves too: what is heard here is heard there. */
  readonly through?: Leg | undefined;
  /** What is handed over to the person's device: the parameters of a `<Client>`. */
  readonly handed?: Readonly<Record<string, string>> | undefined;
  /** Parameters that its requests have besides. */
  readonly extra?: Readonly<Record<string, string>> | undefined;
}

/** The longest that a call may last: https://www.twilio.com/docs/voice/twiml/dial#timelimit */
const LONGEST_MS = 4 * 3_600_000;

/** How long a report of the answer takes where it comes behind the request for the document. */
const LATER_MS = 500;

const KINDS = { inbound: 'voice.status.incoming', 'outbound-api': 'voice.status', 'outbound-dial': 'voice.status.dial' } as const;

/** When a call to a telephone tells how its caller is vouched for: https://www.twilio.com/docs/voice/trusted-calling-with-shakenstir */
const SIGNED: readonly CallStatus[] = ['ringing', 'in-progress'];

const EVENTS: { readonly [Status in CallStatus]?: string } = { initiated: 'initiated', ringing: 'ringing', 'in-progress': 'answered' };

/** One leg of a call, between Twilio and one telephone: what the REST API calls a call, and what has a CallSid. */
export class Leg {
  readonly world: World;
  readonly sid: string;
  readonly direction: CallDirection;
  readonly from: string;
  readonly to: string;
  readonly phone: Phone | undefined;
  readonly parent: Leg | undefined;
  readonly origin: Leg | undefined;
  fallback: LegOptions['fallback'];
  readonly extra: Record<string, string>;
  readonly handed: Readonly<Record<string, string>>;
  /** Ends when the call does. */
  readonly scope: Scope;
  /** What the person hears. */
  readonly ear: Ear;
  /** What the person does. */
  readonly line: Line;
  /** Whether a document has left it unanswered on purpose, until somebody else answers. */
  staysUnanswered = false;
  /** Whether a document has refused it. */
  isRejected = false;
  /** What runs beside the call. */
  readonly beside = new Set<Beside>();
  /** What the media streams of the call carried. */
  readonly tape: Tape;
  /** The conferences and queues that it has been in, in order, each once. */
  readonly places = new Set<Place>();
  /** What goes between the application and the person's device beside the sound. */
  readonly userMessages: UserMessages;
  readonly jar: CookieJar;
  readonly createdAt: number;
  progress: ProgressCallback | undefined;
  /** The call at the other end of the line, where one of our numbers is there. */
  far: Leg | undefined;
  answeredAt: number | undefined;
  endedAt: number | undefined;
  /** What is recorded of the whole call: it ends with it, and the report of the end tells of it. */
  recording: Recording | undefined;
  readonly #isThrough: boolean;
  #run: CallRun | undefined;
  #status: CallStatus;
  #mostMs = LONGEST_MS;
  #longest: Timer | undefined;
  #sequence = 0;
  readonly #watchers = new Set<() => void>();
  readonly #takers = new Set<() => void>();
  readonly #parters = new Set<() => void>();
  readonly #referrers = new Set<(target: string) => void>();

  constructor(
    world: World,
    { direction, from, to, status, phone, parent, origin, progress, fallback, extra, handed, through }: LegOptions,
  ) {
    this.world = world;
    this.sid = world.chance.sid('CA');
    this.direction = direction;
    this.from = from;
    this.to = to;
    this.phone = phone;
    this.parent = parent;
    this.origin = origin;
    this.progress = progress;
    this.fallback = fallback;
    this.extra = { ...extra };
    this.handed = handed ?? {};
    this.jar = world.settings.deviations.cookies === 'call' ? new CookieJar() : world.jar;
    this.scope = new Scope(world.clock);
    this.userMessages = new UserMessages(this);
    this.ear = through?.ear ?? new Ear(world.clock, world.keep);
    this.tape = new Tape(world.keep);
    this.line = through?.line ?? new Line(world.settings.deviations.typeAhead === 'kept');
    this.#isThrough = through !== undefined;
    this.createdAt = world.clock.now;
    this.#status = status;
    world.legs.set(this.sid, this);
    phone?.legs.push(this);
    if (through === undefined)
      this.ear.listen((heard) => {
        if (heard.seconds !== undefined) world.log.add({ type: 'heard', callSid: this.sid, heard });
        else world.tellHearing(this.sid, heard);
      });
    this.#note();
  }

  get status(): CallStatus {
    return this.#status;
  }

  get isAnswered(): boolean {
    return this.answeredAt !== undefined;
  }

  get isOver(): boolean {
    return isOver(this.#status);
  }

  /** How many of our numbers it has come through. */
  get hops(): number {
    return this.origin === undefined ? 0 : 1 + (this.origin.parent?.hops ?? 0);
  }

  /** How long it was spoken on, in whole seconds; up to now while it lasts. */
  get duration(): number {
    if (this.answeredAt === undefined) return 0;
    return Math.round(((this.endedAt ?? this.world.clock.now) - this.answeredAt) / 1000);
  }

  /** Tells when REST takes the person out of what another leg's verb has put them into. */
  onTaken(listener: () => void): () => void {
    this.#takers.add(listener);
    return () => this.#takers.delete(listener);
  }

  /** Takes the person out of it. */
  take(): void {
    for (const taker of [...this.#takers]) taker();
  }

  /** Tells when whoever the person is joined with is let go. */
  onParted(listener: () => void): () => void {
    this.#parters.add(listener);
    return () => this.#parters.delete(listener);
  }

  /** Lets go of whoever the person is joined with. */
  part(): void {
    for (const parter of [...this.#parters]) parter();
  }

  /** Tells when the person's SIP endpoint asks to be transferred. */
  onReferred(listener: (target: string) => void): () => void {
    this.#referrers.add(listener);
    return () => this.#referrers.delete(listener);
  }

  /** The endpoint asks to be transferred. @returns Whether anything takes notice. */
  refer(target: string): boolean {
    for (const referrer of [...this.#referrers]) {
      referrer(target);
      return true;
    }
    return false;
  }

  /** Begins to run documents. */
  begin(run: CallRun, start: Target | Document): Promise<void> {
    this.#run = run;
    return run.run(start);
  }

  /** Replaces the document that runs. @returns Whether there was any. */
  update(next: Target | Document): boolean {
    this.#run?.update(next);
    return this.#run !== undefined;
  }

  /** Moves on before it is answered. */
  proceed(status: 'initiated' | 'ringing'): void {
    if (!this.isOver) this.#become(status);
  }

  /** The person has answered, or Twilio has on our number's behalf. */
  answer(): void {
    if (this.isAnswered || this.isOver) return;
    this.answeredAt = this.world.clock.now;
    this.limit(this.#mostMs);
    this.#become('in-progress');
  }

  /** How long it may last, in milliseconds from the answer on, or from now on where it is answered already. */
  limit(ms: number): void {
    this.#mostMs = ms;
    if (!this.isAnswered || this.isOver) return;
    this.#longest?.cancel();
    this.#longest = this.world.clock.after(ms, () => this.end(), 'limit');
  }

  /** The person hangs up, gives up before anybody answered, or declines what rings. */
  hangUp(): void {
    if (this.isOver) return;
    const unanswered = this.direction === 'inbound' ? 'no-answer' : this.world.settings.deviations.declined;
    this.#finish(this.isAnswered ? 'completed' : unanswered);
  }

  /** Twilio ends the call. @param status - How it ended, where nobody had answered. */
  end(status: CallStatus = 'completed'): void {
    if (this.isOver) return;
    const { isAnswered } = this;
    this.#finish(isAnswered ? 'completed' : status, isAnswered);
  }

  /** Ends without telling anybody, because the emulator closes. */
  drop(): void {
    this.scope.end('gone');
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** Tells whenever the status changes, and when the emulator closes. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Resolves when something is true of the call, or it is over. */
  until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isSo() && !this.isOver && this.scope.interruption === undefined) return;
        stop();
        resolve();
      };
      const stop = this.watch(look);
      look();
    });
  }

  /** What its requests carry. */
  parameters(): Record<string, string> {
    return callParameters(this);
  }

  #finish(status: CallStatus, isHeard = false): void {
    this.endedAt = this.world.clock.now;
    this.#longest?.cancel();
    this.recording?.end();
    if (!this.#isThrough) this.ear.cut();
    if (isHeard && !this.#isThrough) this.ear.note({ type: 'hangup' });
    this.#become(status);
    this.scope.end('gone');
    this.world.shelves.calls.add(() => {
      this.world.legs.delete(this.sid);
      this.phone?.forget(this);
    });
  }

  #become(status: CallStatus): void {
    const before = this.#status;
    this.#status = status;
    const event = this.#note();
    // Nothing is told of a call that was called off while it was queued: https://www.twilio.com/docs/voice/api/call-resource
    if (before !== 'queued' || status !== 'canceled') this.#report(event);
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** What the report of the end tells besides. */
  #describeEnd(): Readonly<Record<string, string>> {
    const { duration, direction, recording, world } = this;
    const hasResponse = direction !== 'inbound' || world.settings.deviations.inboundSipResponse === 'present';
    return {
      CallDuration: String(duration),
      Duration: String(Math.ceil(duration / 60)),
      ...(hasResponse && { SipResponseCode: sipResponseOf(this) }),
      ...recording?.parameters,
    };
  }

  #note(): number {
    const { sid: callSid, status, direction, from, to, parent, origin } = this;
    const kin = { ...(parent && { parentCallSid: parent.sid }), ...(origin && { originCallSid: origin.sid }) };
    return this.world.log.add({ type: 'call', callSid, status, direction, from, to, ...kin });
  }

  /** Tells whoever asked to be told. Only what is told has a number in the sequence. */
  #report(cause: number): void {
    const { progress, world } = this;
    const event = this.isOver ? 'completed' : EVENTS[this.#status];
    if (progress === undefined || event === undefined || !progress.events.includes(event)) return;
    const { answeredCallback, rejectReport } = world.settings.deviations;
    if (this.isRejected && rejectReport === 'not-sent') return;
    const webhook: Webhook = {
      kind: KINDS[this.direction],
      url: progress.url,
      method: progress.method,
      parameters: {
        ...this.parameters(),
        Timestamp: new Date(world.clock.now).toUTCString().replace('GMT', '+0000'),
        CallbackSource: 'call-progress-events',
        SequenceNumber: String(this.#sequence++),
        ...(this.isOver && this.#describeEnd()),
        // We call from our own numbers, whose right to call is known best.
        ...(this.direction === 'outbound-api' && this.to.startsWith('+') && SIGNED.includes(this.#status) && { StirStatus: 'A' }),
      },
      callSid: this.sid,
      jar: this.jar,
      causes: [cause],
    };
    if (event === 'answered' && answeredCallback === 'later') world.clock.after(LATER_MS, () => sendCallback(webhook, world));
    else sendCallback(webhook, world);
  }
}
