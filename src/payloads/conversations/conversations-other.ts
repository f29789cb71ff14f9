import { type OptionalTable, optionalTable, unlisted } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { storedConversationParameters } from './groups/stored-conversation.js';

const shared: OptionalTable<typeof eventParameters & typeof storedConversationParameters> = /* @__PURE__ */ optionalTable<
  typeof eventParameters & typeof storedConversationParameters
>(eventParameters, storedConversationParameters);

const parameters = {
  /** What happened, in a word that is not known. */
  EventType: unlisted(),
};

/** Something happened in Conversations that this version does not know. */
export interface ConversationsOther extends PayloadOf<Override<typeof shared, typeof parameters>> {}

/** Those that come before an action want an answer. */
const isNot = {
  EventType: [
    'onConversationAdd',
    'onConversationUpdate',
    'onConversationRemove',
    'onMessageAdd',
    'onMessageUpdate',
    'onMessageRemove',
    'onParticipantAdd',
    'onParticipantUpdate',
    'onParticipantRemove',
    'onUserUpdate',
  ],
};

/** What Programmable Chat and Flex have instead. */
const lacks = ['InstanceSid', 'InteractionSid'];

/** Sent to a webhook of Conversations, where Twilio has added an event. See `ConversationsEvent`. Answer with any 2xx. */
export const ConversationsOther: PayloadSchema<ConversationsOther, 'conversations.other', 'nothing'> = form({
  kind: 'conversations.other',
  title: 'Conversations event that is not known',
  expects: 'nothing',
  signs: [
    { otherwise: true, starts: { EventType: 'on' }, has: ['ConversationSid'], lacks, isNot },
    { otherwise: true, starts: { EventType: 'on' }, has: ['ChatServiceSid'], lacks, isNot },
  ],
  parameters: [shared, parameters],
});
