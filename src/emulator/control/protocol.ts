import type { WebhookKind } from '../../payloads/index.js';
import type { Diagnostic } from '../../twiml/document/index.js';
import type { Heard } from '../calls/heard.js';
import type { CallDirection, CallStatus } from '../calls/names.js';
import type { PersonOptions } from '../calls/person.js';
import type { EmulatorEvent } from '../events.js';
import type { Finding } from '../findings.js';
import type { Delivery } from '../messages/delivery.js';
import type { MessageButton, MessageDirection, MessageStatus } from '../messages/message.js';
import type { NumberSettings } from '../numbers.js';
import type { FaultState } from './command.js';

export type { Command, CommandResult, FaultState, SentFile } from './command.js';

/**
 * What `listen()` serves under `/control`, to whoever has the token: as the cookie that `/?token=…` sets, or as `Authorization: Bearer …`.
 *
 * - `GET /control/state`: a {@link Snapshot}.
 * - `GET /control/events`: all {@link EmulatorEvent}s as server-sent events, those that have happened first. The id of each is
 *   `<run>-<seq>`; `Last-Event-ID`, or `?after=<run>-<seq>`, goes on behind one. Beside them: `event: reset` when all begins anew (data:
 *   {@link ResetNotice}; so it is when what was asked for is of an earlier run), `event: hearing` when somebody begins to hear something, or
 *   more of it (data: {@link HearingNotice}, without an id), and `event: state` when something has changed that is no event, such as a
 *   setting or the clock (data: {@link StateNotice}): fetch the state again.
 * - `GET /control/webhooks/<seq>`: a {@link WebhookDetail}.
 * - `POST /control/do` with a {@link Command} as JSON: a {@link CommandResult}, with status 200, or 400 where it was refused.
 * - `GET /control/export/curl?seq=…`, `GET /control/export/test?runner=…&call=…&phone=…&into=file`: text.
 * - `GET /control/calls/<sid>/audio.wav`, `GET /control/media/<sid>`: files, which are to be saved and never shown as pages.
 * - `GET /control/calls/<sid>/sound`: what the telephone hears of a media stream, as server-sent events: a {@link SoundNotice} for each
 *   stretch, as soon as it comes and in the order in which it is played; `event: cut` where what was not played yet is dropped, and
 *   `event: end` at the end of the call. For the other way there is the command `stream`.
 * - `GET /control/session`: what has happened as a session file.
 *
 * Whatever is refused is answered with `{ "message": … }`.
 */
export const PROTOCOL_VERSION = 1;

/** What there is at a moment. */
export interface Snapshot {
  readonly version: typeof PROTOCOL_VERSION;
  /** Changes at each reset. */
  readonly run: string;
  /** The number of the newest event that it takes account of. */
  readonly seq: number;
  readonly clock: ClockState;
  /** What Twilio would call and sign. */
  readonly publicUrl: string;
  readonly accountSid: string;
  /** Our numbers and senders. */
  readonly numbers: readonly NumberState[];
  /** People's telephones: those that were set up, and those that wrote, called, were called or written to. */
  readonly phones: readonly PhoneState[];
  /** The newest last. */
  readonly calls: readonly CallState[];
  /** The newest last; threads are made of them by `phone` and `number`. */
  readonly messages: readonly MessageState[];
  readonly findings: readonly Finding[];
  /** Texts that are to be sent later; a part of `messages`. */
  readonly scheduled: readonly ScheduledState[];
  readonly optOuts: readonly OptOutState[];
  readonly verifications: readonly VerificationState[];
  readonly faults: FaultState;
  readonly setUp: SetUpState;
  /** The application, where `ringback dev` runs or watches one. */
  readonly application?: ApplicationState;
}

/** The clock. Only that of `ringback dev` can be paused. */
export interface ClockState {
  readonly kind: 'virtual' | 'manual' | 'real' | 'steered';
  /** In milliseconds since the epoch. */
  readonly now: number;
  readonly isPaused: boolean;
}

/** One of our numbers. */
export interface NumberState {
  readonly address: string;
  readonly settings: NumberSettings;
  /** The Messaging Service whose pool it is in. */
  readonly messagingServiceSid?: string;
}

/** A person's telephone. */
export interface PhoneState {
  readonly address: string;
  /** What people call it, where it was set up. */
  readonly name?: string;
  /** Who is there. */
  readonly is: NonNullable<PersonOptions['is']>;
  /** How long it rings, in words such as `6s`; `false`: until somebody answers it here. */
  readonly answersAfter?: string | number | false;
  readonly delivery: Delivery;
}

/** One leg of a call: what has a CallSid. */
export interface CallState {
  readonly sid: string;
  /** Who is on the telephone. Calls between two of our numbers have nobody. */
  readonly phone?: string;
  readonly direction: CallDirection;
  readonly from: string;
  readonly to: string;
  readonly status: CallStatus;
  readonly parentCallSid?: string;
  readonly createdAt: number;
  readonly answeredAt?: number;
  readonly endedAt?: number;
  /** In the order in which it began; what is still heard has no `seconds`. */
  readonly heard: readonly Heard[];
  /** Whether something listens to keys, to words, or to sound now. */
  readonly listens: { readonly keys: boolean; readonly speech: boolean; readonly sound: boolean };
  readonly isRecorded: boolean;
  /** Whether there is sound to fetch. */
  readonly hasAudio: boolean;
  /** The conference that it is in. */
  readonly conference?: string;
  /** The queue that it waits in. */
  readonly queue?: string;
  /** The conferences and queues that it is or has been in, in order. */
  readonly places: readonly PlaceState[];
}

/** Where calls meet. */
export interface PlaceState {
  readonly sid: string;
  readonly type: 'conference' | 'queue';
  readonly name: string;
}

/** A text. */
export interface MessageState {
  readonly sid: string;
  /** The person's address, with the prefix of the channel. */
  readonly phone: string;
  /** Our sender; empty until a Messaging Service has chosen it. */
  readonly number: string;
  readonly direction: MessageDirection;
  readonly status: MessageStatus;
  readonly errorCode?: number;
  readonly body: string;
  readonly media: readonly MediumState[];
  readonly buttons: readonly MessageButton[];
  readonly segments: SegmentState;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Whether the channel tells the sender that it was read, and it was not yet. */
  readonly canBeRead: boolean;
  /** The number of the event by which it came about. */
  readonly seq: number;
}

/** A file of a text. */
export interface MediumState {
  readonly sid: string;
  readonly contentType: string;
  /** Where the console fetches it; absent where it is not there any more. */
  readonly path?: string;
  readonly bytes: number;
}

/** How SMS carries a text. */
export interface SegmentState {
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly count: number;
  /** The first character that GSM-7 lacks. */
  readonly forcedBy?: string;
}

export interface ScheduledState {
  readonly messageSid: string;
  readonly sendAt: number;
}

/** A person who wants no more messages. */
export interface OptOutState {
  /** Our number, or the SID of the Messaging Service. */
  readonly sender: string;
  readonly phone: string;
}

/** A code that Verify has sent. */
export interface VerificationState {
  readonly sid: string;
  readonly to: string;
  readonly code: string;
  readonly channel: string;
  readonly status: string;
  readonly createdAt: number;
}

/** The three steps of setting up: the number of the first event of each. */
export interface SetUpState {
  readonly restCall?: { readonly seq: number; readonly way: RestWay };
  readonly webhook?: { readonly seq: number };
  /** The first answer with a status of success. */
  readonly reply?: { readonly seq: number };
  /** What to set in the environment, the token masked. */
  readonly environment: Readonly<Record<string, string>>;
  /** The command that starts all, to copy. */
  readonly command: string;
}

/**
 * How a REST call came: through the preload of a Node program, a proxy, by the emulator's own URL, or from within the process.
 */
export type RestWay = 'preload' | 'proxy' | 'url' | 'process';

/** The application that webhooks go to. */
export interface ApplicationState {
  /** The command that runs it, in words. */
  readonly command?: string;
  /** Where it is, or is thought to be. */
  readonly url: string;
  /** `starting`: it has listened on no port yet; `up`: it listens; `down`: it did and does not any more; `ended`: the command has ended. */
  readonly state: 'starting' | 'up' | 'down' | 'ended';
  /** How the port was found. */
  readonly foundBy?: 'option' | 'preload' | 'system';
  /** The session file that all is written to. */
  readonly session?: string;
  /** The session file that is shown. */
  readonly shows?: string;
}

/** All about one attempt to bring a webhook to the application. */
export interface WebhookDetail {
  readonly seq: number;
  readonly kind: WebhookKind;
  /** What it is for, in a few words. */
  readonly title: string;
  readonly method: string;
  readonly url: string;
  readonly at: number;
  readonly callSid?: string;
  readonly messageSid?: string;
  /** The numbers of the events that led to it. */
  readonly causes: readonly number[];
  /** The webhook that it repeats. */
  readonly replayOf?: number;
  readonly parameters: readonly ParameterDetail[];
  readonly headers: Readonly<Record<string, string>>;
  /** As it was sent. */
  readonly body: string;
  readonly verdict: Verdict;
  readonly answer?: AnswerDetail;
  /** Why there is no answer. */
  readonly failure?: string;
  /** How long it took, in milliseconds of the clock. */
  readonly durationMs?: number;
  /** How long Twilio waits. */
  readonly limitMs: number;
}

/** A parameter of a webhook. */
export interface ParameterDetail {
  readonly name: string;
  readonly value: string;
  /** What it is, such as `number` or `one of`; absent where its kind does not know it. */
  readonly type?: string;
  /** The values that are known, where it has few. */
  readonly values?: readonly string[];
  /** What it means. */
  readonly meaning?: string;
}

/** What the application made of the signature, as far as its answer tells. */
export interface Verdict {
  /** `refused`: the answer was 401 or 403. `unknown`: there is no answer. */
  readonly signature: 'accepted' | 'refused' | 'unknown';
  /** What is likely to be the reason of a refusal. */
  readonly reason?: string;
  /** What to do about it. */
  readonly suggestion?: string;
}

export interface AnswerDetail {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether the body is read as TwiML. */
  readonly isTwiml: boolean;
  /** The verbs that have begun to run, in order. */
  readonly verbs: readonly VerbDetail[];
  /** What the linter says, with places in the body. */
  readonly findings: readonly Diagnostic[];
}

export interface VerbDetail {
  readonly verb: string;
  /** Where in the document, such as `/Response/Gather[2]`. */
  readonly path: string;
  readonly at: number;
  /** Absent while it runs. */
  readonly endedAt?: number;
}

export interface ResetNotice {
  readonly run: string;
}

export interface HearingNotice {
  readonly callSid: string;
  readonly heard: Heard;
}

export interface SoundNotice {
  /** Mu-law of 8000 samples a second, in base64. */
  readonly base64: string;
}

export interface StateNotice {
  readonly what: 'clock' | 'settings' | 'application';
}

/** What comes as `data` of an event without a name. */
export type ControlEvent = EmulatorEvent;

/** What comes where something is refused. */
export interface Refusal {
  readonly message: string;
}
