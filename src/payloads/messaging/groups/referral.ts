import { integer, openEnum, optional, text } from '../../schema/fields.js';
import { type Gatherer, numbered } from '../../schema/lists.js';
import type { MessageMedia } from './media.js';

/** The Meta advertisement or post that a WhatsApp conversation began with, in its first message. */
export const referralParameters = {
  /** How many media files the advertisement shows. On every WhatsApp message, and until 2023 on SMS: it does not tell an advertisement. */
  ReferralNumMedia: optional(integer()),
  /** The text of the advertisement. */
  ReferralBody: optional(text()),
  /** The headline of the advertisement. */
  ReferralHeadline: optional(text()),
  /** Meta's id of the advertisement or post, in digits. */
  ReferralSourceId: optional(text()),
  /** Whether it was an advertisement or a post. */
  ReferralSourceType: optional(openEnum('ad', 'post')),
  /** Where the advertisement or post is. */
  ReferralSourceUrl: optional(text()),
  /** Meta's id of the media that the advertisement shows; no SID. */
  ReferralMediaId: optional(text()),
  /** The MIME type of the media that the advertisement shows. */
  ReferralMediaContentType: optional(text()),
  /** Where the media that the advertisement shows is, under `api.twilio.com`. */
  ReferralMediaUrl: optional(text()),
  /** Meta's id of the click, for its Conversions API; some placements have none. */
  ReferralCtwaClid: optional(text()),
};

/** The files of an advertisement, where they are numbered. */
export interface ReferralLists {
  /** The files that the advertisement shows, where Twilio numbers them (`ReferralMediaUrl0`); else see `ReferralMediaUrl`. */
  ReferralMedia: readonly MessageMedia[];
}

/** @internal */
export const referralList: Gatherer = numbered('ReferralMedia', { Url: 'ReferralMediaUrl', ContentType: 'ReferralMediaContentType' });
