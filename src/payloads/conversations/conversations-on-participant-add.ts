import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { bindingParameters } from './groups/binding.js';
import { eventParameters } from './groups/event.js';
import { participantParameters } from './groups/participant.js';
import { ConversationsAcceptance } from './replies/conversations-acceptance.js';

const parameters = {
  /** `onParticipantAdd`, the name of this event. */
  EventType: oneOf('onParticipantAdd'),
};

/** Somebody is about to join a conversation, and has no SID in it yet. */
export interface ConversationsOnParticipantAdd
  extends PayloadOf<typeof eventParameters & typeof participantParameters & typeof bindingParameters & typeof parameters> {}

/**
 * Sent to the pre-action URL of the account or the service. Answer with `{}`, or a `Response` of 4xx to refuse. Twilio goes ahead without
 * an answer after five seconds.
 */
export const ConversationsOnParticipantAdd: PayloadSchema<
  ConversationsOnParticipantAdd,
  'conversations.on_participant_add',
  'json',
  ConversationsAcceptance
> = form({
  kind: 'conversations.on_participant_add',
  title: 'onParticipantAdd (pre-action)',
  expects: 'json',
  reply: ConversationsAcceptance,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onParticipantAdd' } }],
  parameters: [eventParameters, participantParameters, bindingParameters, parameters],
});
