/** Where Twilio's traffic differs from its documentation, and a schema follows the traffic. */
export interface Deviation {
  /** The kind of webhook. */
  readonly kind: string;
  /** The parameter. */
  readonly parameter: string;
  /** What the documentation says of it. */
  readonly documented: string;
  /** What was seen. */
  readonly actual: string;
  /** Where it was seen. */
  readonly source: string;
}

const TASKROUTER = 'against https://www.twilio.com/docs/taskrouter/api/event/reference';
const CONVERSATIONS = 'against https://www.twilio.com/docs/conversations/conversations-webhooks';

/** All known deviations, by kind. */
export const deviations: readonly Deviation[] = [
  {
    kind: 'account.debugger',
    parameter: 'Level',
    documented: 'Error or Warning',
    actual: 'ERROR and WARNING, in capitals',
    source: 'google/exposure-notifications-verification-server: a recorded request with its signature',
  },
  {
    kind: 'account.debugger',
    parameter: 'Payload',
    documented: 'every part has a value',
    actual: 'service_sid and, in webhook, method, status_code and body may be null',
    source: 'recorded debugger events',
  },
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
    kind: 'intelligence.operator-results',
    parameter: 'intelligenceConfiguration.friendlyName',
    documented: 'friendlyName, in the types of the SDK',
    actual: 'displayName',
    source: 'a request captured from a live account, 2026-06-08',
  },
  {
    kind: 'intelligence.operator-results',
    parameter: 'operatorResults.executionDetails.participants.profileId',
    documented: 'the id of a profile',
    actual: 'absent or null where there is none',
    source: 'a request captured from a live account, 2026-06-08',
  },
  {
    kind: 'intelligence.operator-results',
    parameter: 'operatorResults.operator.name',
    documented: 'name, in the types of the SDK',
    actual: 'displayName',
    source: 'a request captured from a live account, 2026-06-08',
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
  {
    kind: 'video.recording.completed',
    parameter: 'Codec',
    documented: 'PCMU, OPUS, VP8 or H264',
    actual: 'small letters, such as vp8',
    source: 'a request recorded 2020-08-20 in the test of an application',
  },
  {
    kind: 'video.recording.completed',
    parameter: 'SequenceNumber',
    documented: 'sent with every event',
    actual: 'absent',
    source: 'a request recorded 2020-08-20 in the test of an application',
  },
  {
    kind: 'video.recording.completed',
    parameter: 'Type',
    documented: 'sent with every recording event',
    actual: 'absent',
    source: 'a request recorded 2020-08-20 in the test of an application',
  },
  {
    kind: 'voice.amd',
    parameter: 'AnsweredBy',
    documented: 'six values for machines, people and faxes, or unknown',
    actual: 'machine too, from a detection that is gone',
    source: 'recorded requests',
  },
  {
    kind: 'voice.connect.conversation-relay',
    parameter: 'ApiVersion',
    documented: 'in every request about a call',
    actual: 'absent, with Caller and Called, from the example of this very request',
    source: 'https://www.twilio.com/docs/voice/twiml/connect/conversationrelay#connect-action-url-callback',
  },
  {
    kind: 'voice.dial',
    parameter: 'DialBridged',
    documented: 'in every request',
    actual: 'absent from older requests',
    source: 'recorded requests, against https://www.twilio.com/docs/voice/twiml/dial#action',
  },
  {
    kind: 'voice.dial',
    parameter: 'RecordingSid',
    documented: 'not at all; RecordingUrl alone is',
    actual: 'beside RecordingUrl, with RecordingDuration',
    source: 'a recorded request, against https://www.twilio.com/docs/voice/twiml/dial#action',
  },
  {
    kind: 'voice.enqueue',
    parameter: 'Digits',
    documented: 'not at all',
    actual: 'the keys that were pressed while the call waited',
    source: 'a recorded request, against https://www.twilio.com/docs/voice/twiml/enqueue#attributes-action-parameters',
  },
  {
    kind: 'voice.enqueue.wait',
    parameter: 'MaxQueueSize',
    documented: 'in every request',
    actual: 'absent from two requests',
    source: 'recorded requests, against https://www.twilio.com/docs/voice/twiml/enqueue#attributes-waiturl-parameters',
  },
  {
    kind: 'voice.gather',
    parameter: 'FinishedOnKey',
    documented: 'not at all',
    actual: 'wherever keys were pressed, empty when none finished the input',
    source: 'recorded requests, against https://www.twilio.com/docs/voice/twiml/gather#action',
  },
  {
    kind: 'voice.gather',
    parameter: 'msg',
    documented: 'not at all',
    actual: 'Gather End',
    source: 'three recorded requests, against https://www.twilio.com/docs/voice/twiml/gather#action',
  },
  {
    kind: 'voice.gather.partial',
    parameter: 'StableSpeechResult',
    documented: 'not at all; UnstableSpeechResult alone is',
    actual: 'read by several applications, and Stability by one',
    source: 'public code, against https://www.twilio.com/docs/voice/twiml/gather#partialresultcallback',
  },
  {
    kind: 'voice.incoming',
    parameter: 'AddOns',
    documented: 'not in the table of the request',
    actual: 'JSON with the results of the add-ons',
    source: 'TwilioDevEd/api-snippets, against https://www.twilio.com/docs/voice/twiml#request-parameters',
  },
  {
    kind: 'voice.incoming',
    parameter: 'ApplicationSid',
    documented: 'for the calls of a Voice SDK',
    actual: 'also for a call from the phone network to a number that an application answers',
    source: 'a recorded request, against https://www.twilio.com/docs/voice/twiml#request-parameters',
  },
  {
    kind: 'voice.incoming',
    parameter: 'CalledVia',
    documented: 'not at all',
    actual: 'beside ForwardedFrom, with the same value',
    source: 'recorded requests, against https://www.twilio.com/docs/voice/twiml#request-parameters',
  },
  {
    kind: 'voice.incoming.client',
    parameter: 'To',
    documented: 'the number that was called',
    actual: 'what the client chose, or empty',
    source: 'https://gist.github.com/jonahglover/5887ef900cc6890abda1, a recorded request',
  },
  {
    kind: 'voice.incoming.sip-domain',
    parameter: 'CallStatus',
    documented: 'in every request about a call',
    actual: 'absent from a call to a SIP domain',
    source: 'a recorded request, against https://www.twilio.com/docs/voice/api/sip-twiml',
  },
  {
    kind: 'voice.record',
    parameter: 'RecordingSid',
    documented: 'not in the table',
    actual: 'in every recorded request',
    source: 'recorded requests, against https://www.twilio.com/docs/voice/twiml/record#attributes-action-parameters',
  },
  {
    kind: 'voice.status.incoming',
    parameter: 'Timestamp',
    documented: 'not in the table of an incoming call, nor are CallbackSource and SequenceNumber',
    actual: 'as for the calls that you started',
    source: 'a recorded request, against https://www.twilio.com/docs/voice/twiml#statuscallback-request-parameters',
  },
  {
    kind: 'voice.transcribe',
    parameter: 'TranscriptionType',
    documented: 'not at all',
    actual: 'fast, and the callback in url',
    source: 'a recorded request, against https://www.twilio.com/docs/voice/twiml/record#attributes-transcribecallback-parameters',
  },
  {
    kind: 'voice.user-defined-message',
    parameter: 'Content',
    documented: 'in a JSON body',
    actual: 'in a form',
    source: 'twilio/twilio-voice.js tests/relay/server.js, against the page of the subscription resource',
  },
];
