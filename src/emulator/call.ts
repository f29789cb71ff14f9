import { SAMPLE_RATE } from './audio/mu-law.js';
import { readSound } from './audio/wav.js';
import type { Heard } from './calls/heard.js';
import { Hearing, type Search } from './calls/hearing.js';
import type { Leg } from './calls/leg.js';
import { readPartials } from './calls/line.js';
import type { CallStatus } from './calls/names.js';
import { transcribe } from './calls/transcript.js';
import type { UserMessageContent } from './calls/user-messages.js';
import { type Duration, readDuration } from './duration.js';
import { EmulatorError } from './emulator-error.js';
import { checkNames, HEAR, PRESS, SAY } from './known-names.js';
import { describeFault } from './report.js';
import { stepOf } from './step.js';
import { speakingMs } from './verbs/sound.js';

/** How something is said. */
export interface SayOptions {
  /** How sure the recognition is, from 0 to 1. @default 0.9 */
  readonly confidence?: number | undefined;
  /** What is recognised on the way; `true`: word by word. */
  readonly partials?: readonly string[] | boolean | undefined;
  /** How long it takes to say, in seconds. @default by its length */
  readonly seconds?: number | undefined;
}

/** How long to wait where nothing else is said. */
const WITHIN = 60_000;

/** Keys that do not stand for themselves, but for a pause, in milliseconds. */
const PAUSES: Readonly<Record<string, number>> = { w: 500, W: 1000 };

/** How long `interrupt()` waits for something to interrupt. */
const MOST_PATIENCE_MS = 3000;

/** When no word has come for so long, nobody is speaking any more. */
const LONGEST_WORD_MS = 3000;

const BYTES_A_MS = SAMPLE_RATE / 1000;

/** Between two keys. */
const BETWEEN_KEYS_MS = 100;

/** A call as the person at this telephone experiences it. */
export class Call {
  readonly #leg: Leg;
  readonly #hearing: Hearing;
  /** What `hear()` has found in the middle: whoever is polite lets it be said to its end. */
  #unfinished: Heard | undefined;

  /** @internal */
  constructor(leg: Leg) {
    this.#leg = leg;
    this.#hearing = new Hearing(leg.ear);
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

  /** What the application sent to this device beside the sound, by `client.calls(sid).userDefinedMessages.create()`. */
  get received(): readonly UserMessageContent[] {
    return this.#leg.userMessages.received;
  }

  /** Sends a message beside the sound, as a Voice SDK device does: whoever subscribed to the messages of the call gets it. */
  send(content: UserMessageContent): Promise<void> {
    return stepOf(this.#leg.world, async () => {
      this.#checkLive('send anything');
      this.#leg.userMessages.send(content);
    });
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
   * Waits until something was heard that contains a text, or that a regular expression matches: spoken words, or the URL of a sound. What was
   * found by an earlier `hear()` is not found again, nor is what began before it and was over. A sound counts when it has come to its end, or, where
   * the time is over first, as far as it was heard; what an agent says counts word by word.
   *
   * @param options.within - How long to wait, of the clock. @default 60 seconds
   * @throws EmulatorError `EMULATOR_NOT_HEARD` when it is not heard in time, or the call ends without.
   */
  hear(pattern: string | RegExp, options: { readonly within?: Duration | undefined } = {}): Promise<Heard> {
    checkNames(options, HEAR, 'call.hear()');
    const ms = readDuration(options.within ?? WITHIN);
    return stepOf(this.#leg.world, () => this.#listenFor(pattern, ms));
  }

  /**
   * Presses keys: digits, `*`, `#`, `A` to `D`; `w` waits for half a second, `W` for a whole one.
   *
   * @param options.atOnce - Does not wait until something listens. @default false: with the virtual clock, time passes until then
   * @throws EmulatorError when the call has ended, or ends before anything listens.
   */
  press(keys: string, options: { readonly atOnce?: boolean | undefined } = {}): Promise<void> {
    checkNames(options, PRESS, 'call.press()');
    if (!/^[0-9*#A-DwW]+$/.test(keys))
      throw new TypeError(`press() takes keys of a telephone, such as '1' or '42#'; got ${JSON.stringify(keys)}`);
    return stepOf(this.#leg.world, async () => {
      await this.#untilHeard('key', options.atOnce === true);
      for (const [index, key] of [...keys].entries()) {
        if (index > 0) await this.#pass(PAUSES[key] ?? BETWEEN_KEYS_MS);
        if (PAUSES[key] !== undefined) continue;
        this.#leg.world.log.add({ type: 'input', callSid: this.sid, key });
        this.#leg.line.key(key);
      }
    });
  }

  /**
   * Says something. The promise is kept when it is said. What an agent says is cut off by it, unless `hear()` has found a part of it just
   * before: then it is said to its end first. `interrupt()` does not wait.
   *
   * @throws EmulatorError when the call has ended, or ends before anything listens.
   */
  say(text: string, options: SayOptions = {}): Promise<void> {
    checkNames(options, SAY, 'call.say()');
    return stepOf(this.#leg.world, async () => {
      await this.#untilHeard('speech', false);
      await this.#untilFinished();
      await this.#speak(text, options);
    });
  }

  /**
   * Speaks while the other side does, which cuts off what Twilio or an agent says as far as that may be. Where nothing is heard at the
   * moment, time passes until something is, for three seconds at most.
   *
   * @throws EmulatorError when the call has ended, or ends before anything listens.
   */
  interrupt(text: string, options: SayOptions = {}): Promise<void> {
    checkNames(options, SAY, 'call.interrupt()');
    return stepOf(this.#leg.world, async () => {
      await this.#untilHeard('speech', false);
      await this.#untilEar(() => this.#leg.ear.isBusy, MOST_PATIENCE_MS);
      await this.#speak(text, options);
    });
  }

  /**
   * Plays sound into the telephone, which media streams carry to the application. The promise is kept when it has been played.
   *
   * @param audio - Raw mu-law of 8000 samples a second, or a WAV of 16-bit samples at any rate.
   * @throws EmulatorError when the call has ended, or ends before a stream listens; TypeError when the WAV is of another kind.
   */
  play(audio: Uint8Array): Promise<void> {
    const sound = readSound(audio);
    return stepOf(this.#leg.world, async () => {
      await this.#untilLine(() => this.#leg.line.carriesSound, 'play sound', 'a stream listened to sound');
      this.#leg.line.play(sound);
      await this.#pass(sound.length / BYTES_A_MS);
    });
  }

  /** What the media streams of the call carried up to now, as a WAV: what this person played left, what they heard right. */
  get audio(): Uint8Array {
    const { tape, answeredAt, createdAt, endedAt, world } = this.#leg;
    return tape.toWav(answeredAt ?? createdAt, endedAt ?? world.clock.now);
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
   * This SIP endpoint asks by SIP REFER that whoever it talks with is transferred: the application is asked at the `referUrl` of the `<Dial>`
   * that connected the two, and this call ends.
   *
   * @param target - Where to: a number or a SIP URI, as the header `Refer-To` has it.
   * @throws EmulatorError when the call has ended, or no `<Dial>` takes it.
   */
  refer(target: string): Promise<void> {
    return stepOf(this.#leg.world, async () => {
      this.#checkLive('ask for a transfer');
      if (this.#leg.refer(target)) return;
      const message = 'Nothing takes the REFER: only somebody whom a <Dial> has connected can be transferred.';
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
      this.#leg.hangUp();
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
    const search = this.#hearing.search(pattern);
    const find: Search = (atLast) => {
      const heard = search(atLast);
      if (heard !== undefined) this.#unfinished = heard.seconds === undefined ? heard : undefined;
      return heard;
    };
    const already = find();
    if (already !== undefined) return already;
    if (this.#leg.isOver) throw this.#notHeard(pattern, 'the call ended');
    const outcome = new Promise<Heard>((resolve, reject) => {
      const finish = () => {
        stopListening();
        stopWatching();
        timer.cancel();
      };
      const look = (reason?: string) => {
        const heard = find(reason !== undefined);
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
    const [what, whom] = kind === 'key' ? ['press keys', 'anything listened to keys'] : ['speak', 'anything listened to words'];
    await this.#untilLine(() => atOnce || this.#leg.line.isHeard(kind), what as string, whom as string);
  }

  /** Waits until somebody listens in the right way. */
  async #untilLine(isHeard: () => boolean, what: string, whom: string): Promise<void> {
    const { line, world } = this.#leg;
    this.#checkLive(what);
    await this.#until(isHeard, (look) => line.watch(look));
    if (!world.peopleWait || (isHeard() && !this.#leg.isOver)) return;
    throw new EmulatorError('EMULATOR_NOT_LISTENING', `The call ended before ${whom}.\n${describeFault(this.#leg)}`);
  }

  /** Lets what was heard in part be said to its end, or until nothing more of it comes. */
  async #untilFinished(): Promise<void> {
    const heard = this.#unfinished;
    this.#unfinished = undefined;
    let length = heard?.text?.length;
    while (heard !== undefined && heard.seconds === undefined && !this.#leg.isOver) {
      await this.#untilEar(() => heard.seconds !== undefined || heard.text?.length !== length, LONGEST_WORD_MS);
      if (heard.text?.length === length) return;
      length = heard.text?.length;
    }
  }

  /** Waits until something is so of what is heard, or some time has passed, or the call has ended. */
  #untilEar(isSo: () => boolean, ms: number): Promise<void> {
    return this.#until(isSo, (look) => this.#leg.ear.listen(look), ms);
  }

  /** Waits until something is so or the call has ended; where people wait at all, and so long at most. */
  async #until(isSo: () => boolean, watch: (look: () => void) => () => void, ms?: number): Promise<void> {
    const { world, scope } = this.#leg;
    if (!world.peopleWait || isSo()) return;
    const outcome = new Promise<void>((resolve) => {
      const finish = () => {
        for (const stop of stops) stop();
        timer?.cancel();
        resolve();
      };
      const look = () => {
        if (isSo() || this.#leg.isOver || scope.interruption !== undefined) finish();
      };
      const stops = [watch(look), this.#leg.watch(look)];
      const timer = ms === undefined ? undefined : world.clock.after(ms, finish);
    });
    await world.clock.wait(outcome);
  }

  async #speak(text: string, { confidence = 0.9, partials = [], seconds }: SayOptions): Promise<void> {
    const { world, line } = this.#leg;
    const ms = seconds === undefined ? speakingMs(this.#leg, text) : seconds * 1000;
    world.log.add({ type: 'input', callSid: this.sid, speech: text });
    const finish = line.speak({ text, confidence, ms, partials: readPartials(partials, text) });
    await this.#pass(ms);
    finish();
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
