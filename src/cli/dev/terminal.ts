import { isSuccess } from '../../emulator/control/state/set-up.js';
import type { EmulatorEvent } from '../../emulator/events.js';
import { findBySeq } from '../../emulator/find-by-seq.js';
import type { World } from '../../emulator/world.js';
import type { CommandContext } from '../context.js';
import { makePaint, type Paint } from '../paint.js';
import { makePrintable } from '../printable.js';

const WAYS = {
  preload: 'through the preload',
  proxy: 'through the proxy',
  url: 'by the URL of the emulator',
  process: 'from this process',
};

/** What comes in by the URL of a number, and what says where that is. */
const WAYS_IN: Readonly<Record<string, string>> = {
  'voice.incoming': 'calls elsewhere? Then say so by --voice <path>',
  'messaging.incoming': 'texts elsewhere? Then say so by --sms <path>',
};

/** What the terminal is told at the start. */
export interface Opening {
  /** With the token. */
  readonly url: string;
  readonly numbers: readonly string[];
  readonly application: string;
  readonly account: string;
  readonly session: string;
  readonly warnings: readonly string[];
}

/** Tells on the terminal, beside the output of the application, how far all is. */
export class DevTerminal {
  readonly #context: Pick<CommandContext, 'stderr' | 'colours'>;
  readonly #paint: Paint;
  readonly #seen = new Set<string>();

  constructor(context: Pick<CommandContext, 'stderr' | 'colours'>) {
    this.#context = context;
    this.#paint = makePaint(context);
  }

  open({ url, numbers, application, account, session, warnings }: Opening): void {
    const rows = [
      ['console', this.#paint('strong', url)],
      ['number', numbers.join('; ')],
      ['app', application],
      ['account', account],
      ['session', session],
    ];
    for (const [label = '', text = ''] of rows) this.#write(`  ${this.#paint('faint', label.padEnd(8))} ${text}`);
    for (const warning of warnings) this.warn(warning);
  }

  /** Says something. */
  tell(text: string): void {
    this.#write(`  ${this.#paint('faint', 'ringback'.padEnd(8))} ${makePrintable(text)}`);
  }

  warn(text: string): void {
    this.#write(`  ${this.#paint('warning', 'warning'.padEnd(8))} ${makePrintable(text)}`);
  }

  /** Follows what happens: the three steps of setting up, and what is wrong, each once. */
  follow(event: EmulatorEvent, world: World): void {
    if (event.type === 'rest') {
      this.#once('rest', `first REST call: ${event.method} ${event.product} ${event.path}, ${WAYS[event.way]}, ${event.status}`);
    }
    if (event.type === 'webhook') this.#once('webhook', `first webhook: ${event.kind} to ${event.url.replace(/\?.*$/s, '')}`);
    if (event.type === 'answer' && isSuccess(event.status))
      this.#once('reply', `first reply: ${event.status} after ${event.durationMs} ms`);
    if (event.type === 'answer' && event.status === 404) this.#showWay(findBySeq(world.webhooks, event.causes[0] ?? 0));
    if (event.type !== 'finding' || event.finding.severity === 'info') return;
    const { twilioCode, message, severity } = event.finding;
    const text = `${twilioCode === undefined ? '' : `${twilioCode} `}${message}`;
    // The same again and again would bury what the application says.
    if (this.#seen.has(text) || this.#seen.size > 500 || world.isClosed) return;
    this.#seen.add(text);
    this.#write(`  ${this.#paint(severity === 'error' ? 'bad' : 'warning', severity.padEnd(8))} ${makePrintable(text)}`);
  }

  /** An application answers calls and texts where it likes: nobody has said so yet. */
  #showWay(webhook: { readonly kind: string; readonly url: string } | undefined): void {
    const way = WAYS_IN[webhook?.kind ?? ''];
    if (webhook === undefined || way === undefined || this.#seen.has(webhook.kind)) return;
    this.#seen.add(webhook.kind);
    const { pathname } = new URL(webhook.url);
    this.warn(`The application has nothing at ${pathname} (404). Does it answer ${way}, or by a ringback.config.json.`);
  }

  #once(step: string, text: string): void {
    if (this.#seen.has(step)) return;
    this.#seen.add(step);
    this.#write(`  ${this.#paint('good', '✓'.padEnd(8))} ${makePrintable(text)}`);
  }

  #write(line: string): void {
    this.#context.stderr.write(`${line}\n`);
  }
}
