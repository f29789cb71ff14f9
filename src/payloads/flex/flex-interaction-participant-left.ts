import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { interactionParameters } from './groups/interaction.js';

const parameters = {
  /** `onParticipantLeft`, the name of this event. */
  EventType: oneOf('onParticipantLeft'),
};

/** Somebody left an interaction. */
export interface FlexInteractionParticipantLeft extends PayloadOf<typeof interactionParameters & typeof parameters> {}

/**
 * Sent to the interaction webhook of the Flex instance, or of the one interaction that was created with its `WebhookTtid`. Answer with any
 * 2xx.
 */
export const FlexInteractionParticipantLeft: PayloadSchema<FlexInteractionParticipantLeft, 'flex.interaction.participant-left', 'nothing'> =
  form({
    kind: 'flex.interaction.participant-left',
    title: 'Participant left an interaction',
    expects: 'nothing',
    signs: [{ is: { EventType: 'onParticipantLeft' } }],
    parameters: [interactionParameters, parameters],
  });
