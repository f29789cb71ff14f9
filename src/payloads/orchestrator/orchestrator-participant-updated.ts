import { oneOf } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { json } from '../schema/json.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { participantParameters } from './groups/participant.js';

const parameters = {
  /** `PARTICIPANT_UPDATED`. */
  eventType: oneOf('PARTICIPANT_UPDATED'),
};

/** A participant of a conversation changed. */
export interface OrchestratorParticipantUpdated
  extends PayloadOf<typeof eventParameters & typeof participantParameters & typeof parameters> {}

/** Sent as JSON to the status callbacks of a conversation configuration of Conversation Orchestrator. Answer with any 2xx. */
export const OrchestratorParticipantUpdated: PayloadSchema<OrchestratorParticipantUpdated, 'orchestrator.participant_updated', 'nothing'> =
  json({
    kind: 'orchestrator.participant_updated',
    title: 'Participant changed',
    expects: 'nothing',
    methods: ['POST'],
    signs: [{ is: { eventType: 'PARTICIPANT_UPDATED' }, has: ['data'] }],
    parameters: [eventParameters, participantParameters, parameters],
  });
