import { openEnum, optional, sid, text } from '../../schema/fields.js';

/** What every webhook of Flex interactions has. The table of the first event is known whole; the others are taken to share it. */
export const interactionParameters = {
  /** The account or subaccount that Flex runs in. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The interaction: `KD…`. */
  InteractionSid: sid('KD'),
  /** The Flex instance: `GO…`. */
  InstanceSid: optional(sid('GO')),
  /** What is behind the channel: a conversation (`CH…`) or a conference (`CF…`). */
  MediaChannelSid: optional(text()),
  /** By which way people talk. */
  MediaChannelType: optional(openEnum('voice', 'sms', 'email', 'web', 'whatsapp', 'chat', 'messenger', 'gbm')),
};
