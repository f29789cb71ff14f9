import { optional, text } from '../../schema/fields.js';

/** The addresses of somebody who takes part over SMS, WhatsApp or another channel. The names have a dot in them. */
export const bindingParameters = {
  /**
   * The address of the person outside, with the channel in front, such as `whatsapp:+15005550006`; over email just the address. When a
   * group MMS opened the conversation, Twilio documents a list here; no recording shows how it is written.
   */
  'MessagingBinding.Address': optional(text()),
  /** Your own address on the channel. Absent over email, and for the people of a group MMS that have a projected address. */
  'MessagingBinding.ProxyAddress': optional(text()),
  /** The Twilio number that stands for a chat user in a group MMS. */
  'MessagingBinding.ProjectedAddress': optional(text()),
};
