import { MediaStreamsCommand } from '../../payloads/media-streams/index.js';
import type { Sound } from '../calls/ear.js';
import type { Leg } from '../calls/leg.js';
import type { Timer } from '../clock/clock.js';
import type { Socket } from './socket.js';

/** How a stream is set up. */
export interface StreamSettings {
  readonly name: string | undefined;
  readonly tracks: readonly ('inbound' | 'outbound')[];
  readonly isBidirectional: boolean;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What Twilio's debugger says of a message, once a stream. */
type Problem = readonly [code: number, message: string];

/** A frame: 20 ms of mu-law audio. */
const FRAME_MS = 20;
const FRAME_BYTES = 160;

/** Mu-law silence. */
const SILENCE = 0xff;

const BYTES_A_MS = 8;

/** A frame of silence, in base64. Silence is sent too: a stream that stops is a dead line. */
const SILENT_FRAME = encode(new Uint8Array(FRAME_BYTES).fill(SILENCE));

/** A media stream of a call: frames of its sound to the application, and back where it goes both ways. */
export class MediaStream {
  readonly sid: string;
  readonly name: string;
  readonly #leg: Leg;
  readonly #socket: Socket;
  readonly #settings: StreamSettings;
  readonly #closed: (code: number) => void;
  readonly #begun: number;
  readonly #stopListening: () => void;
  /** What the caller says or plays, still to be sent. */
  #spoken: Uint8Array<ArrayBufferLike> = new Uint8Array();
  #sequence = 0;
  #frames = 0;
  #timer: Timer | undefined;
  /** When what the application has sent will have been played. */
  #playedUntil = 0;
  #sound: Sound | undefined;
  #soundEnd: Timer | undefined;
  #marks: { readonly name: string; readonly timer: Timer }[] = [];
  #isOver = false;
  #told = new Set<number>();

  /** @param closed - Is told when the application closes the socket. */
  constructor(leg: Leg, socket: Socket, settings: StreamSettings, closed: (code: number) => void) {
    this.#leg = leg;
    this.#socket = socket;
    this.#settings = settings;
    this.#closed = closed;
    this.#begun = leg.world.clock.now;
    this.sid = leg.world.chance.sid('MZ');
    this.name = settings.name ?? this.sid;
    this.#send({ event: 'connected', protocol: 'Call', version: '1.0.0' });
    this.#sendNumbered({ event: 'start', start: this.#describe() });
    this.#stopListening = leg.line.tap({
      ...(settings.isBidirectional && {
        key: (digit: string) => this.#sendNumbered({ event: 'dtmf', dtmf: { track: 'inbound_track', digit } }),
      }),
      speech: () => undefined,
    });
    this.#schedule();
    socket.listen({ message: (data) => this.#receive(data), close: (code) => this.#end(() => this.#closed(code)) });
  }

  /** What the caller's telephone sends: mu-law audio. */
  speak(audio: Uint8Array): void {
    const joined = new Uint8Array(this.#spoken.length + audio.length);
    joined.set(this.#spoken);
    joined.set(audio, this.#spoken.length);
    this.#spoken = joined;
  }

  /** The stream is over: the application is told, and the socket closed. */
  stop(): void {
    this.#end(() => {
      const { accountSid } = this.#leg.world.settings;
      this.#sendNumbered({ event: 'stop', stop: { accountSid, callSid: this.#leg.sid } });
      this.#socket.close();
    });
  }

  #end(finish: () => void): void {
    if (this.#isOver) return;
    this.#timer?.cancel();
    this.#stopListening();
    for (const { timer } of this.#marks) timer.cancel();
    this.#soundEnd?.cancel();
    this.#sound?.end(true);
    finish();
    this.#isOver = true;
  }

  #describe(): object {
    const { isBidirectional: _, tracks, parameters } = this.#settings;
    return {
      accountSid: this.#leg.world.settings.accountSid,
      streamSid: this.sid,
      callSid: this.#leg.sid,
      tracks,
      mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
      customParameters: parameters,
    };
  }

  #send(frame: object): void {
    if (!this.#isOver) this.#socket.send(JSON.stringify(frame));
  }

  #sendNumbered(frame: object): void {
    this.#sequence += 1;
    this.#send({ ...frame, sequenceNumber: String(this.#sequence), streamSid: this.sid });
  }

  /** Frames go by an absolute schedule, so that a late one does not make all later ones late. */
  #schedule(): void {
    const { clock } = this.#leg.world;
    const due = this.#begun + (this.#frames + 1) * FRAME_MS;
    this.#timer = clock.after(
      due - clock.now,
      () => {
        this.#frames += 1;
        this.#sendFrame();
        this.#schedule();
      },
      'limit',
    );
  }

  #sendFrame(): void {
    for (const track of this.#settings.tracks) {
      const payload = track === 'inbound' ? this.#takeSpoken() : SILENT_FRAME;
      const timestamp = String(this.#frames * FRAME_MS);
      this.#sendNumbered({ event: 'media', media: { track, chunk: String(this.#frames), timestamp, payload } });
    }
  }

  #takeSpoken(): string {
    if (this.#spoken.length === 0) return SILENT_FRAME;
    const frame = new Uint8Array(FRAME_BYTES).fill(SILENCE);
    frame.set(this.#spoken.subarray(0, FRAME_BYTES));
    this.#spoken = this.#spoken.subarray(FRAME_BYTES);
    return encode(frame);
  }

  #receive(data: string | Uint8Array): void {
    const command = typeof data === 'string' && this.#settings.isBidirectional ? MediaStreamsCommand.parse(data) : undefined;
    const problem = this.#findProblem(data, command);
    if (problem !== undefined) this.#complain(...problem);
    else if (command?.event === 'media') this.#play(command.media.payload);
    else if (command?.event === 'mark') this.#mark(command.mark.name);
    else if (command?.event === 'clear') this.#clear();
  }

  #findProblem(data: string | Uint8Array, command: MediaStreamsCommand | { readonly event: undefined } | undefined): Problem | undefined {
    if (typeof data !== 'string') return [31950, 'The application sent bytes: messages of a media stream are text.'];
    if (command === undefined) return [31924, 'The application sent a message on a stream that goes one way.'];
    if (command.event === undefined) return [31951, 'The application sent a message that media streams do not know.'];
    return command.streamSid === this.sid ? undefined : [31951, 'The application sent a message with the streamSid of another stream.'];
  }

  #play(payload: string): void {
    const bytes = decode(payload);
    if (bytes === undefined) this.#complain(31950, 'The payload of a media message is not base64.');
    else this.#playFor(bytes.length / BYTES_A_MS);
  }

  #playFor(ms: number): void {
    const { clock } = this.#leg.world;
    this.#playedUntil = Math.max(clock.now, this.#playedUntil) + ms;
    this.#sound ??= this.#leg.ear.begin({ type: 'speech' });
    this.#soundEnd?.cancel();
    this.#soundEnd = clock.after(this.#playedUntil - clock.now, () => {
      this.#sound?.end();
      this.#sound = undefined;
    });
  }

  #mark(name: string): void {
    const { clock } = this.#leg.world;
    const timer = clock.after(Math.max(0, this.#playedUntil - clock.now), () => {
      this.#marks = this.#marks.filter((mark) => mark.timer !== timer);
      this.#sendNumbered({ event: 'mark', mark: { name } });
    });
    this.#marks.push({ name, timer });
  }

  /** What was not played is dropped, and all marks that are outstanding come back at once. */
  #clear(): void {
    this.#soundEnd?.cancel();
    this.#sound?.end(true);
    this.#sound = undefined;
    this.#playedUntil = this.#leg.world.clock.now;
    for (const { name, timer } of this.#marks.splice(0)) {
      timer.cancel();
      this.#sendNumbered({ event: 'mark', mark: { name } });
    }
  }

  /** Twilio warns once a stream. */
  #complain(code: number, message: string): void {
    if (this.#told.has(code)) return;
    this.#told.add(code);
    this.#leg.world.report({ twilioCode: code, severity: 'warning', message });
  }
}

function encode(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function decode(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
