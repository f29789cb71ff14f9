import { oneOf, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonBoolean, jsonList, jsonNumber } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The room: `RM…`. */
  room_sid: sid('RM'),
  /** The account that owns it: `AC…`. */
  account_sid: optional(sid('AC')),
  /** The unique name that you gave it. */
  room_name: optional(text()),
  /** What sort of room it is, with underscores, unlike in webhooks. */
  room_type: optional(openEnum('go', 'peer_to_peer', 'group', 'group_small')),
  /** What it is doing. */
  room_status: optional(openEnum('in_progress', 'completed')),
  /** How it was made. */
  created_method: optional(openEnum('sdk', 'ad_hoc', 'api')),
  /** When it was made, in UTC. */
  create_time: optional(timestamp('iso8601')),
  /** When it was closed, in UTC. */
  end_time: optional(timestamp('iso8601')),
  /** Why it was closed. */
  end_reason: optional(openEnum('room_ended_via_api', 'timeout')),
  /** Seconds that it was open. */
  duration_sec: optional(jsonNumber()),
  /** Seconds that its participants were there, all together. */
  total_participant_duration_sec: optional(jsonNumber()),
  /** Seconds that its recordings last, all together. */
  total_recording_duration_sec: optional(jsonNumber()),
  /** How many were allowed. */
  max_participants: optional(jsonNumber()),
  /** How many were there at once. */
  max_concurrent_participants: optional(jsonNumber()),
  /** How many are there. */
  concurrent_participants: optional(jsonNumber()),
  /** How many different participants were there. */
  unique_participants: optional(jsonNumber()),
  /** How many different identities they had. */
  unique_participant_identities: optional(jsonNumber()),
  /** The codecs that were used: `VP8`, `H264`, `VP9` and `opus`. */
  codecs: optional(jsonList(text())),
  /** The region of Twilio's that handled sound and pictures. */
  media_region: optional(text()),
  /** The region of Twilio's that the room was in. */
  room_region: optional(text()),
  /** The edge of Twilio's that it was reached by. */
  edge_location: optional(text()),
  /** Whether it was recorded. */
  recording_enabled: optional(jsonBoolean()),
  /** Where its status callbacks go. */
  status_callback: optional(text()),
  /** The HTTP method of its status callbacks. */
  status_callback_method: optional(text()),
  /** How far the summary is. */
  processing_state: optional(openEnum('complete', 'in_progress', 'timeout', 'not_started')),
};

/** The data of a summary of a room. */
export interface EventStreamsVideoRoomSummaryData extends PayloadOf<typeof data> {}

const parameters = {
  /** The only type. */
  type: oneOf('com.twilio.video.insights.log-analyzer.room-summary'),
  /** The room. */
  data: eventData<EventStreamsVideoRoomSummaryData>(data),
};

/** Video Insights summed a room up. */
export interface EventStreamsVideoInsightsLogAnalyzerRoom extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsVideoInsightsLogAnalyzerRoom: PayloadSchema<
  EventStreamsVideoInsightsLogAnalyzerRoom,
  'event-streams.video-insights.log-analyzer-room',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.video-insights.log-analyzer-room',
  title: 'Video room summary (log analyzer)',
  parameters,
});
