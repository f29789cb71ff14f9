import type { Clock } from '../clock/clock.js';
import { CookieJar } from '../wire/cookies.js';

/** How long cookies are kept while nobody writes: https://www.twilio.com/docs/messaging/tutorials/how-to-use-cookies */
const COOKIES_MS = 4 * 3_600_000;

/** How long free text may follow what a person wrote: https://www.twilio.com/docs/api/errors/63016 */
const WINDOW_MS = 24 * 3_600_000;

/** How many replies may go between two numbers in so much time: https://www.twilio.com/docs/api/errors/14107 */
const MOST_REPLIES = 15;
const REPLIES_MS = 30_000;

/** Two addresses that write to one another. */
export class Conversation {
  readonly #clock: Clock;
  #jar = new CookieJar();
  #jarUsedAt = 0;
  #lastWroteAt: number | undefined;
  #replies: number[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The cookies of the application. */
  get jar(): CookieJar {
    if (this.#clock.now - this.#jarUsedAt > COOKIES_MS) this.#jar = new CookieJar();
    this.#jarUsedAt = this.#clock.now;
    return this.#jar;
  }

  /** Whether the person has written in the last 24 hours. */
  get isOpen(): boolean {
    return this.#lastWroteAt !== undefined && this.#clock.now - this.#lastWroteAt <= WINDOW_MS;
  }

  /** The person writes. */
  wrote(): void {
    this.#lastWroteAt = this.#clock.now;
  }

  /** Counts a reply. @returns Whether it may go: too many in a short time are a loop. */
  mayReply(): boolean {
    const { now } = this.#clock;
    this.#replies = this.#replies.filter((at) => now - at < REPLIES_MS);
    if (this.#replies.length >= MOST_REPLIES) return false;
    this.#replies.push(now);
    return true;
  }
}
