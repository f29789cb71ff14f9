import { integer, oneOf, optional, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { bindingParameters } from './groups/binding.js';
import { eventParameters } from './groups/event.js';
import { participantParameters } from './groups/participant.js';
import { storedParticipantParameters } from './groups/stored-participant.js';

const parameters = {
  /** `onParticipantUpdated`, the name of this event. */
  EventType: oneOf('onParticipantUpdated'),
  /** When the participant was last changed: ISO 8601 with milliseconds, in UTC. */
  DateUpdated: optional(timestamp('iso8601')),
  /** The last message that the participant has read, by its `Index`; absent before the first. */
  LastReadMessageIndex: optional(integer()),
};

/** A participant of a conversation was changed, or has read on. Going online or offline is no such change. */
export interface ConversationsOnParticipantUpdated
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
export const ConversationsOnParticipantUpdated: PayloadSchema<
  ConversationsOnParticipantUpdated,
  'conversations.on_participant_updated',
  'nothing'
> = form({
  kind: 'conversations.on_participant_updated',
  title: 'onParticipantUpdated (post-action)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onParticipantUpdated' } }],
  parameters: [eventParameters, participantParameters, bindingParameters, storedParticipantParameters, parameters],
});
