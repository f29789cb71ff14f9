/** Where what Twilio sends is not what its documentation says, and the schema follows what is sent. */
export interface Deviation {
  /** The kind of webhook, or with a star several, such as `voice.recording.*`. */
  readonly kind: string;
  /** The parameter. */
  readonly parameter: string;
  /** What the documentation says, or that it says nothing. */
  readonly documented: string;
  /** What is sent. */
  readonly actual: string;
  /** Where it was seen. */
  readonly source: string;
}

/** All known deviations, in the order of their kinds. */
export const deviations: readonly Deviation[] = [
  {
    kind: 'messaging.incoming',
    parameter: 'MessageSid',
    documented: 'Always sent.',
    actual: 'Absent before 2013 and with the API version 2008-08-01; SmsMessageSid and SmsSid hold it.',
    source: 'bodies with ApiVersion=2008-08-01 in public code',
  },
  {
    kind: 'messaging.incoming',
    parameter: 'OtherRecipients',
    documented: 'Nothing.',
    actual: 'Numbered from 0 on group MMS, with no parameter that counts them; NumMedia may be 0.',
    source: 'a live message and tests in public code',
  },
  {
    kind: 'messaging.incoming',
    parameter: 'ReferralNumMedia',
    documented: 'Sent with WhatsApp messages alone.',
    actual: 'Sent as 0 with SMS and MMS until January 2023.',
    source:
      'https://www.twilio.com/changelog/upcoming-removal-of-whatsapp-specific-referralnummedia-webhook-property-for-inbound-smsmms-messages',
  },
  {
    kind: 'messaging.incoming',
    parameter: 'SmsSid',
    documented: 'Always sent.',
    actual: 'Absent on some messages of Messaging Services.',
    source: 'recorded bodies in public code',
  },
  {
    kind: 'messaging.incoming',
    parameter: 'SmsStatus',
    documented: 'Nothing.',
    actual: 'Sent as received with every message.',
    source: 'recorded bodies in public code',
  },
  {
    kind: 'messaging.incoming.whatsapp',
    parameter: 'ExternalUserId',
    documented: 'Nothing.',
    actual: 'Sent since 2026: a country and digits behind the prefix of WhatsApp.',
    source: 'bodies recorded in 2026 in public code',
  },
  {
    kind: 'messaging.incoming.whatsapp',
    parameter: 'Forwarded',
    documented: 'Sent with forwarded messages.',
    actual: 'Sent as false with answers to buttons too, and so is FrequentlyForwarded.',
    source: 'recorded bodies in public code',
  },
  {
    kind: 'messaging.incoming.whatsapp',
    parameter: 'MessageType',
    documented: 'Nothing.',
    actual: 'Sent with every message since about 2023; text and interactive are recorded.',
    source: 'recorded bodies in public code',
  },
  {
    kind: 'messaging.status',
    parameter: 'ErrorMessage',
    documented: 'Nothing.',
    actual: 'Sent beside ErrorCode, mainly for WhatsApp.',
    source: 'twilio/ai:skills/twilio/twilio-messaging-webhooks/SKILL.md',
  },
  {
    kind: 'messaging.status.channel',
    parameter: 'ChannelInstallSid',
    documented: 'Sent with every status of a channel.',
    actual: 'Absent on some read receipts, and with the other parameters of the channel on queued messages.',
    source: 'recorded bodies in public code',
  },
  {
    kind: 'messaging.status.channel',
    parameter: 'EventType',
    documented: 'READ, with read receipts.',
    actual: 'DELIVERED too; absent on some read receipts.',
    source: 'recorded bodies in public code',
  },
  {
    kind: 'messaging.status.channel',
    parameter: 'StructuredMessage',
    documented: 'Nothing.',
    actual: 'Sent with some WhatsApp messages, and so is ChannelStatusCode with some that failed.',
    source: 'recorded bodies in public code',
  },
  {
    kind: 'voice.conference.wait',
    parameter: 'ConferenceSid',
    documented: 'Nothing: the page lists no parameters.',
    actual: 'Sent beside the parameters of the call; From, To, Caller and Called may be blank.',
    source: 'a recorded body in public code',
  },
  {
    kind: 'voice.payment*',
    parameter: 'DateCreated',
    documented: 'RFC 2822.',
    actual: 'ISO 8601 with milliseconds, and so is DateUpdated.',
    source: 'recorded bodies in public code',
  },
  {
    kind: 'voice.payment*',
    parameter: 'Sid',
    documented: 'The name of the parameter.',
    actual: 'Programs in the field read PaymentSid.',
    source: 'handlers in public code',
  },
  {
    kind: 'voice.payment.update',
    parameter: 'Required',
    documented: 'Names such as ExpirationDate.',
    actual: 'Names such as expiration-date.',
    source: 'published live tests of March 2026',
  },
  {
    kind: 'voice.recording.*',
    parameter: 'ErrorCode',
    documented: 'Nothing.',
    actual: 'Sent with most recordings: 0 when nothing went wrong.',
    source: 'published live tests of March 2026',
  },
  {
    kind: 'voice.recording.*',
    parameter: 'RecordingTrack',
    documented: 'Sent for recordings of the REST API and of <Start><Recording>.',
    actual: 'Sent with most recordings, but not with all of one kind.',
    source: 'published live tests of March 2026',
  },
  {
    kind: 'voice.recording.start',
    parameter: 'RecordingSource',
    documented: 'OutboundAPI.',
    actual: 'StartCallRecordingTwiML.',
    source: 'published live tests of March 2026',
  },
  {
    kind: 'voice.transcription.*',
    parameter: 'Timestamp',
    documented: 'ISO 8601.',
    actual: 'ISO 8601 with three to nine digits of a second.',
    source: 'published live tests of March 2026',
  },
  {
    kind: 'voice.transcription.content',
    parameter: 'Stability',
    documented: 'Sent by the engine of Google alone.',
    actual: 'Sent by Deepgram too.',
    source: 'published live tests of March 2026',
  },
];
