import type { Diagnostic } from '../../twiml/document/index.js';
import type { PersonOptions } from '../calls/person.js';
import type { EmulatorEvent } from '../events.js';
import type { MessageButton } from '../messages/message.js';
import type { NumberSettings } from '../numbers.js';
import type { Parameters } from '../wire/webhook.js';

/** The version of the format. It changes when a reader of the older one would read something wrongly. */
export const SESSION_VERSION = 1;

interface LineBase {
  readonly v: typeof SESSION_VERSION;
  readonly seq: number;
  readonly at: number;
  readonly causes: readonly number[];
}

/** The first line: what the rest is about. */
export interface SessionHead extends LineBase {
  readonly type: 'session';
  readonly seq: 0;
  /** The version of the package. */
  readonly ringback: string;
  readonly publicUrl: string;
  readonly accountSid: string;
  /** Where the application was. */
  readonly app: string;
}

/** Our numbers and people's telephones, from now on. */
export interface SettingsLine extends LineBase {
  readonly type: 'settings';
  readonly publicUrl: string;
  readonly app: string;
  readonly numbers: Readonly<Record<string, NumberSettings>>;
  readonly phones: Readonly<Record<string, PersonOptions>>;
}

/** The last line of a file that has become too large. */
export interface EndLine extends LineBase {
  readonly type: 'end';
  readonly message: string;
}

/** What a webhook says besides its event. */
export interface WebhookContent {
  /** Where it was sent, without what a GET has in its query. */
  readonly target: string;
  readonly parameters: Parameters;
  /** Without what proves or opens something. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What an answer says besides its event. */
export interface AnswerContent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly findings?: readonly Diagnostic[];
}

/** What a text says besides its event. */
export interface MessageContent {
  /** The content types of its files. */
  readonly media?: readonly string[];
  /** The files themselves, in the same order, with the first event that has them. */
  readonly files?: readonly SessionFile[];
  /** What its template shows beside the text. */
  readonly buttons?: readonly MessageButton[];
}

/** A file of a text. */
export interface SessionFile {
  readonly sid: string;
  readonly bytes: number;
  /** Absent where it is too large to be kept, or has a secret in it that cannot be taken out. */
  readonly base64?: string;
}

type ContentOf<Event extends EmulatorEvent> = Event extends { readonly type: 'webhook' }
  ? WebhookContent
  : Event extends { readonly type: 'answer' }
    ? AnswerContent
    : Event extends { readonly type: 'message' }
      ? MessageContent
      : object;

/** An event with what belongs to it, so that it can be shown, sent again and tested without anything else. */
export type SessionEvent = {
  readonly [Type in EmulatorEvent['type']]: Extract<EmulatorEvent, { readonly type: Type }> &
    ContentOf<Extract<EmulatorEvent, { readonly type: Type }>>;
}[EmulatorEvent['type']];

/** One line of a session file. */
export type SessionLine = SessionHead | SettingsLine | EndLine | (SessionEvent & { readonly v: typeof SESSION_VERSION });

/** What a session file holds. */
export interface Session {
  readonly head: SessionHead;
  /** The settings as they were last. */
  readonly settings: Pick<SettingsLine, 'publicUrl' | 'app' | 'numbers' | 'phones'>;
  readonly events: readonly SessionEvent[];
}
