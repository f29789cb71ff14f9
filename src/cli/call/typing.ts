import type { Call, Emulator } from '../../emulator/index.js';
import type { Output, Terminal } from '../context.js';
import { type Answering, readTyped } from './act.js';
import type { Caller } from './caller.js';

/** Lets somebody at a terminal take part in a call. */
export class Typing {
  readonly #terminal: Terminal;
  readonly #output: Output;
  /** Who rings, and waits for the user to say what becomes of it; the first is asked for. */
  readonly #ringing: ((answer: Answering) => void)[] = [];

  constructor(terminal: Terminal, output: Output) {
    this.#terminal = terminal;
    this.#output = output;
  }

  /** Asks how somebody behaves whose telephone rings. */
  readonly decide = (address: string): Promise<Answering> => {
    this.#output.write(`           ${address} rings: do they answer? (a = answer, b = busy, n = nobody answers)\n`);
    return new Promise((resolve) => this.#ringing.push(resolve));
  };

  /** Does what is typed, until the call is over or the signal aborts. */
  async run(caller: Caller, call: Call, twilio: Emulator, signal: AbortSignal): Promise<void> {
    const over = new Promise<void>((resolve) => {
      const look = () => (caller.isOnTheLine ? undefined : resolve());
      twilio.on(look);
      look();
      signal.addEventListener('abort', () => resolve());
    });
    try {
      await Promise.race([over, this.#take(caller)]);
      // Who has closed the input still listens.
      if (!signal.aborted) await over;
      if (caller.isOnTheLine) await call.hangUp();
    } finally {
      this.#terminal.close();
    }
  }

  async #take(caller: Caller): Promise<void> {
    for await (const line of this.#terminal.lines) {
      const ringing = this.#ringing.shift();
      if (ringing !== undefined) ringing(readAnswering(line));
      else await this.#act(caller, line);
    }
  }

  async #act(caller: Caller, line: string): Promise<void> {
    const act = readTyped(line);
    // Time passes by itself: silence is what happens until the next line.
    if (act.does !== 'wait' && !(await caller.do(act))) this.#output.write('           Nobody is there to hear it.\n');
  }
}

function readAnswering(line: string): Answering {
  if (/^a/i.test(line.trim())) return 'answer';
  return /^b/i.test(line.trim()) ? 'busy' : 'no-answer';
}
