import type { Sound } from '../calls/ear.js';
import type { Listener, Speech } from '../calls/line.js';
import type { Timer } from '../clock/clock.js';
import { readFlag, readInteger, readList } from './read.js';
import { tell } from './tell.js';
import type { VerbContext } from './verb.js';

/** What was entered at a `<Gather>`. */
export type Input =
  | { readonly type: 'keys'; readonly digits: string; readonly finishedOn: string }
  | { readonly type: 'speech'; readonly speech: Speech };

/** Where speech is to end with the first pause, it has ended after so long. */
const FIRST_PAUSE_MS = 1000;

/** How long somebody may speak: https://www.twilio.com/docs/voice/twiml/gather#speechtimeout */
const LONGEST_SPEECH = 60;

/**
 * Takes what a caller enters at a `<Gather>`, until it is complete: the key that finishes it was pressed, there are enough keys, or nothing
 * came for too long. The first kind of input wins. https://www.twilio.com/docs/voice/twiml/gather
 */
export class Collector {
  readonly listener: Listener;
  readonly #context: VerbContext;
  readonly #cutPrompts: () => void;
  readonly #done: (input: Input) => void;
  readonly #finishOnKey: string;
  readonly #numDigits: number;
  readonly #timeoutMs: number;
  readonly #speechTimeoutMs: number;
  readonly #longestMs: number;
  readonly #isInterruptible: boolean;
  #digits = '';
  #speech: Speech | undefined;
  /** What is being said at the moment. */
  #speaking: Speech | undefined;
  #hasBegun = false;
  #timer: Timer | undefined;
  #partialTimers: readonly Timer[] = [];
  #silence: Sound | undefined;
  #partials = 0;

  constructor(context: VerbContext, cutPrompts: () => void, done: (input: Input) => void) {
    const { node } = context;
    this.#context = context;
    this.#cutPrompts = cutPrompts;
    this.#done = done;
    this.#finishOnKey = node.attributes.finishOnKey ?? '#';
    this.#numDigits = readInteger(node, 'numDigits', Number.POSITIVE_INFINITY, 1);
    const { gatherTimeoutAuto } = context.leg.world.settings.deviations;
    const isAuto = (name: string) => node.attributes[name]?.trim() === 'auto';
    this.#timeoutMs = isAuto('timeout') && gatherTimeoutAuto === 'first-pause' ? FIRST_PAUSE_MS : readInteger(node, 'timeout', 5) * 1000;
    this.#speechTimeoutMs = isAuto('speechTimeout') ? FIRST_PAUSE_MS : readInteger(node, 'speechTimeout', this.#timeoutMs / 1000) * 1000;
    this.#longestMs = readInteger(node, 'maxSpeechTime', LONGEST_SPEECH, 1, LONGEST_SPEECH) * 1000;
    this.#isInterruptible = readFlag(node, 'bargeIn', true);
    const kinds = readList(node, 'input', ['dtmf']);
    this.listener = {
      ...(kinds.includes('dtmf') && { key: (key: string) => this.#key(key) }),
      ...(kinds.includes('speech') && {
        speechStart: (speech: Speech) => this.#speechStart(speech),
        speech: (speech: Speech) => this.#speechEnd(speech),
      }),
    };
  }

  /** What has come so far. */
  get entered(): Input {
    if (this.#speech !== undefined) return { type: 'speech', speech: this.#speech };
    return { type: 'keys', digits: this.#digits, finishedOn: '' };
  }

  /** The prompts are over: from now on silence counts. */
  begin(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    if (this.#digits !== '' || this.#speaking !== undefined || this.#speech !== undefined) return;
    this.#hearNothing();
    this.#restart(this.#timeoutMs);
  }

  stop(): void {
    // Prompts that are cut off by a hang-up are over too, and nobody waits behind them.
    this.#hasBegun = true;
    this.#timer?.cancel();
    for (const timer of this.#partialTimers) timer.cancel();
    this.#silence?.end();
  }

  #key(key: string): void {
    if (this.#speaking !== undefined || this.#speech !== undefined || this.#isDeaf) return;
    this.#cutPrompts();
    const isFinish = this.#finishOnKey.includes(key);
    if (!isFinish) this.#digits += key;
    if (isFinish || this.#digits.length >= this.#numDigits) this.#finishKeys(isFinish ? key : '');
    else {
      this.#hearNothing();
      this.#restart(this.#timeoutMs);
    }
  }

  #speechStart(speech: Speech): void {
    if (this.#digits !== '' || this.#isDeaf) return;
    this.#cutPrompts();
    this.#hearNothing();
    this.#speaking = speech;
    this.#restart(this.#longestMs);
    const { clock } = this.#context.leg.world;
    const partMs = speech.ms / (speech.partials.length + 1);
    this.#partialTimers = speech.partials.map((words, index) => clock.after(partMs * (index + 1), () => this.#sendPartial(words)));
  }

  /** What is said after a pause that is shorter than the time-out belongs to what was said before. */
  #speechEnd(speech: Speech): void {
    if (this.#speaking === undefined) return;
    this.#take(speech);
    this.#restart(this.#speechTimeoutMs);
  }

  #take(speech: Speech): void {
    this.#speaking = undefined;
    const before = this.#speech;
    this.#speech = before === undefined ? speech : { ...speech, text: `${before.text} ${speech.text}` };
  }

  /** Whether what comes goes nowhere, because the prompts are not to be cut off. */
  get #isDeaf(): boolean {
    return !this.#isInterruptible && !this.#hasBegun;
  }

  /** Until it is complete, the caller hears nothing. */
  #hearNothing(): void {
    this.#silence ??= this.#context.leg.ear.begin({ type: 'silence' });
  }

  #restart(ms: number): void {
    this.#timer?.cancel();
    this.#timer = this.#context.leg.world.clock.after(ms, () => this.#timeOut());
  }

  #timeOut(): void {
    // Whoever has spoken for too long is not heard to the end.
    if (this.#speaking !== undefined) this.#take(this.#speaking);
    this.#done(this.entered);
  }

  #finishKeys(finishedOn: string): void {
    this.#done({ type: 'keys', digits: this.#digits, finishedOn });
  }

  #sendPartial(text: string): void {
    const { leg, node } = this.#context;
    const SequenceNumber = String(this.#partials++);
    const parameters = { ...leg.parameters(), UnstableSpeechResult: text, StableSpeechResult: '', SequenceNumber };
    tell(this.#context, node, { kind: 'voice.gather.partial', attribute: 'partialResultCallback', parameters });
  }
}
