import { oneOf } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { json } from '../schema/json.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { participantParameters } from './groups/participant.js';

const parameters = {
  /** `PARTICIPANT_ADDED`. */
  eventType: oneOf('PARTICIPANT_ADDED'),
};

/** Somebody was added to a conversation. */
export interface OrchestratorParticipantAdded
  extends PayloadOf<typeof eventParameters & typeof participantParameters & typeof parameters> {}

/** Sent as JSON to the status callbacks of a conversation configuration of Conversation Orchestrator. Answer with any 2xx. */
export const OrchestratorParticipantAdded: PayloadSchema<OrchestratorParticipantAdded, 'orchestrator.participant_added', 'nothing'> = json({
  kind: 'orchestrator.participant_added',
  title: 'Participant added',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { eventType: 'PARTICIPANT_ADDED' }, has: ['data'] }],
  parameters: [eventParameters, participantParameters, parameters],
});
