import { oneOf } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { json } from '../schema/json.js';
import type { PayloadSchema } from '../schema/schema.js';
import { conversationParameters } from './groups/conversation.js';
import { eventParameters } from './groups/event.js';

const parameters = {
  /** `CONVERSATION_UPDATED`. */
  eventType: oneOf('CONVERSATION_UPDATED'),
};

/** The status, the name or the metadata of a conversation changed. */
export interface OrchestratorConversationUpdated
  extends PayloadOf<typeof eventParameters & typeof conversationParameters & typeof parameters> {}

/** Sent as JSON to the status callbacks of a conversation configuration of Conversation Orchestrator. Answer with any 2xx. */
export const OrchestratorConversationUpdated: PayloadSchema<
  OrchestratorConversationUpdated,
  'orchestrator.conversation_updated',
  'nothing'
> = json({
  kind: 'orchestrator.conversation_updated',
  title: 'Conversation changed',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { eventType: 'CONVERSATION_UPDATED' }, has: ['data'] }],
  parameters: [eventParameters, conversationParameters, parameters],
});
