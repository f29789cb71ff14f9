import { integerOrZero } from '../../schema/fields.js';
import { type Gatherer, numbered } from '../../schema/lists.js';

/** How many files came with a message. */
export const mediaParameters = {
  /** How many media files are attached: up to ten by MMS, one by WhatsApp. They are in `Media`. */
  NumMedia: integerOrZero(),
};

/** One file that came with a message. */
export interface MessageMedia {
  /** Where the file is, under `api.twilio.com`; it may ask for the account's credentials. From `MediaUrl0` and so on. */
  readonly Url: string;
  /** Its MIME type, which may carry parameters. From `MediaContentType0` and so on. */
  readonly ContentType?: string | undefined;
}

/** The files that came with a message. */
export interface MediaLists {
  /** The attached files, in order; empty when there are none. */
  Media: readonly MessageMedia[];
}

/** @internal */
export const mediaList: Gatherer = numbered('Media', { Url: 'MediaUrl', ContentType: 'MediaContentType' }, 'NumMedia');
