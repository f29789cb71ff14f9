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
