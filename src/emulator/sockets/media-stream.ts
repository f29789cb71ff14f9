import { MediaStreamsCommand } from '../../payloads/media-streams/index.js';
import { hum, isSilent, SILENCE } from '../audio/mu-law.js';
import type { Leg } from '../calls/leg.js';
import type { Timer } from '../clock/clock.js';
import { FRAME_BYTES, LiveSound } from './live-sound.js';
import { Playback } from './playback.js';
import type { Socket, SocketEnd } from './socket.js';
import { StreamProblems } from './stream-problems.js';

/** How a stream is set up. */
export interface StreamSettings {
  readonly sid: string;
  readonly name: string | undefined;
  readonly tracks: readonly Track[];
  readonly isBidirectional: boolean;
  readonly parameters: Readonly<Record<string, string>>;
}

export type Track = 'inbound' | 'outbound';

/** How long a frame lasts. */
const FRAME_MS = 20;

/** A frame of silence, in base64. Silence is sent too: a stream that stops is a dead line. */
const SILENT_FRAME = encode(new Uint8Array(FRAME_BYTES).fill(SILENCE));

/** A media stream of a call: frames of its sound to the application, and back where it goes both ways. */
export class MediaStream {
  readonly sid: string;
  readonly name: string;
  readonly #leg: Leg;
  readonly #socket: Socket;
  readonly #settings: StreamSettings;
  readonly #closed: (end: SocketEnd) => void;
  readonly #begun: number;
  readonly #stopListening: () => void;
  readonly #playback: Playback;
  readonly #problems: StreamProblems;
  /** What the caller says or plays, still to be sent. */
  #spoken: readonly Uint8Array[] = [];
  /** What a microphone hears; it waits while something else is played. */
  readonly #live = new LiveSound();
  /** When the caller fell silent, in the time of the world, until it was answered. */
  #silentSince: number | undefined;
  #sequence = 0;
  /** How many frames were due, and how many of each track were sent. */
  #frames = 0;
  readonly #chunks: Record<Track, number> = { inbound: 0, outbound: 0 };
  #timer: Timer | undefined;
  #isOver = false;

  /** @param closed - Is told when the application closes the socket. */
  constructor(leg: Leg, socket: Socket, settings: StreamSettings, closed: (end: SocketEnd) => void) {
    this.#leg = leg;
    this.#socket = socket;
    this.#settings = settings;
    this.#closed = closed;
    this.#begun = leg.world.clock.now;
    this.#problems = new StreamProblems(leg);
    this.#playback = new Playback(leg, (name) => this.#sendNumbered({ event: 'mark', mark: { name } }));
    this.sid = settings.sid;
    this.name = settings.name ?? this.sid;
    this.#send({ event: 'connected', protocol: 'Call', version: '1.0.0' });
    this.#sendNumbered({ event: 'start', start: this.#describe() });
    this.#stopListening = this.#listen();
    this.#schedule();
    socket.listen({
      message: (data) => this.#receive(data),
      close: (code, reason) => this.#end(() => this.#closed({ code, reason })),
    });
  }

  /** The stream is over: the application is told, and the socket closed. @returns Whether it was open until now. */
  stop(): boolean {
    return this.#end(() => {
      const { accountSid } = this.#leg.world.settings;
      this.#sendNumbered({ event: 'stop', stop: { accountSid, callSid: this.#leg.sid } });
      this.#socket.close();
    });
  }

  #listen(): () => void {
    const { line } = this.#leg;
    return line.tap({
      ...(this.#settings.isBidirectional && {
        key: (digit: string) => this.#sendNumbered({ event: 'dtmf', dtmf: { track: 'inbound_track', digit } }),
      }),
      audio: (bytes) => this.#speak(bytes),
      live: (bytes) => this.#live.put(bytes),
      // Words have no sound here: what is said is heard as a hum of that length, so that an agent notices that somebody speaks.
      speechStart: ({ ms }) => this.#speak(hum(ms)),
      speech: () => undefined,
    });
  }

  #speak(bytes: Uint8Array): void {
    if (!this.#settings.tracks.includes('inbound')) return;
    if (this.#settings.isBidirectional) this.#leg.tape.add('inbound', this.#leg.world.clock.now, bytes);
    this.#spoken = [...this.#spoken, bytes];
  }

  #end(finish: () => void): boolean {
    if (this.#isOver) return false;
    this.#timer?.cancel();
    this.#stopListening();
    this.#playback.stop();
    finish();
    this.#isOver = true;
    const { world } = this.#leg;
    const message = world.pacing.takeComplaint();
    if (message !== undefined) world.report({ severity: 'info', message });
    return true;
  }

  #describe(): object {
    const { tracks, parameters } = this.#settings;
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
    const { clock, pacing } = this.#leg.world;
    const due = this.#begun + (this.#frames + 1) * FRAME_MS;
    this.#timer = clock.after(
      due - clock.now,
      () => {
        this.#frames += 1;
        pacing.note(clock.latenessMs);
        this.#sendFrames();
        this.#schedule();
      },
      'limit',
    );
  }

  #sendFrames(): void {
    const { chance, settings } = this.#leg.world;
    for (const track of this.#settings.tracks) {
      const payload = track === 'inbound' ? this.#takeSpoken() : SILENT_FRAME;
      if (chance.happens(settings.faults.sockets?.loss ?? 0, 'loss')) continue;
      this.#chunks[track] += 1;
      const [chunk, timestamp] = [String(this.#chunks[track]), String(this.#frames * FRAME_MS)];
      this.#sendNumbered({ event: 'media', media: { track, chunk, timestamp, payload } });
    }
  }

  #takeSpoken(): string {
    const [first, ...others] = this.#spoken;
    if (first === undefined) return this.#takeLive();
    const frame = new Uint8Array(FRAME_BYTES).fill(SILENCE);
    frame.set(first.subarray(0, FRAME_BYTES));
    this.#spoken = first.length > FRAME_BYTES ? [first.subarray(FRAME_BYTES), ...others] : others;
    return this.#encodeSpoken(frame);
  }

  #takeLive(): string {
    const frame = this.#live.take();
    if (frame === undefined) return SILENT_FRAME;
    if (this.#settings.isBidirectional) this.#leg.tape.add('inbound', this.#begun + (this.#frames - 1) * FRAME_MS, frame);
    return this.#encodeSpoken(frame);
  }

  #encodeSpoken(frame: Uint8Array): string {
    if (!isSilent(frame)) this.#silentSince = performance.now();
    return encode(frame);
  }

  #receive(data: string | Uint8Array): void {
    if (this.#isOver) return;
    if (!this.#settings.isBidirectional) this.#problems.tellOneWay();
    else if (typeof data !== 'string') this.#problems.tellBinary();
    else this.#obey(MediaStreamsCommand.parse(data));
  }

  #obey(command: ReturnType<typeof MediaStreamsCommand.parse>): void {
    if (command.event === undefined) this.#problems.tellUnknown();
    else if (command.streamSid !== this.sid) this.#problems.tellForeign();
    else if (command.event === 'media') this.#play(command.media.payload);
    else if (command.event === 'mark') this.#playback.mark(command.mark.name);
    else this.#clear();
  }

  #play(payload: string): void {
    const bytes = decode(payload);
    if (bytes === undefined) {
      this.#problems.tellNotBase64();
      return;
    }
    this.#problems.checkSound(bytes);
    this.#playback.add(bytes, isSilent(bytes) ? undefined : this.#takeLatency());
    this.#problems.tellBuffer(this.#playback.bufferedMs);
  }

  #clear(): void {
    if (this.#playback.bufferedMs === 0) this.#problems.tellDropped();
    this.#playback.clear();
  }

  /** How long after the caller's last sound the answer began. */
  #takeLatency(): number | undefined {
    if (this.#silentSince === undefined) return undefined;
    const ms = Math.max(0, Math.round(performance.now() - this.#silentSince));
    this.#silentSince = undefined;
    this.#problems.tellPause(ms);
    return ms;
  }
}

function encode(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function decode(text: string): Uint8Array | undefined {
  try {
    const letters = atob(text);
    const bytes = new Uint8Array(letters.length);
    // A loop: this runs fifty times a second for each stream, and what takes a function a byte takes ten times as long.
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = letters.charCodeAt(index);
    return bytes;
  } catch {
    return undefined;
  }
}
