import type { MediaFile } from './media.js';

/** What a person writes beside the text. What is left out is as usual. */
export interface TextOptions {
  /** Pictures and other files. */
  readonly media?: readonly MediaFile[] | undefined;
  /** The name that WhatsApp has of the person. @default 'Ada L.' */
  readonly profileName?: string | undefined;
  /** The label of the button that is tapped, and the id that the application gave it. */
  readonly buttonText?: string | undefined;
  readonly buttonPayload?: string | undefined;
  /** The row that is chosen from a list. */
  readonly listId?: string | undefined;
  readonly listTitle?: string | undefined;
  /** The message that is answered. */
  readonly replyTo?: { readonly sid: string; readonly from: string } | undefined;
  /** A place that is shared. */
  readonly location?:
    | {
        readonly latitude: number;
        readonly longitude: number;
        readonly address?: string | undefined;
        readonly label?: string | undefined;
      }
    | undefined;
  /** The other numbers that a group MMS goes to. */
  readonly otherRecipients?: readonly string[] | undefined;
  /** Any other parameters of the webhook, by their names. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
}

/** A text that comes in for one of our senders. */
export interface IncomingText extends TextOptions {
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly causes?: readonly number[] | undefined;
}
