import type { Sound } from '../calls/ear.js';
import type { Listener, Speech } from '../calls/line.js';
import type { Timer } from '../clock/clock.js';
import { resolveIn } from '../documents/document.js';
import { sendCallback } from '../wire/callbacks.js';
import { readInteger, readList, readMethod } from './read.js';
import type { VerbContext } from './verb.js';

/** What was entered at a `<Gather>`. */
export type Input =
  | { readonly type: 'keys'; readonly digits: string; readonly finishedOn: string }
  | { readonly type: 'speech'; readonly speech: Speech };

/** Where speech is to end with the first pause, it has ended after so long. */
const FIRST_PAUSE_MS = 1000;

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
  #digits = '';
  #speech: Speech | undefined;
  #isSpeaking = false;
  #hasBegun = false;
  #timer: Timer | undefined;
  #silence: Sound | undefined;
  #partials = 0;

  constructor(context: VerbContext, cutPrompts: () => void, done: (input: Input) => void) {
    const { node } = context;
    this.#context = context;
    this.#cutPrompts = cutPrompts;
    this.#done = done;
    this.#finishOnKey = node.attributes.finishOnKey ?? '#';
    this.#numDigits = readInteger(node, 'numDigits', Number.POSITIVE_INFINITY, 1);
    this.#timeoutMs = readInteger(node, 'timeout', 5) * 1000;
    const isAuto = node.attributes.speechTimeout === 'auto';
    this.#speechTimeoutMs = isAuto ? FIRST_PAUSE_MS : readInteger(node, 'speechTimeout', this.#timeoutMs / 1000) * 1000;
    const kinds = readList(node, 'input', ['dtmf']);
    this.listener = {
      ...(kinds.includes('dtmf') && { key: (key: string) => this.#key(key) }),
      ...(kinds.includes('speech') && {
        speechStart: () => this.#speechStart(),
        speech: (speech: Speech) => this.#speechEnd(speech),
      }),
    };
  }

  /** The prompts are over: from now on silence counts. */
  begin(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    if (this.#digits !== '' || this.#isSpeaking || this.#speech !== undefined) return;
    this.#silence = this.#context.leg.ear.begin({ type: 'silence' });
    this.#restart(this.#timeoutMs);
  }

  stop(): void {
    this.#timer?.cancel();
    this.#silence?.end();
  }

  #key(key: string): void {
    if (this.#isSpeaking || this.#speech !== undefined) return;
    this.#interruptPrompts();
    const isFinish = this.#finishOnKey.includes(key);
    if (!isFinish) this.#digits += key;
    if (isFinish || this.#digits.length >= this.#numDigits) this.#finishKeys(isFinish ? key : '');
    else this.#restart(this.#timeoutMs);
  }

  #speechStart(): void {
    if (this.#digits !== '') return;
    this.#interruptPrompts();
    this.#isSpeaking = true;
    this.#timer?.cancel();
  }

  /** What is said after a pause that is shorter than the time-out belongs to what was said before. */
  #speechEnd(speech: Speech): void {
    if (!this.#isSpeaking) return;
    this.#isSpeaking = false;
    const before = this.#speech;
    this.#speech = before === undefined ? speech : { ...speech, text: `${before.text} ${speech.text}` };
    for (const partial of speech.partials) this.#sendPartial(partial);
    this.#restart(this.#speechTimeoutMs);
  }

  #interruptPrompts(): void {
    this.#cutPrompts();
    this.#silence?.end();
  }

  #restart(ms: number): void {
    this.#timer?.cancel();
    this.#timer = this.#context.leg.world.clock.after(ms, () => this.#timeOut());
  }

  #timeOut(): void {
    if (this.#speech === undefined) this.#finishKeys('');
    else this.#done({ type: 'speech', speech: this.#speech });
  }

  #finishKeys(finishedOn: string): void {
    this.#done({ type: 'keys', digits: this.#digits, finishedOn });
  }

  #sendPartial(text: string): void {
    const { leg, document, node, event } = this.#context;
    const { partialResultCallback } = node.attributes;
    if (partialResultCallback === undefined) return;
    sendCallback(
      {
        kind: 'voice.gather.partial',
        url: resolveIn(document, partialResultCallback),
        method: readMethod(node, 'partialResultCallbackMethod'),
        parameters: {
          ...leg.parameters(),
          UnstableSpeechResult: text,
          StableSpeechResult: '',
          SequenceNumber: String(this.#partials++),
        },
        callSid: leg.sid,
        jar: leg.jar,
        causes: [event],
      },
      leg.world,
    );
  }
}
