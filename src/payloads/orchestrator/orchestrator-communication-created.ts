import { oneOf } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { json } from '../schema/json.js';
import type { PayloadSchema } from '../schema/schema.js';
import { communicationParameters } from './groups/communication.js';
import { eventParameters } from './groups/event.js';

const parameters = {
  /** `COMMUNICATION_CREATED`. */
  eventType: oneOf('COMMUNICATION_CREATED'),
};

/** Somebody wrote, or said, something in a conversation: the event that agents act on. */
export interface OrchestratorCommunicationCreated
  extends PayloadOf<typeof eventParameters & typeof communicationParameters & typeof parameters> {}

/** Sent as JSON to the status callbacks of a conversation configuration of Conversation Orchestrator. Answer with any 2xx. */
export const OrchestratorCommunicationCreated: PayloadSchema<
  OrchestratorCommunicationCreated,
  'orchestrator.communication_created',
  'nothing'
> = json({
  kind: 'orchestrator.communication_created',
  title: 'Communication created',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { eventType: 'COMMUNICATION_CREATED' }, has: ['data'] }],
  parameters: [eventParameters, communicationParameters, parameters],
});
