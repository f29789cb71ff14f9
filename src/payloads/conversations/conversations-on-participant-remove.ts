import { oneOf, optional, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { bindingParameters } from './groups/binding.js';
import { eventParameters } from './groups/event.js';
import { participantParameters } from './groups/participant.js';
import { storedParticipantParameters } from './groups/stored-participant.js';
import { ConversationsAcceptance } from './replies/conversations-acceptance.js';

const parameters = {
  /** `onParticipantRemove`, the name of this event. */
  EventType: oneOf('onParticipantRemove'),
  /** When the participant was last changed: ISO 8601 with milliseconds, in UTC. */
  DateUpdated: optional(timestamp('iso8601')),
};

/** A participant is about to leave a conversation, or to be removed from it. */
export interface ConversationsOnParticipantRemove
  extends PayloadOf<
    typeof eventParameters &
      typeof participantParameters &
      typeof bindingParameters &
      typeof storedParticipantParameters &
      typeof parameters
  > {}

/**
 * Sent to the pre-action URL of the account or the service. Answer with `{}`, or a `Response` of 4xx to refuse. Twilio goes ahead without
 * an answer after five seconds.
 */
export const ConversationsOnParticipantRemove: PayloadSchema<
  ConversationsOnParticipantRemove,
  'conversations.on_participant_remove',
  'json',
  ConversationsAcceptance
> = form({
  kind: 'conversations.on_participant_remove',
  title: 'onParticipantRemove (pre-action)',
  expects: 'json',
  reply: ConversationsAcceptance,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onParticipantRemove' } }],
  parameters: [eventParameters, participantParameters, bindingParameters, storedParticipantParameters, parameters],
});
