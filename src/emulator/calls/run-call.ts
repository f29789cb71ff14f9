import type { Document } from '../documents/document.js';
import { type FlowEnd, runDocuments, type Target } from '../documents/flow.js';
import { sound, speakingMs } from '../verbs/sound.js';
import type { Leg } from './leg.js';
import { Interruption, type Scope } from './scope.js';

/** What Twilio says where an application has failed: https://www.twilio.com/docs/api/errors/11200 */
const APOLOGY = 'We are sorry, an application error has occurred. Goodbye.';

/** What it says to whoever calls a number that rejects. */
const UNAVAILABLE = 'The number you have dialed is not in service.';

/** The document that a call runs, which REST may replace in the middle. */
export class CallRun {
  readonly #leg: Leg;
  #scope: Scope;
  #update: Target | Document | undefined;

  constructor(leg: Leg) {
    this.#leg = leg;
    this.#scope = leg.scope.child();
  }

  /** Runs documents until the call is over. It throws nothing. */
  async run(start: Target | Document): Promise<void> {
    let next: Target | Document | undefined = start;
    while (next !== undefined) {
      try {
        await this.#conclude(await runDocuments(this.#leg, this.#scope, 'call', next));
        next = undefined;
      } catch (error) {
        if (!(error instanceof Interruption)) return this.#fail(error);
        next = error.reason === 'updated' ? this.#takeUpdate() : undefined;
      }
    }
  }

  /** Replaces what is running. */
  update(next: Target | Document): void {
    this.#update = next;
    this.#scope.end('updated');
  }

  #takeUpdate(): Target | Document | undefined {
    const update = this.#update;
    this.#update = undefined;
    this.#scope = this.#leg.scope.child();
    return update;
  }

  async #conclude(end: FlowEnd): Promise<void> {
    const leg = this.#leg;
    if (end.end === 'rejected') {
      leg.isRejected = true;
      const isBusy = end.reason === 'busy';
      if (isBusy) leg.ear.note({ type: 'busy' });
      else await sound(leg, this.#scope, { type: 'unavailable', text: UNAVAILABLE }, speakingMs(leg, UNAVAILABLE));
      return leg.end(isBusy ? 'busy' : 'no-answer');
    }
    // Nobody was reached, and nobody has answered the caller: https://www.twilio.com/docs/voice/twiml/dial#answeronbridge
    if (leg.staysUnanswered && !leg.isAnswered) return leg.end('no-answer');
    if (end.end === 'failed') {
      leg.answer();
      await sound(leg, this.#scope, { type: 'apology', text: APOLOGY }, speakingMs(leg, APOLOGY));
    }
    leg.end();
  }

  /** A fault of the emulator itself: the call ends, and the finding says so. */
  #fail(error: unknown): void {
    const message = `The emulator failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    this.#leg.world.report({ severity: 'error', message });
    this.#leg.end('failed');
  }
}
