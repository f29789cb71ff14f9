import { oneOf } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { json } from '../schema/json.js';
import type { PayloadSchema } from '../schema/schema.js';
import { conversationParameters } from './groups/conversation.js';
import { eventParameters } from './groups/event.js';

const parameters = {
  /** `CONVERSATION_CREATED`. */
  eventType: oneOf('CONVERSATION_CREATED'),
};

/** A conversation was opened. */
export interface OrchestratorConversationCreated
  extends PayloadOf<typeof eventParameters & typeof conversationParameters & typeof parameters> {}

/** Sent as JSON to the status callbacks of a conversation configuration of Conversation Orchestrator. Answer with any 2xx. */
export const OrchestratorConversationCreated: PayloadSchema<
  OrchestratorConversationCreated,
  'orchestrator.conversation_created',
  'nothing'
> = json({
  kind: 'orchestrator.conversation_created',
  title: 'Conversation created',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { eventType: 'CONVERSATION_CREATED' }, has: ['data'] }],
  parameters: [eventParameters, conversationParameters, parameters],
});
