import { EmulatorError } from '../emulator-error.js';
import type { World } from '../world.js';
import { bareAddress, channelOf } from './channel.js';
import type { TextOptions } from './incoming.js';
import type { Message } from './message.js';
import type { Received } from './receive.js';
import type { Thread } from './thread.js';

/** How long to wait for a text where nothing else is said. */
const WITHIN = 60_000;

const PREFIXES = ['', 'whatsapp:', 'rcs:', 'messenger:'];

/** The texts of a telephone, at its number and at the addresses that channels make of it. */
export class Inbox {
  readonly #world: World;
  readonly #address: string;

  constructor(world: World, address: string) {
    this.#world = world;
    this.#address = address;
  }

  /** Both directions, in the order in which they were written or came. */
  get messages(): readonly Message[] {
    const threads = this.#threads().filter(({ messages }) => messages.length > 0);
    if (threads.length < 2) return [...(threads[0]?.messages ?? [])];
    return threads.flatMap(({ messages }) => messages).sort((one, other) => one.createdAt - other.createdAt);
  }

  /** Writes to one of our senders. Resolves when the application has answered, and what it sends has arrived. */
  async write(to: string, body: string, options: TextOptions): Promise<Message> {
    const { clock } = this.#world;
    const { message, answered, done } = this.send(to, body, options);
    // With a clock that only the test moves, nothing would ever arrive while the test waits.
    await (clock.passes ? clock.wait(done) : answered);
    return message;
  }

  /** Writes, and waits for nothing. */
  send(to: string, body: string, options: TextOptions): Received {
    const world = this.#world;
    if (!world.directory.numbers.has(to)) throw world.directory.unknown(to);
    const prefix = channelOf(to) === 'sms' ? '' : `${channelOf(to)}:`;
    const from = channelOf(this.#address) === 'sms' ? `${prefix}${this.#address}` : this.#address;
    const received = world.messaging.receive({ ...options, from, to, body });
    world.messaging.thread(from).write(received.message);
    return received;
  }

  /** Takes the first text that nobody has taken yet and that fits, or waits for one. */
  async receive(pattern: string | RegExp | undefined): Promise<Message> {
    const fits = ({ body }: Message) => pattern === undefined || matches(pattern, body);
    return this.#take(fits) ?? (await this.#world.clock.wait(this.#untilFound(fits, pattern)));
  }

  #take(fits: (message: Message) => boolean): Message | undefined {
    for (const thread of this.#threads()) {
      const message = thread.take(fits);
      if (message !== undefined) return message;
    }
    return undefined;
  }

  #untilFound(fits: (message: Message) => boolean, pattern: string | RegExp | undefined): Promise<Message> {
    return new Promise((resolve, reject) => {
      const finish = () => {
        timer.cancel();
        for (const stop of stops) stop();
      };
      const look = () => {
        const message = this.#take(fits);
        if (message === undefined) return;
        finish();
        resolve(message);
      };
      const stops = this.#threads().map((thread) => thread.watch(look));
      const give = () => {
        finish();
        reject(new EmulatorError('EMULATOR_NO_CALL', this.#describe(pattern)));
      };
      const timer = this.#world.clock.after(WITHIN, give, 'deadline');
    });
  }

  #threads(): readonly Thread[] {
    const messaging = this.#world.messaging;
    if (channelOf(this.#address) !== 'sms') return [messaging.thread(this.#address)];
    return PREFIXES.map((prefix) => messaging.thread(prefix + bareAddress(this.#address)));
  }

  /** All that helps to find why a text did not come. */
  #describe(pattern: string | RegExp | undefined): string {
    const { webhooks, findings } = this.#world;
    const wanted = pattern === undefined ? 'no text' : `no text like ${typeof pattern === 'string' ? JSON.stringify(pattern) : pattern}`;
    const unread = this.#threads().flatMap((thread) => thread.unread.map(({ body }) => JSON.stringify(body)));
    const last = webhooks.findLast(({ kind }) => kind.startsWith('messaging.'));
    return [
      `${this.#address} got ${wanted} within ${WITHIN / 1000} s of the clock.`,
      unread.length === 0 ? 'There is no unread text.' : `Unread are: ${unread.join(', ')}`,
      last === undefined
        ? 'No webhook about a message was sent.'
        : `Last webhook: ${last.kind}, ${last.method} ${last.url.replace(/\?.*$/s, '')}: ${last.response === undefined ? (last.failure ?? 'no answer yet') : `${last.response.status} ${last.response.body.slice(0, 2000)}`}`,
      ...findings.map(({ twilioCode, message }) => `Finding: ${twilioCode ?? ''} ${message}`),
    ].join('\n');
  }
}

/** Whether a text is contained or matched. A regular expression keeps no place between two texts. */
function matches(pattern: string | RegExp, body: string): boolean {
  return typeof pattern === 'string' ? body.includes(pattern) : new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')).test(body);
}
