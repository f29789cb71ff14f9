import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { interactionParameters } from './groups/interaction.js';

const parameters = {
  /** `onInteractionCreated`, the name of this event. */
  EventType: oneOf('onInteractionCreated'),
};

/** An interaction was created in Flex Conversations: somebody outside and your agents can talk. */
export interface FlexInteractionCreated extends PayloadOf<typeof interactionParameters & typeof parameters> {}

/**
 * Sent to the interaction webhook of the Flex instance, or of the one interaction that was created with its `WebhookTtid`. Answer with any
 * 2xx.
 */
export const FlexInteractionCreated: PayloadSchema<FlexInteractionCreated, 'flex.interaction.created', 'nothing'> = form({
  kind: 'flex.interaction.created',
  title: 'Interaction created',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onInteractionCreated' } }],
  parameters: [interactionParameters, parameters],
});
