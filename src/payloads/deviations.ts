/** Where what Twilio sends is not what Twilio documents. */
export interface Deviation {
  readonly kind: string;
  readonly parameter: string;
  /** What the documentation says. */
  readonly documented: string;
  /** What comes. */
  readonly actual: string;
  /** Who has seen it. */
  readonly source: string;
}

const TASKROUTER = 'against https://www.twilio.com/docs/taskrouter/api/event/reference';
const CONVERSATIONS = 'against https://www.twilio.com/docs/conversations/conversations-webhooks';

/** Every such place that shaped a schema, in the order of the kinds. */
export const deviations: readonly Deviation[] = [
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
    actual: 'for participants over email, with MessagingBinding.Name',
    source: `a typed handler of email, ${CONVERSATIONS}`,
  },
  {
    kind: 'conversations.on_participant_added',
    parameter: 'MessagingBinding.Type',
    documented: 'SMS, CHAT or WHATSAPP',
    actual: 'in small letters, and email too',
    source: `requests recorded in 2021 and 2023, ${CONVERSATIONS}`,
  },
  {
    kind: 'proxy.callback',
    parameter: 'inboundResourceType',
    documented: 'Message or Call',
    actual: 'message or call',
    source: 'two handlers of live traffic, which compare with small letters, against https://www.twilio.com/docs/proxy/api/webhooks',
  },
  {
    kind: 'taskrouter.event.reservation',
    parameter: 'ReservationVersion',
    documented: 'not at all',
    actual:
      'in every event of a reservation, with TaskVersion, TaskDateCreated, TaskQueueEnteredDate, TaskVirtualStartTime and TaskIgnoreCapacity',
    source: `a Flex project whose schema live events went through, ${TASKROUTER}`,
  },
  {
    kind: 'taskrouter.event.reservation',
    parameter: 'ResourceType',
    documented: 'with capitals, as in Reservation',
    actual: 'in small letters',
    source: `a Flex project whose schema live events went through, ${TASKROUTER}`,
  },
  {
    kind: 'taskrouter.event.worker-activity',
    parameter: 'Sid',
    documented: 'not at all',
    actual: 'in every event',
    source: `a Flex project whose schema live events went through, ${TASKROUTER}`,
  },
  {
    kind: 'taskrouter.event.worker-activity',
    parameter: 'TimestampMs',
    documented: 'not at all',
    actual: 'in every event',
    source: `two projects that read live events, ${TASKROUTER}`,
  },
  {
    kind: 'taskrouter.event.worker-activity',
    parameter: 'WorkerPreviousActivityName',
    documented: 'not at all',
    actual: 'beside the SID',
    source: `several projects that read live events, ${TASKROUTER}`,
  },
];
