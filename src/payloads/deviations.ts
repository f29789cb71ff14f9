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
    kind: 'event-streams.messaging.inbound-message',
    parameter: 'data.accountSid',
    documented: 'in every event',
    actual: 'absent from one event',
    source: 'published live tests of 2026-03-29',
  },
  {
    kind: 'event-streams.messaging.message-status',
    parameter: 'data.errorCode',
    documented: 'a number in the schema',
    actual: 'text in the sample of the changelog',
    source: 'https://twilio.com/en-us/changelog/status-update-event-streams-now-include-additional-data',
  },
  {
    kind: 'event-streams.messaging.message-status',
    parameter: 'data.rawDlrDoneDate',
    documented: 'ISO 8601 in the sample of the changelog',
    actual: 'YYMMDDhhmm',
    source: 'published live tests of 2026-03-29',
  },
  {
    kind: 'event-streams.messaging.message-status',
    parameter: 'dataschema',
    documented: 'in every event',
    actual: 'absent from some recorded events, as datacontenttype',
    source: 'recorded events',
  },
  {
    kind: 'event-streams.supersim.connection',
    parameter: 'data.imei',
    documented: 'text',
    actual: 'null, as may be location',
    source: 'recorded events',
  },
  {
    kind: 'event-streams.voice-insights.call-summary',
    parameter: 'data.from.sdk',
    documented: 'an object',
    actual: 'null, as may be location, the edges, attributes and settings',
    source: 'recorded events',
  },
  {
    kind: 'event-streams.voice.webhook',
    parameter: 'type',
    documented: 'com.twilio.voice.twiml.requested is listed',
    actual: 'the API refuses a subscription to it',
    source: 'published live tests of 2026-03-29',
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
];
