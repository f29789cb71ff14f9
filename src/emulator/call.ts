import type { Heard } from './calls/heard.js';
import type { Leg } from './calls/leg.js';
import type { CallStatus } from './calls/names.js';
import { type Duration, readDuration } from './duration.js';
import { EmulatorError } from './emulator-error.js';
import { describeFault } from './report.js';
import { stepOf } from './step.js';
import { speakingMs } from './verbs/sound.js';

/** How something is said. */
export interface SayOptions {
  /** How sure the recognition is, from 0 to 1. @default 0.9 */
  readonly confidence?: number | undefined;
  /** What is recognised on the way. */
  readonly partials?: readonly string[] | undefined;
  /** How long it takes to say, in seconds. @default by its length */
  readonly seconds?: number | undefined;
}

/** How long to wait where nothing else is said. */
const WITHIN = 60_000;

/** Keys that do not stand for themselves, but for a pause, in milliseconds. */
const PAUSES: Readonly<Record<string, number>> = { w: 500, W: 1000 };

/** Between two keys. */
const BETWEEN_KEYS_MS = 100;

/** A call as the person at this telephone experiences it. */
export class Call {
  readonly #leg: Leg;
  /** How much of what was heard `hear()` has been through. */
  #position = 0;

  /** @internal */
  constructor(leg: Leg) {
    this.#leg = leg;
  }

  /** The call's SID. Each leg of a call has its own. */
  get sid(): string {
    return this.#leg.sid;
  }

  get from(): string {
    return this.#leg.from;
  }

  get to(): string {
    return this.#leg.to;
  }

  get status(): CallStatus {
    return this.#leg.status;
  }

  /** Whether it was answered. */
  get answered(): boolean {
    return this.#leg.isAnswered;
  }

  /** How long it was spoken on, in whole seconds. */
  get duration(): number {
    return this.#leg.duration;
  }

  /** What is handed over to this telephone: the parameters of the `<Client>` that dialled it. */
  get parameters(): Readonly<Record<string, string>> {
    return this.#leg.handed;
  }

  /** All that was heard so far. */
  get heard(): readonly Heard[] {
    return this.#leg.ear.heard;
  }

  /** Tells of each sound when it begins, and once more when it ends and its `seconds` are known. @returns What ends that. */
  listen(listener: (heard: Heard) => void): () => void {
    return this.#leg.ear.listen(listener);
  }

  /** What was heard, in words, a line each. */
  transcript(): string {
    return transcribe(this.#leg);
  }

  /**
   * Waits until something is heard that contains a text, or that a regular expression matches: spoken words, or the URL of a sound. What was
   * found by an earlier `hear()` is not found again.
   *
   * @param options.within - How long to wait, of the clock. @default 60 seconds
   * @throws EmulatorError `EMULATOR_NOT_HEARD` when it is not heard in time, or the call ends without.
   */
  hear(pattern: string | RegExp, { within = WITHIN }: { readonly within?: Duration | undefined } = {}): Promise<Heard> {
    const ms = readDuration(within);
    return stepOf(this.#leg.world, () => this.#listenFor(pattern, ms));
  }

  /**
   * Presses keys: digits, `*`, `#`, `A` to `D`; `w` waits for half a second, `W` for a whole one.
   *
   * @param options.atOnce - Does not wait until something listens. @default false: with the virtual clock, time passes until then
   * @throws EmulatorError when the call has ended, or ends before anything listens.
   */
  press(keys: string, { atOnce = false }: { readonly atOnce?: boolean | undefined } = {}): Promise<void> {
    if (!/^[0-9*#A-DwW]+$/.test(keys))
      throw new TypeError(`press() takes keys of a telephone, such as '1' or '42#'; got ${JSON.stringify(keys)}`);
    return stepOf(this.#leg.world, async () => {
      await this.#untilHeard('key', atOnce);
      for (const [index, key] of [...keys].entries()) {
        if (index > 0) await this.#pass(PAUSES[key] ?? BETWEEN_KEYS_MS);
        if (PAUSES[key] !== undefined) continue;
        this.#leg.world.log.add({ type: 'input', callSid: this.sid, key });
        this.#leg.line.key(key);
      }
    });
  }

  /**
   * Says something. The promise is kept when it is said.
   *
   * @throws EmulatorError when the call has ended, or ends before anything listens.
   */
  say(text: string, { confidence = 0.9, partials = [], seconds }: SayOptions = {}): Promise<void> {
    return stepOf(this.#leg.world, async () => {
      await this.#untilHeard('speech', false);
      const ms = seconds === undefined ? speakingMs(text) : seconds * 1000;
      this.#leg.world.log.add({ type: 'input', callSid: this.sid, speech: text });
      const finish = this.#leg.line.speak({ text, confidence, ms, partials });
      await this.#pass(ms);
      finish();
    });
  }

  /** Stays on the line for some time of the clock. */
  stay(duration: Duration): Promise<void> {
    const ms = readDuration(duration);
    return stepOf(this.#leg.world, () => this.#pass(ms));
  }

  /** Hangs up. */
  hangUp(): Promise<void> {
    return stepOf(this.#leg.world, async () => {
      this.#checkLive('hang up');
      this.#leg.hangUp();
    });
  }

  /**
   * This SIP endpoint asks to be transferred by SIP REFER: the application is asked at the `referUrl` of the `<Dial>` that connected it.
   *
   * @param target - Where to: a number or a SIP URI, as the header `Refer-To` has it.
   * @throws EmulatorError when the call has ended, or no `<Dial>` takes it.
   */
  refer(target: string): Promise<void> {
    return stepOf(this.#leg.world, async () => {
      this.#checkLive('ask for a transfer');
      if (this.#leg.refer(target)) return;
      const message = `Nothing takes the REFER: only somebody whom a <Dial referUrl> has connected can be transferred.`;
      throw new EmulatorError('EMULATOR_NOT_LISTENING', `${message}\n${describeFault(this.#leg)}`);
    });
  }

  /** Answers a ringing telephone. */
  answer(): Promise<void> {
    return stepOf(this.#leg.world, async () => {
      this.#checkLive('answer');
      this.#leg.phone?.answer(this.#leg);
    });
  }

  /** Refuses a ringing call. */
  decline(): Promise<void> {
    return stepOf(this.#leg.world, async () => {
      this.#checkLive('decline');
      this.#leg.end('busy');
    });
  }

  /** Lets it ring. */
  ignore(): Promise<void> {
    return stepOf(this.#leg.world, async () => {
      this.#leg.phone?.ignore(this.#leg);
    });
  }

  async #listenFor(pattern: string | RegExp, ms: number): Promise<Heard> {
    const { world, ear, scope } = this.#leg;
    const fits = (heard: Heard) => matches(pattern, heard);
    const found = () => {
      for (; this.#position < ear.heard.length; this.#position += 1) {
        const heard = ear.heard[this.#position] as Heard;
        if (heard.seconds === undefined) return undefined;
        if (fits(heard)) {
          this.#position += 1;
          return heard;
        }
      }
      return undefined;
    };
    const already = found();
    if (already !== undefined) return already;
    if (this.#leg.isOver) throw this.#notHeard(pattern, 'the call ended');
    const outcome = new Promise<Heard>((resolve, reject) => {
      const finish = () => {
        stopListening();
        stopWatching();
        timer.cancel();
      };
      const look = (reason?: string) => {
        const heard = found();
        if (heard !== undefined) {
          finish();
          resolve(heard);
        } else if (reason !== undefined) {
          finish();
          reject(this.#notHeard(pattern, reason));
        }
      };
      const stopListening = ear.listen(() => look());
      const stopWatching = this.#leg.watch(() => {
        if (this.#leg.isOver || scope.interruption !== undefined) look('the call ended');
      });
      const timer = world.clock.after(ms, () => look(`${ms / 1000} s passed`), 'deadline');
    });
    return world.clock.wait(outcome);
  }

  #notHeard(pattern: string | RegExp, reason: string): EmulatorError {
    const what = typeof pattern === 'string' ? JSON.stringify(pattern) : String(pattern);
    return new EmulatorError(
      'EMULATOR_NOT_HEARD',
      `${this.#leg.phone?.address ?? this.to} did not hear ${what}: ${reason}.\n${describeFault(this.#leg)}`,
    );
  }

  /** Waits until keys or words come to something. */
  async #untilHeard(kind: 'key' | 'speech', atOnce: boolean): Promise<void> {
    const { line, world } = this.#leg;
    this.#checkLive(kind === 'key' ? 'press keys' : 'speak');
    if (atOnce || !world.clock.drives || line.isHeard(kind)) return;
    const outcome = new Promise<void>((resolve) => {
      const look = () => {
        if (!line.isHeard(kind) && !this.#leg.isOver && this.#leg.scope.interruption === undefined) return;
        stopWatching();
        stopListening();
        resolve();
      };
      const stopListening = line.watch(look);
      const stopWatching = this.#leg.watch(look);
    });
    await world.clock.wait(outcome);
    if (line.isHeard(kind) && !this.#leg.isOver) return;
    const what = kind === 'key' ? 'keys' : 'words';
    throw new EmulatorError('EMULATOR_NOT_LISTENING', `The call ended before anything listened to ${what}.\n${describeFault(this.#leg)}`);
  }

  /** Lets time pass, as long as the call lasts. */
  async #pass(ms: number): Promise<void> {
    const { world, scope } = this.#leg;
    await world.clock.wait(scope.sleep(ms)).catch(() => undefined);
  }

  #checkLive(what: string): void {
    if (!this.#leg.isOver) return;
    throw new EmulatorError(
      'EMULATOR_CALL_ENDED',
      `The call has ended (${this.status}): nobody is there to ${what}.\n${describeFault(this.#leg)}`,
    );
  }
}

function matches(pattern: string | RegExp, { text, url }: Heard): boolean {
  const heard = text ?? url;
  if (heard === undefined) return false;
  return typeof pattern === 'string' ? heard.includes(pattern) : new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).test(heard);
}

/** What a person heard, in words. */
export function transcribe({ ear, createdAt }: Leg): string {
  return ear.heard.map((heard) => `${((heard.at - createdAt) / 1000).toFixed(1).padStart(6)} s  ${describeHeard(heard)}`).join('\n');
}

function describeHeard({ type, text, url, digits, seconds, cut }: Heard): string {
  const what = text === undefined ? (url ?? digits ?? '') : JSON.stringify(text);
  const lasted = seconds === undefined || seconds === 0 ? '' : ` (${seconds} s${cut === true ? ', cut off' : ''})`;
  return `${type}${what === '' ? '' : ` ${what}`}${lasted}`;
}
