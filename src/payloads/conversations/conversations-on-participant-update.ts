import { oneOf, optional, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { bindingParameters } from './groups/binding.js';
import { eventParameters } from './groups/event.js';
import { participantParameters } from './groups/participant.js';
import { storedParticipantParameters } from './groups/stored-participant.js';
import { ConversationsAcceptance } from './replies/conversations-acceptance.js';

const parameters = {
  /** `onParticipantUpdate`, the name of this event. */
  EventType: oneOf('onParticipantUpdate'),
  /** When the participant was last changed: ISO 8601 with milliseconds, in UTC. */
  DateUpdated: optional(timestamp('iso8601')),
};

/** A participant of a conversation is about to be changed. The parameters show the new state. */
export interface ConversationsOnParticipantUpdate
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
export const ConversationsOnParticipantUpdate: PayloadSchema<
  ConversationsOnParticipantUpdate,
  'conversations.on_participant_update',
  'json',
  ConversationsAcceptance
> = form({
  kind: 'conversations.on_participant_update',
  title: 'onParticipantUpdate (pre-action)',
  expects: 'json',
  reply: ConversationsAcceptance,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onParticipantUpdate' } }],
  parameters: [eventParameters, participantParameters, bindingParameters, storedParticipantParameters, parameters],
});
