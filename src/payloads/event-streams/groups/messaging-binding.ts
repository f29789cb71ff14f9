import { openEnum, optional, text } from '../../schema/fields.js';
import type { PayloadOf } from '../../schema/form.js';

/** The binding of a participant to a channel. */
export const messagingBinding = {
  /** Your number or sender. */
  ProxyAddress: optional(text()),
  /** Your number that stands for a chat participant in a group. */
  ProjectedAddress: optional(text()),
  /** Who wrote the message that began it. */
  AuthorAddress: optional(text()),
  /** The participant's number or channel address. */
  Address: optional(text()),
  /** The channel, such as `SMS`. */
  Type: optional(text()),
  /** How an e-mail reaches the participant: `cc` for a copy. */
  Level: optional(openEnum('cc')),
  /** The participant's name on the channel. */
  Name: optional(text()),
};

/** How a participant is reached. Which fields there are differs from channel to channel. */
export interface EventStreamsMessagingBinding extends PayloadOf<typeof messagingBinding> {}
