import type { Call } from '../emulator/call.js';
import type { Leg } from '../emulator/calls/leg.js';
import { EmulatorError } from '../emulator/emulator-error.js';
import type { EmulatorEvent } from '../emulator/events.js';
import type { LoadAct } from './plan.js';

/** How a caller hesitates: for how many milliseconds, and who is told when the caller acts who was due at a certain time. */
export interface Hesitation {
  think(): number;
  act(callSid: string, dueAt: number): void;
}

/** Verbs that wait for the caller to do something. */
const ASKING: readonly string[] = ['Gather', 'Record', 'Pay'];

/** An agent that has not answered for so long does not answer any more. */
const AGENT_MS = 30_000;

/** A person who calls, in real time: acts when something listens, after having thought, and lets an agent speak. */
export class Caller {
  readonly #call: Call;
  readonly #leg: Leg;
  readonly #hesitation: Hesitation;
  readonly #watchers = new Set<() => void>();
  readonly #asking: string[] = [];
  #asked = 0;
  /** How many answers of an agent were heard. */
  #answers = 0;
  #hasAgent = false;
  readonly #stops: readonly (() => void)[];

  constructor(call: Call, leg: Leg, hesitation: Hesitation) {
    this.#call = call;
    this.#leg = leg;
    this.#hesitation = hesitation;
    const look = () => this.#look();
    this.#stops = [leg.watch(look), leg.line.watch(look), leg.ear.listen(look)];
  }

  /** Something has happened in the call. */
  tell(event: EmulatorEvent): void {
    if (event.type === 'verb' && ASKING.includes(event.verb)) {
      if (event.phase === 'begin') this.#asking.push(event.verb);
      else {
        this.#asking.pop();
        this.#asked += 1;
      }
    } else if (event.type === 'socket') this.#hasAgent = event.state === 'open';
    else if (event.type === 'heard' && event.heard.latencyMs !== undefined) this.#answers += 1;
    this.#look();
  }

  /** Does one thing. @returns Whether something was there for it. */
  async perform(act: LoadAct): Promise<boolean> {
    try {
      if (act.does === 'wait') return await this.#keepSilent();
      if (act.does === 'hang-up') await this.#call.hangUp();
      else if (act.does === 'press') await this.#press(act.keys);
      else await this.#say(act.words, act.does === 'record');
      return true;
    } catch (error) {
      if (error instanceof EmulatorError) return false;
      throw error;
    }
  }

  /** Stays on the line until the other side hangs up, and hangs up when it takes too long. */
  async stay(ms: number): Promise<void> {
    await this.#until(() => false, ms);
    if (!this.#leg.isOver) this.#leg.hangUp();
  }

  /** Nobody listens to it any more. */
  end(): void {
    for (const stop of this.#stops) stop();
  }

  async #press(keys: string): Promise<void> {
    await this.#until(() => this.#leg.line.isHeard('key'));
    await this.#hesitate();
    await this.#call.press(keys);
  }

  async #say(words: string, isRecord: boolean): Promise<void> {
    const { line, ear } = this.#leg;
    await this.#until(() => (isRecord ? this.#asking.includes('Record') : line.isHeard('speech')));
    // Whoever talks with an agent lets it finish.
    if (this.#hasAgent) await this.#until(() => !ear.isBusy, AGENT_MS);
    await this.#hesitate();
    const before = this.#answers;
    await this.#call.say(words);
    if (this.#hasAgent) await this.#until(() => this.#answers > before || !this.#hasAgent, AGENT_MS);
  }

  async #keepSilent(): Promise<boolean> {
    const before = this.#asked;
    return this.#until(() => this.#asked > before);
  }

  async #hesitate(): Promise<void> {
    const ms = this.#hesitation.think();
    const due = performance.now() + ms;
    if (ms > 0) await this.#leg.scope.sleep(ms).catch(() => undefined);
    this.#hesitation.act(this.#leg.sid, due);
  }

  /** @returns Whether it came about before the call ended, or the time was over. */
  async #until(isSo: () => boolean, ms?: number): Promise<boolean> {
    const { scope, world } = this.#leg;
    if (!isSo() && !this.#leg.isOver) {
      await scope
        .wait<void>((resolve) => {
          const look = () => {
            if (isSo() || this.#leg.isOver) resolve();
          };
          this.#watchers.add(look);
          const timer = ms === undefined ? undefined : world.clock.after(ms, () => resolve(), 'limit');
          return () => {
            this.#watchers.delete(look);
            timer?.cancel();
          };
        })
        .catch(() => undefined);
    }
    return isSo();
  }

  #look(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}
