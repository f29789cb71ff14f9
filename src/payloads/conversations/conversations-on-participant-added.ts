import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { bindingParameters } from './groups/binding.js';
import { eventParameters } from './groups/event.js';
import { participantParameters } from './groups/participant.js';
import { storedParticipantParameters } from './groups/stored-participant.js';

const parameters = {
  /** `onParticipantAdded`, the name of this event. */
  EventType: oneOf('onParticipantAdded'),
};

/** Somebody joined a conversation. */
export interface ConversationsOnParticipantAdded
  extends PayloadOf<
    typeof eventParameters &
      typeof participantParameters &
      typeof bindingParameters &
      typeof storedParticipantParameters &
      typeof parameters
  > {}

/**
 * Sent to the post-action URL of the account or the service, and to the webhooks of the conversation that ask for it. Answer with any 2xx.
 */
export const ConversationsOnParticipantAdded: PayloadSchema<
  ConversationsOnParticipantAdded,
  'conversations.on_participant_added',
  'nothing'
> = form({
  kind: 'conversations.on_participant_added',
  title: 'onParticipantAdded (post-action)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onParticipantAdded' } }],
  parameters: [eventParameters, participantParameters, bindingParameters, storedParticipantParameters, parameters],
});
