import { errorCode, oneOf, openEnum, optional, sid, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';

const parameters = {
  /** `onDeliveryUpdated`, the name of this event. */
  EventType: oneOf('onDeliveryUpdated'),
  /** The receipt, of which there is one for each participant on a channel. */
  DeliveryReceiptSid: sid('DY'),
  /** The message in the conversation: `IM…`. */
  MessageSid: sid('IM'),
  /** How far the message got. One of Twilio's own texts calls the parameter `DeliveryStatus`; what reads live traffic finds this name. */
  Status: openEnum('sent', 'delivered', 'read', 'failed', 'undelivered'),
  /** The conversation: `CH…`. */
  ConversationSid: optional(sid('CH')),
  /** The message on the channel: `SM…` and `MM…` by SMS and MMS, `WA…` on WhatsApp. */
  ChannelMessageSid: optional(sid('SM', 'MM', 'WA')),
  /** The participant whom the message was for: `MB…`. */
  ParticipantSid: optional(sid('MB')),
  /** Twilio's error number, when the message failed or was not delivered. It may come as 0 when nothing went wrong. */
  ErrorCode: optional(errorCode()),
  /** When the receipt was made: ISO 8601 with milliseconds, in UTC. */
  DateCreated: optional(timestamp('iso8601')),
  /** When the receipt was last changed: ISO 8601 with milliseconds, in UTC. */
  DateUpdated: optional(timestamp('iso8601')),
};

/** A message to somebody on SMS, WhatsApp or another channel got further, or did not arrive. */
export interface ConversationsOnDeliveryUpdated extends PayloadOf<typeof eventParameters & typeof parameters> {}

/**
 * Sent to the post-action URL of the account or the service, and to the webhooks of the conversation that ask for it. Answer with any 2xx.
 */
export const ConversationsOnDeliveryUpdated: PayloadSchema<ConversationsOnDeliveryUpdated, 'conversations.on_delivery_updated', 'nothing'> =
  form({
    kind: 'conversations.on_delivery_updated',
    title: 'onDeliveryUpdated (post-action)',
    expects: 'nothing',
    signs: [{ is: { EventType: 'onDeliveryUpdated' } }],
    parameters: [eventParameters, parameters],
  });
