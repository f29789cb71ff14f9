import { oneOf, optional, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { bindingParameters } from './groups/binding.js';
import { eventParameters } from './groups/event.js';
import { participantParameters } from './groups/participant.js';
import { storedParticipantParameters } from './groups/stored-participant.js';

const parameters = {
  /** `onParticipantRemoved`, the name of this event. */
  EventType: oneOf('onParticipantRemoved'),
  /** When the participant was last changed: ISO 8601 with milliseconds, in UTC. */
  DateUpdated: optional(timestamp('iso8601')),
  /** When the participant left: ISO 8601 with milliseconds, in UTC. */
  DateRemoved: optional(timestamp('iso8601')),
};

/** A participant left a conversation, or was removed from it. */
export interface ConversationsOnParticipantRemoved
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
export const ConversationsOnParticipantRemoved: PayloadSchema<
  ConversationsOnParticipantRemoved,
  'conversations.on_participant_removed',
  'nothing'
> = form({
  kind: 'conversations.on_participant_removed',
  title: 'onParticipantRemoved (post-action)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onParticipantRemoved' } }],
  parameters: [eventParameters, participantParameters, bindingParameters, storedParticipantParameters, parameters],
});
