import { oneOf, optional, sid } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { interactionParameters } from './groups/interaction.js';

const parameters = {
  /** `onChannelCreated`, the name of this event. */
  EventType: oneOf('onChannelCreated'),
  /** The channel of the interaction. Its name is inferred, for the only copy of the table that could be had breaks off before it. */
  ChannelSid: optional(sid('UO')),
};

/** A way to talk was added to an interaction. */
export interface FlexInteractionChannel extends PayloadOf<typeof interactionParameters & typeof parameters> {}

/**
 * Sent to the interaction webhook of the Flex instance, or of the one interaction that was created with its `WebhookTtid`. Answer with any
 * 2xx.
 */
export const FlexInteractionChannel: PayloadSchema<FlexInteractionChannel, 'flex.interaction.channel', 'nothing'> = form({
  kind: 'flex.interaction.channel',
  title: 'Channel created in an interaction',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onChannelCreated' } }],
  parameters: [interactionParameters, parameters],
});
