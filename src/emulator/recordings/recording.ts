import type { FormParameters } from '../../payloads/index.js';
import type { Leg } from '../calls/leg.js';
import type { Speech } from '../calls/line.js';
import { sendCallback } from '../wire/callbacks.js';
import type { Webhook } from '../wire/webhook.js';
import type { World } from '../world.js';

/** How long it takes until the file of a recording is there. */
const READY_MS = 1000;

/** What started a recording, as `RecordingSource` names it, and the kind of its callback. */
const KINDS = {
  DialVerb: 'voice.recording.dial',
  Conference: 'voice.recording.conference',
  OutboundAPI: 'voice.recording.outbound-api',
  RecordVerb: 'voice.recording.record-verb',
  StartCallRecordingAPI: 'voice.recording.call-api',
  StartConferenceRecordingAPI: 'voice.recording.conference-api',
  StartCallRecordingTwiML: 'voice.recording.start',
} as const satisfies Readonly<Record<string, Webhook['kind']>>;

export type RecordingSource = keyof typeof KINDS;

/** Whose voices a recording holds. */
export type RecordingTrack = 'both' | 'inbound' | 'outbound';

/** Who is told of a recording. */
export interface RecordingCallback {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  /** Which of `in-progress`, `completed` and `absent`. */
  readonly events: readonly string[];
}

/** What makes a recording. */
export interface RecordingOptions {
  readonly source: RecordingSource;
  readonly channels: 1 | 2;
  /** The call that is recorded; of a call with two legs, the one that dialled. */
  readonly leg?: Leg | undefined;
  readonly conferenceSid?: string | undefined;
  readonly callback?: RecordingCallback | undefined;
  readonly track?: RecordingTrack | undefined;
  readonly causes?: readonly number[] | undefined;
  /** Called when its file is there. */
  readonly onReady?: ((recording: Recording) => void) | undefined;
}

/** What is recorded of a call or a conference. */
export class Recording {
  readonly sid: string;
  readonly source: RecordingSource;
  readonly channels: 1 | 2;
  readonly leg: Leg | undefined;
  readonly conferenceSid: string | undefined;
  readonly startedAt: number;
  /** What was said meanwhile. */
  readonly words: string[] = [];
  /** Whether anything was said at all, with a meaning or not. */
  hasSound = false;
  /** When there was music, in milliseconds from its beginning. All else is silent: words are not spoken here. */
  readonly music: { readonly from: number; until: number }[] = [];
  endedAt: number | undefined;
  status: 'in-progress' | 'paused' | 'processing' | 'completed' | 'absent' = 'in-progress';
  readonly #world: World;
  readonly #options: RecordingOptions;
  #pausedMs = 0;
  #pausedAt: number | undefined;

  constructor(world: World, options: RecordingOptions) {
    this.#world = world;
    this.#options = options;
    this.sid = world.chance.sid('RE');
    this.source = options.source;
    this.channels = options.channels;
    this.leg = options.leg;
    this.conferenceSid = options.conferenceSid;
    this.startedAt = world.clock.now;
    world.recordings.set(this.sid, this);
    this.#tell('in-progress');
  }

  /** Whose voices it holds. */
  get track(): 'both' | 'inbound' | 'outbound' {
    return this.#options.track ?? 'both';
  }

  /** Where it can be had, without an extension. */
  get url(): string {
    return `https://api.twilio.com/2010-04-01/Accounts/${this.#world.settings.accountSid}/Recordings/${this.sid}`;
  }

  /** How long it lasts, in whole seconds. */
  get seconds(): number {
    const ms = this.#ms;
    return ms > 0 ? Math.max(1, Math.round(ms / 1000)) : 0;
  }

  /** How large its WAV is: a header, and 16 bits for each of 8000 samples a second. */
  get bytes(): number {
    return 44 + this.seconds * this.channels * 16_000;
  }

  /** What a request of the call that it is of says of it. */
  get parameters(): Readonly<Record<string, string>> {
    return { RecordingUrl: this.url, RecordingSid: this.sid, RecordingDuration: String(this.seconds) };
  }

  get #ms(): number {
    const end = this.endedAt ?? this.#pausedAt ?? this.#world.clock.now;
    return end - this.startedAt - this.#pausedMs;
  }

  /** Music begins, or it ends. Where it never does, it lasts as long as the recording. */
  setMusic(isPlaying: boolean): void {
    const last = this.music.at(-1);
    const wasPlaying = last?.until === Number.POSITIVE_INFINITY;
    if (isPlaying === wasPlaying) return;
    if (isPlaying) this.music.push({ from: this.#ms, until: Number.POSITIVE_INFINITY });
    else if (last !== undefined) last.until = this.#ms;
  }

  /** Somebody said something. */
  hear({ text }: Speech): void {
    this.hasSound = true;
    if (this.status === 'in-progress' && text !== '') this.words.push(text);
  }

  pause(): void {
    if (this.status !== 'in-progress') return;
    this.status = 'paused';
    this.#pausedAt = this.#world.clock.now;
  }

  resume(): void {
    if (this.#pausedAt === undefined) return;
    this.#pausedMs += this.#world.clock.now - this.#pausedAt;
    this.#pausedAt = undefined;
    this.status = 'in-progress';
  }

  /** Ends it. Its file is there a little later. */
  end(): void {
    if (this.endedAt !== undefined) return;
    this.resume();
    this.endedAt = this.#world.clock.now;
    this.status = 'processing';
    this.#world.clock.after(READY_MS, () => {
      this.status = this.seconds === 0 ? 'absent' : 'completed';
      this.#tell(this.status);
      if (this.status === 'completed') this.#options.onReady?.(this);
      this.#world.shelves.recordings.add(() => this.#world.recordings.delete(this.sid));
    });
  }

  #tell(status: 'in-progress' | 'completed' | 'absent'): void {
    const { callback, causes } = this.#options;
    if (callback === undefined || !callback.events.includes(status)) return;
    const { url, method } = callback;
    const { leg } = this;
    sendCallback(
      {
        kind: KINDS[this.source],
        url,
        method,
        parameters: this.#describe(status) as Record<string, string>,
        ...(leg && { callSid: leg.sid, jar: leg.jar }),
        ...(causes && { causes }),
      },
      this.#world,
    );
  }

  #describe(status: string): FormParameters {
    const { settings } = this.#world;
    return {
      AccountSid: settings.accountSid,
      ...(this.conferenceSid === undefined ? { CallSid: this.leg?.sid ?? '' } : { ConferenceSid: this.conferenceSid }),
      RecordingSid: this.sid,
      RecordingUrl: this.url,
      RecordingStatus: status,
      ...(status !== 'in-progress' && { RecordingDuration: String(this.seconds) }),
      RecordingChannels: String(this.channels),
      RecordingSource: this.source,
      RecordingTrack: this.track,
      RecordingStartTime: new Date(this.startedAt).toUTCString().replace('GMT', '+0000'),
      ErrorCode: '0',
    };
  }
}
