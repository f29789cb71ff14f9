import { type Call, type Emulator, EmulatorError } from '../../emulator/index.js';
import type { CallAct } from './act.js';

/** How long the caller stays on the line after the last act, in milliseconds of the clock. */
const PATIENCE_MS = 120_000;

/** Verbs that wait for the caller to do something. */
const ASKING: readonly string[] = ['Gather', 'Record', 'Pay'];

/** The person who calls: does one act after the other, each when something is there for it. */
export class Caller {
  readonly #twilio: Emulator;
  readonly #call: Call;
  /** The verbs that run and wait for the caller. */
  readonly #asking: string[] = [];
  #asked = 0;

  constructor(twilio: Emulator, call: Call) {
    this.#twilio = twilio;
    this.#call = call;
    twilio.on((event) => {
      if (event.type !== 'verb' || event.callSid !== call.sid || !ASKING.includes(event.verb)) return;
      if (event.phase === 'begin') this.#asking.push(event.verb);
      else {
        this.#asking.pop();
        this.#asked += 1;
      }
    });
  }

  get isOnTheLine(): boolean {
    return this.#call.status === 'in-progress' || this.#call.status === 'ringing';
  }

  /** Does the acts in turn. @returns Those that nothing was there for. */
  async perform(acts: readonly CallAct[]): Promise<readonly CallAct[]> {
    for (const [index, act] of acts.entries()) {
      if (!(await this.do(act))) return acts.slice(index);
    }
    return [];
  }

  /** @returns Whether something was there for it. */
  async do(act: CallAct): Promise<boolean> {
    try {
      if (act.does === 'hang-up') await this.#call.hangUp();
      if (act.does === 'press') await this.#call.press(act.keys);
      if (act.does === 'record' && !(await this.#stayUntil(() => this.#asking.includes('Record')))) return false;
      if (act.does === 'say' || act.does === 'record') await this.#call.say(act.words);
      return act.does !== 'wait' || (await this.#keepSilent());
    } catch (error) {
      if (error instanceof EmulatorError) return false;
      throw error;
    }
  }

  /** Stays on the line until the call ends, and hangs up when it takes too long. @returns Whether it did. */
  async stay(): Promise<boolean> {
    const end = this.#twilio.now + PATIENCE_MS;
    await this.#stayUntil(() => this.#twilio.now >= end);
    if (!this.isOnTheLine) return false;
    await this.#call.hangUp();
    return true;
  }

  /** Does nothing until what asks next has given up. */
  #keepSilent(): Promise<boolean> {
    const before = this.#asked;
    return this.#stayUntil(() => this.#asked > before);
  }

  /** @returns Whether it came about before the call ended. */
  async #stayUntil(isSo: () => boolean): Promise<boolean> {
    while (!isSo() && this.isOnTheLine) await this.#call.stay(200);
    return isSo();
  }
}
