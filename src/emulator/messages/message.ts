import type { Medium } from './media.js';

/** How far a message is: https://www.twilio.com/docs/messaging/api/message-resource#message-status-values */
export type MessageStatus =
  | 'accepted'
  | 'scheduled'
  | 'canceled'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'failed'
  | 'delivered'
  | 'undelivered'
  | 'receiving'
  | 'received'
  | 'read';

/** Which way a message goes, and what made it. */
export type MessageDirection = 'inbound' | 'outbound-api' | 'outbound-call' | 'outbound-reply';

/** Where to report what becomes of a message. */
export interface StatusAddress {
  readonly url: string;
  readonly method: 'GET' | 'POST';
}

/** What a template shows beside its text. */
export interface MessageButton {
  readonly title: string;
  /** What comes back when it is tapped. */
  readonly id?: string;
  readonly url?: string;
  readonly phone?: string;
  /** The label of the list that it is a row of: what is chosen there goes into `phone.text()` as `listId` and `listTitle`. */
  readonly list?: string;
  /** What stands below the title of a row. */
  readonly description?: string;
}

/** What makes a message. */
export interface MessageOptions {
  readonly sid: string;
  readonly direction: MessageDirection;
  /** Absent until a Messaging Service has chosen it. */
  readonly from: string | undefined;
  readonly to: string;
  readonly body: string;
  readonly status: MessageStatus;
  readonly createdAt: number;
  readonly media?: readonly Medium[];
  readonly messagingServiceSid?: string | undefined;
  readonly statusCallback?: StatusAddress | undefined;
  readonly buttons?: readonly MessageButton[];
  /** Whether it is made from a template, which may open a conversation. */
  readonly isTemplate?: boolean;
  /** Whether it is a message of the account; those of Verify are not. @default true */
  readonly isListed?: boolean;
}

/** A text between a person and one of our senders. */
export class Message {
  readonly sid: string;
  readonly direction: MessageDirection;
  /** The channel's template shows these beside the text; what a person taps goes into `phone.text()`. */
  readonly buttons: readonly MessageButton[];
  /** @internal */
  readonly createdAt: number;
  /** @internal */
  readonly messagingServiceSid: string | undefined;
  /** @internal */
  readonly statusCallback: StatusAddress | undefined;
  /** @internal */
  readonly isTemplate: boolean;
  /** @internal */
  readonly isListed: boolean;
  /** @internal */
  updatedAt: number;
  /** @internal */
  sentAt: number | undefined;
  /** @internal When it is to be sent, of one that is sent later, in milliseconds since the epoch. */
  dueAt: number | undefined;
  /** @internal How many messages of SMS carry it; unknown until it is queued. */
  segments = 0;
  /** @internal The events that led to it. */
  causes: readonly number[] = [];
  /** @internal Is called when the person reads it. */
  onRead: (() => void) | undefined;
  /** @internal Calls off a message that is to be sent later. */
  cancel: (() => void) | undefined;
  #from: string | undefined;
  #to: string;
  #body: string;
  #media: readonly Medium[];
  #status: MessageStatus;
  #errorCode: number | undefined;

  /** @internal */
  constructor(options: MessageOptions) {
    this.sid = options.sid;
    this.direction = options.direction;
    this.createdAt = options.createdAt;
    this.updatedAt = options.createdAt;
    this.messagingServiceSid = options.messagingServiceSid;
    this.statusCallback = options.statusCallback;
    this.buttons = options.buttons ?? [];
    this.isTemplate = options.isTemplate ?? false;
    this.isListed = options.isListed ?? true;
    this.#from = options.from;
    this.#to = options.to;
    this.#body = options.body;
    this.#media = options.media ?? [];
    this.#status = options.status;
  }

  /** Who wrote it; empty until a Messaging Service has chosen a sender. */
  get from(): string {
    return this.#from ?? '';
  }

  get to(): string {
    return this.#to;
  }

  get body(): string {
    return this.#body;
  }

  get media(): readonly Medium[] {
    return this.#media;
  }

  get status(): MessageStatus {
    return this.#status;
  }

  /** Twilio's number for why it did not arrive. */
  get errorCode(): number | undefined {
    return this.#errorCode;
  }

  /** The person reads it. The sender is told where the channel tells: WhatsApp, RCS and Messenger do. */
  read(): Promise<void> {
    this.onRead?.();
    this.onRead = undefined;
    return Promise.resolve();
  }

  /** @internal */
  become(status: MessageStatus, at: number, errorCode?: number): void {
    this.#status = status;
    this.#errorCode = errorCode;
    this.updatedAt = at;
    if (status === 'sent') this.sentAt = at;
  }

  /** @internal */
  sendFrom(sender: string): void {
    this.#from = sender;
  }

  /** @internal Another channel takes it over. */
  reroute(sender: string, recipient: string): void {
    this.#from = sender;
    this.#to = recipient;
  }

  /** @internal Takes out the text, as `update({ body: '' })` does. */
  redact(): void {
    this.#body = '';
  }

  /** @internal */
  attach(media: readonly Medium[]): void {
    this.#media = media;
  }
}
