import { addOns } from '../../schema/add-ons.js';
import { jsonText, optional } from '../../schema/fields.js';
import { type Gatherer, numberedTexts } from '../../schema/lists.js';

/** What only messages to phone numbers have. */
export const numberParameters = {
  /** The results of Marketplace add-ons, when some are installed for incoming messages. */
  AddOns: optional(jsonText(addOns)),
};

/** Who else got a message. */
export interface NumberLists {
  /** The other numbers that a group MMS was sent to, in E.164; empty for all other messages. From `OtherRecipients0` and so on. */
  OtherRecipients: readonly string[];
}

/** @internal */
export const recipientList: Gatherer = numberedTexts('OtherRecipients', 'OtherRecipients');
