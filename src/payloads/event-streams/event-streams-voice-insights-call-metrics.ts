import { oneOf, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import { measuredEdge } from './groups/call-interval.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The call: `CA…`. */
  call_sid: optional(sid('CA')),
  /** The account that owns it: `AC…`. */
  account_sid: optional(sid('AC')),
  /** When it was measured, in UTC. */
  timestamp: optional(timestamp('iso8601')),
  /** Who measured; the field of that name has what was measured. */
  edge: optional(openEnum('unknown_edge', 'carrier_edge', 'sip_edge', 'sdk_edge', 'client_edge')),
  /** Which way the sound went. */
  direction: optional(text()),
  /** What the carrier gateway measured; absent or `null` where another measured. */
  carrier_edge: measuredEdge,
  /** What the SIP gateway measured; absent or `null` where another measured. That it has the fields of the carrier gateway's is inferred. */
  sip_edge: measuredEdge,
  /** What the SDK measured; absent or `null` where another measured. That it has the fields of the carrier gateway's is inferred. */
  sdk_edge: measuredEdge,
  /** What the client gateway measured; absent or `null` where another measured. That it has the fields of the carrier gateway's is inferred. */
  client_edge: measuredEdge,
};

/** The data of a measurement within a call. */
export interface EventStreamsCallMetricsData extends PayloadOf<typeof data> {}

const parameters = {
  /** Who measured. */
  type: oneOf('com.twilio.voice.insights.call-metrics.gateway', 'com.twilio.voice.insights.call-metrics.sdk'),
  /** What was measured, by version 2 of the schema `VoiceInsights.CallMetric`. */
  data: eventData<EventStreamsCallMetricsData>(data),
};

/** Voice Insights measured a stretch of a call. */
export interface EventStreamsVoiceInsightsCallMetrics extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsVoiceInsightsCallMetrics: PayloadSchema<
  EventStreamsVoiceInsightsCallMetrics,
  'event-streams.voice-insights.call-metrics',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.voice-insights.call-metrics',
  title: 'Voice Insights call metrics',
  parameters,
});
