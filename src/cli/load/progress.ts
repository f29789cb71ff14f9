import type { Pulse } from '../../load/load-run.js';
import type { CommandContext } from '../context.js';
import { describeMs } from './describe-load.js';

/** Where there is no terminal, a line is written so often. */
const QUIET_MS = 10_000;

/** Shows how it goes: one line that is written over and over in a terminal, else one every ten seconds. */
export class Progress {
  readonly #context: CommandContext;
  readonly #isTerminal: boolean;
  readonly #start = performance.now();
  #last = performance.now();
  #width = 0;

  constructor(context: CommandContext) {
    this.#context = context;
    this.#isTerminal = context.isTerminal === true;
  }

  show(pulse: Pulse): void {
    const now = performance.now();
    if (!this.#isTerminal && now - this.#last < QUIET_MS) return;
    this.#last = now;
    const line = describe(pulse, Math.round((now - this.#start) / 1000));
    this.#write(line);
  }

  /** Makes room for what is printed next. */
  end(): void {
    if (this.#isTerminal && this.#width > 0) this.#context.stderr.write(`\r${' '.repeat(this.#width)}\r`);
  }

  #write(line: string): void {
    // What is longer than the line is would stay behind it.
    this.#context.stderr.write(this.#isTerminal ? `\r${line.padEnd(this.#width)}` : `${line}\n`);
    this.#width = line.length;
  }
}

function describe({ started, live, sent, p99, wrong }: Pulse, seconds: number): string {
  return `${seconds} s  ${started} people, ${live} at it  ${sent} webhooks  p99 ${describeMs(p99)}  ${wrong} wrong`;
}
