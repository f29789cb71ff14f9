import type { Deviation } from './deviation.js';

const CONVERSATIONS = 'against https://www.twilio.com/docs/conversations/conversations-webhooks';

export const conversationsDeviations: readonly Deviation[] = [
  {
    kind: 'conversations.on_conversation_add',
    parameter: 'Source',
    documented: 'SDK or API',
    actual: 'SMS, WHATSAPP and EMAIL too: the channel of the message that opened the conversation',
    source: `requests recorded in 2021 and 2023, ${CONVERSATIONS}`,
  },
  {
    kind: 'conversations.on_conversation_add',
    parameter: 'UniqueName',
    documented: 'always there',
    actual: 'left out, as every parameter without a value is',
    source: `a request recorded in 2021, ${CONVERSATIONS}`,
  },
  {
    kind: 'conversations.on_message_added',
    parameter: 'ChatServiceSid',
    documented: 'for conversations, users and receipts only',
    actual: 'for messages and participants too, since 2023 at the latest',
    source: `requests recorded in 2023; those of 2021 lack it; ${CONVERSATIONS}`,
  },
  {
    kind: 'conversations.on_message_added',
    parameter: 'MessagingServiceSid',
    documented: 'always there',
    actual: 'not in a conversation of chat users alone',
    source: `requests recorded in 2021, ${CONVERSATIONS}`,
  },
  {
    kind: 'conversations.on_message_added',
    parameter: 'RetryCount',
    documented: 'not at all',
    actual: 'in all webhooks of Conversations',
    source: `requests recorded in 2021 and 2023, ${CONVERSATIONS}`,
  },
  {
    kind: 'conversations.on_message_added',
    parameter: 'Source',
    documented: 'always there',
    actual: 'not in every request',
    source: `a request recorded in 2023, ${CONVERSATIONS}`,
  },
  {
    kind: 'conversations.on_participant_added',
    parameter: 'MessagingBinding.Level',
    documented: 'not at all',
    actual: 'for participants over email, with MessagingBinding.Name; the event of the same name documents cc',
    source: `a typed handler of email, ${CONVERSATIONS}, and https://www.twilio.com/docs/events/event-types/conversations`,
  },
  {
    kind: 'conversations.on_participant_added',
    parameter: 'MessagingBinding.Type',
    documented: 'SMS, CHAT or WHATSAPP',
    actual: 'in small letters, and email too',
    source: `requests recorded in 2021 and 2023, ${CONVERSATIONS}`,
  },
];
