import { oneOf } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { unknownData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const parameters = {
  /** Who measured. */
  type: oneOf('com.twilio.voice.insights.call-metrics.gateway', 'com.twilio.voice.insights.call-metrics.sdk'),
  /** What was measured; no source tells the fields. */
  data: unknownData(),
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
