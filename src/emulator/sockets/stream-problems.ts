import { isWav } from '../audio/wav.js';
import type { Leg } from '../calls/leg.js';

/** So much sound waiting to be heard is no answer any more that a caller can interrupt. */
const MOST_BUFFERED_MS = 60_000;

/** An answer that begins later than this is felt as a pause. */
const LONGEST_PAUSE_MS = 800;

/** What is wrong with what an application sends on a media stream; of each kind once a stream, as Twilio does. */
export class StreamProblems {
  readonly #leg: Leg;
  readonly #told = new Set<string>();

  constructor(leg: Leg) {
    this.#leg = leg;
  }

  tellBinary(): void {
    this.#tell(31950, 'The application sent bytes: messages of a media stream are text.');
  }

  tellOneWay(): void {
    this.#tell(31924, 'The application sent a message on a stream that goes one way: only <Connect><Stream> takes any.');
  }

  tellUnknown(): void {
    this.#tell(31951, 'The application sent a message that media streams do not know, or that lacks what it needs.');
  }

  tellForeign(): void {
    this.#tell(31951, 'The application sent a message with the streamSid of another stream.', 'foreign');
  }

  tellNotBase64(): void {
    this.#tell(31950, 'The payload of a media message is not base64.', 'base64');
  }

  tellDropped(): void {
    this.#note('clear', 'The application sent clear while nothing was left to be played.');
  }

  tellBuffer(ms: number): void {
    if (ms <= MOST_BUFFERED_MS) return;
    this.#note('buffer', `More than ${MOST_BUFFERED_MS / 1000} s of sound wait to be played: it is heard long after it was sent.`);
  }

  tellPause(ms: number): void {
    if (ms <= LONGEST_PAUSE_MS) return;
    this.#note(
      'pause',
      `The application took ${ms} ms to answer what the caller said: more than ${LONGEST_PAUSE_MS} ms are felt as a pause.`,
    );
  }

  /** Looks for sound that is no mu-law. A caller would hear it as noise. */
  checkSound(bytes: Uint8Array): void {
    if (isWav(bytes)) {
      const message =
        'The payload of a media message is a WAV file: its header is heard as a click. Send raw mu-law of 8000 samples a second.';
      this.#warn('wav', message);
    } else if (isLinear(bytes)) {
      const message =
        'The payload of a media message looks like samples of 16 bits, which are heard as noise. Send raw mu-law of 8000 samples a second.';
      this.#warn('linear', message);
    }
  }

  #tell(twilioCode: number, message: string, topic: string = String(twilioCode)): void {
    if (this.#isNew(topic)) this.#leg.world.report({ twilioCode, severity: 'warning', message });
  }

  #warn(topic: string, message: string): void {
    if (this.#isNew(topic)) this.#leg.world.report({ severity: 'warning', message });
  }

  #note(topic: string, message: string): void {
    if (this.#isNew(topic)) this.#leg.world.report({ severity: 'info', message });
  }

  #isNew(topic: string): boolean {
    const isNew = !this.#told.has(topic);
    this.#told.add(topic);
    return isNew;
  }
}

/** As few samples as these say nothing. */
const FEWEST_BYTES = 320;

/**
 * Whether bytes look like samples of 16 bits, the lower byte first: the upper bytes of speech that is not loud are nearly all 0 or 255, and the
 * lower ones are anything. In mu-law both kinds of places look alike.
 */
function isLinear(bytes: Uint8Array): boolean {
  if (bytes.length < FEWEST_BYTES) return false;
  const extremes = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte <= 7 || byte >= 248) extremes[index % 2] = (extremes[index % 2] as number) + 1;
  const half = bytes.length / 2;
  return (extremes[1] as number) > 0.9 * half && (extremes[0] as number) < 0.5 * half;
}
