import type { FormParameters } from '../request/forms.js';
import type { Heard } from './calls/heard.js';
import type { CallDirection, CallStatus, DocumentLevel } from './calls/names.js';
import type { RestWay } from './control/protocol.js';
import type { Finding } from './findings.js';
import type { MessageDirection, MessageStatus } from './messages/message.js';

/** What every event has. */
interface EventBase {
  /** Its number, from 1. */
  readonly seq: number;
  /** When it happened, in milliseconds since the epoch. */
  readonly at: number;
  /** The numbers of the events that led to it, the nearest first. */
  readonly causes: readonly number[];
}

/** The status of a call has changed. */
export interface CallEvent extends EventBase {
  readonly type: 'call';
  readonly callSid: string;
  readonly status: CallStatus;
  readonly direction: CallDirection;
  readonly from: string;
  readonly to: string;
  readonly parentCallSid?: string;
  /** The call that another of the emulator's numbers made, of which this is the other end. */
  readonly originCallSid?: string;
}

/** A message was made, or its status has changed. */
export interface MessageEvent extends EventBase {
  readonly type: 'message';
  readonly messageSid: string;
  readonly status: MessageStatus;
  readonly direction: MessageDirection;
  /** Empty until a Messaging Service has chosen it. */
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly numMedia: number;
  /** Twilio's number for why it did not arrive. */
  readonly errorCode?: number;
}

/** A request came to the REST API, and was answered. */
export interface RestEvent extends EventBase {
  readonly type: 'rest';
  readonly method: string;
  /** The product, as its host begins, such as `api` or `verify`. */
  readonly product: string;
  /** Without the query. */
  readonly path: string;
  readonly status: number;
  /** Twilio's number for why it was refused. */
  readonly code?: number;
  /** What was asked for, where something was to be made or changed. Passwords and tokens are left out. */
  readonly parameters?: FormParameters;
  /** How it came: through the preload, through the proxy, by the emulator's own URL, or from this process. */
  readonly way: RestWay;
}

/** A request went to the application. What came of it is an event of type `answer` that has this one among its causes. */
export interface WebhookEvent extends EventBase {
  readonly type: 'webhook';
  readonly kind: string;
  readonly method: string;
  readonly url: string;
  readonly callSid?: string;
  readonly messageSid?: string;
  /** The number of the webhook that it repeats, where somebody had it sent again. */
  readonly replayOf?: number;
}

/** The application has answered, or has not. */
export interface AnswerEvent extends EventBase {
  readonly type: 'answer';
  readonly status?: number;
  /** Why there is no answer. */
  readonly failure?: string;
  /** In milliseconds of the clock. */
  readonly durationMs: number;
}

/** A document begins to run. */
export interface DocumentEvent extends EventBase {
  readonly type: 'document';
  readonly callSid: string;
  readonly level: DocumentLevel;
  /** Where it came from; absent when it was given inline. */
  readonly url?: string;
}

/** A document was given in a parameter of the REST API. */
export interface InlineEvent extends EventBase {
  readonly type: 'inline';
  readonly twiml: string;
}

/** A verb begins or ends. */
export interface VerbEvent extends EventBase {
  readonly type: 'verb';
  readonly callSid: string;
  readonly verb: string;
  /** Where in the document, such as `/Response/Gather[2]`. */
  readonly path: string;
  readonly phase: 'begin' | 'end';
}

/** A person hears something; the event comes when it ends. */
export interface HeardEvent extends EventBase {
  readonly type: 'heard';
  readonly callSid: string;
  readonly heard: Heard;
}

/** A person presses a key or says something. */
export interface InputEvent extends EventBase {
  readonly type: 'input';
  readonly callSid: string;
  readonly key?: string;
  readonly speech?: string;
}

/** A socket to the application has opened or closed. */
export interface SocketEvent extends EventBase {
  readonly type: 'socket';
  readonly callSid: string;
  readonly state: 'open' | 'closed';
  /** Where it leads, when it opens. */
  readonly url?: string;
  /** How it ended, such as 1000. */
  readonly code?: number;
}

/** A message went over a socket. Sound is left out: it is in the `audio` of the call. */
export interface FrameEvent extends EventBase {
  readonly type: 'frame';
  readonly callSid: string;
  readonly from: 'twilio' | 'application';
  /** The message; the text of what is none. */
  readonly frame: unknown;
}

/** Something is wrong. */
export interface FindingEvent extends EventBase {
  readonly type: 'finding';
  readonly finding: Finding;
}

/** What happens in an emulator, as plain data. */
export type EmulatorEvent =
  | CallEvent
  | MessageEvent
  | RestEvent
  | WebhookEvent
  | AnswerEvent
  | DocumentEvent
  | InlineEvent
  | VerbEvent
  | HeardEvent
  | InputEvent
  | SocketEvent
  | FrameEvent
  | FindingEvent;

type DistributiveOmit<Type, Keys extends PropertyKey> = Type extends unknown ? Omit<Type, Keys> : never;

/** An event that has not happened yet: its number and its time come when it does. */
export type NewEvent = DistributiveOmit<EmulatorEvent, 'seq' | 'at' | 'causes'> & { readonly causes?: readonly number[] };
