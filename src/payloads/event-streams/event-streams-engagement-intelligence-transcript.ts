import { oneOf, optional, sid, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The transcript: `GT…`. */
  transcript_sid: optional(sid('GT')),
  /** The Intelligence service: `GA…`. */
  service_sid: optional(sid('GA')),
  /** The account that owns it: `AC…`. */
  account_sid: optional(sid('AC')),
  /** When it happened, in UTC; the only field that Twilio promises. */
  date_created: optional(timestamp('iso8601')),
};

/** The data of an event about a transcript. */
export interface EventStreamsTranscriptData extends PayloadOf<typeof data> {}

const parameters = {
  /** What is ready. Restricted: the types are closed to new subscriptions. */
  type: oneOf(
    'com.twilio.engagement-intelligence.transcript.finished',
    'com.twilio.engagement-intelligence.transcript.operators.results-available',
  ),
  /** The transcript. */
  data: eventData<EventStreamsTranscriptData>(data),
};

/** A transcript of Voice Intelligence is finished, or its operators are. */
export interface EventStreamsEngagementIntelligenceTranscript extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it already; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsEngagementIntelligenceTranscript: PayloadSchema<
  EventStreamsEngagementIntelligenceTranscript,
  'event-streams.engagement-intelligence.transcript',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.engagement-intelligence.transcript',
  title: 'Voice Intelligence transcript',
  parameters,
});
