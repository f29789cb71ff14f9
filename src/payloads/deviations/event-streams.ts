import type { Deviation } from './deviation.js';

export const eventStreamsDeviations: readonly Deviation[] = [
  {
    kind: 'event-streams.a2p.brand-failure',
    parameter: 'data',
    documented: 'registrationerrorcode is text',
    actual: 'a number in the example of the same page; both are read',
    source: 'https://www.twilio.com/docs/events/event-types/messaging/a2p',
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
    kind: 'event-streams.verify.message',
    parameter: 'data',
    documented: 'delivery_status and error_code of every message; number_segments is text',
    actual: 'SENT alone and no error_code for who subscribed since 2026-04-01; number_segments is a number in the example',
    source: 'https://www.twilio.com/docs/events/event-types/verify',
  },
  {
    kind: 'event-streams.voice-insights.call-summary',
    parameter: 'data',
    documented: 'attributes.conference_participant',
    actual: 'gone since 2026-08-01',
    source: 'https://www.twilio.com/docs/events/event-types/voice-insights',
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
];
