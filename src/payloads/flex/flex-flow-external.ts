import { eventParameters } from '../chat/groups/event.js';
import { messageParameters } from '../chat/groups/message.js';
import { storedMessageParameters } from '../chat/groups/stored-message.js';
import { integer, openEnum, optional } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** A chat event, `onMessageSent` in practice. */
  EventType: openEnum('onMessageSent'),
  /** The message's place in the channel, from 0. */
  Index: optional(integer()),
};

/**
 * A message was posted in a channel of the former Flex chat.
 *
 * @deprecated Flex chat has ended. Flex Conversations sends `ConversationsOnMessageAdded`.
 */
export interface FlexFlowExternal
  extends PayloadOf<typeof eventParameters & typeof messageParameters & typeof storedMessageParameters & typeof parameters> {}

/**
 * Sent to the URL of a Flex flow whose integration is `external`. It looks like `chat.on_message_sent`: only its URL tells it. Answer with
 * any 2xx.
 *
 * @deprecated Flex chat has ended. Flex Conversations sends `ConversationsOnMessageAdded`.
 */
export const FlexFlowExternal: PayloadSchema<FlexFlowExternal, 'flex.flow.external', 'nothing'> = form({
  kind: 'flex.flow.external',
  title: 'External Flex Flow webhook (legacy chat)',
  expects: 'nothing',
  identifiable: false,
  methods: ['POST'],
  signs: [],
  parameters: [eventParameters, messageParameters, storedMessageParameters, parameters],
});
