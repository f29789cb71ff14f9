import { oneOf } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { unknownData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const parameters = {
  /** What was summed up. */
  type: oneOf(
    'com.twilio.video.insights.room-summary.complete',
    'com.twilio.video.insights.participant-summary.complete',
    'com.twilio.video.insights.track-summary.complete',
  ),
  /** The summary of a room begins with `room_sid`, `room_name`, `room_type` and `account_sid`; no source tells the other fields. */
  data: unknownData(),
};

/** Video Insights summed up a room, a participant or a track. */
export interface EventStreamsVideoInsightsSummary extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsVideoInsightsSummary: PayloadSchema<
  EventStreamsVideoInsightsSummary,
  'event-streams.video-insights.summary',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.video-insights.summary',
  title: 'Video Insights room, participant and track summary',
  parameters,
});
