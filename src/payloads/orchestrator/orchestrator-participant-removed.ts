import { oneOf } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { json } from '../schema/json.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { participantParameters } from './groups/participant.js';

const parameters = {
  /** `PARTICIPANT_REMOVED`. */
  eventType: oneOf('PARTICIPANT_REMOVED'),
};

/** Somebody left a conversation, or was removed from it. */
export interface OrchestratorParticipantRemoved
  extends PayloadOf<typeof eventParameters & typeof participantParameters & typeof parameters> {}

/**
 * Sent as JSON to the status callbacks of a conversation configuration of Conversation Orchestrator; that it has the fields of the other events
 * about participants is inferred. Answer with any 2xx.
 */
export const OrchestratorParticipantRemoved: PayloadSchema<OrchestratorParticipantRemoved, 'orchestrator.participant_removed', 'nothing'> =
  json({
    kind: 'orchestrator.participant_removed',
    title: 'Participant removed',
    expects: 'nothing',
    methods: ['POST'],
    signs: [{ is: { eventType: 'PARTICIPANT_REMOVED' }, has: ['data'] }],
    parameters: [eventParameters, participantParameters, parameters],
  });
