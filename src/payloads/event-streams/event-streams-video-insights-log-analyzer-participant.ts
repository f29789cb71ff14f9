import { oneOf, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonBoolean, jsonList, jsonNumber, jsonObject, jsonRecord, jsonValue, nullable } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const publisher = {
  /** The SDK, such as `twilio-video.js`. */
  name: optional(text()),
  /** Which version of the SDK the publisher uses. */
  sdk_version: optional(text()),
  /** The browser that the publisher uses, where it is one. */
  browser_name: optional(text()),
  /** Which version of that browser it is. */
  browser_version: optional(text()),
  /** The first part of its version. */
  browser_major: optional(text()),
  /** The operating system. */
  platform_name: optional(text()),
  /** Which version of the operating system it is. */
  platform_version: optional(text()),
  /** Who made the device. */
  device_manufacturer: optional(text()),
  /** Which device it is. */
  device_model: optional(text()),
  /** The processor of the device. */
  device_architecture: optional(text()),
};

/** The software and the device of a participant. */
export interface EventStreamsVideoPublisher extends PayloadOf<typeof publisher> {}

const data = {
  /** The participant: `PA…`. */
  participant_sid: sid('PA'),
  /** The room: `RM…`. */
  room_sid: sid('RM'),
  /** The account that owns it: `AC…`. */
  account_sid: optional(sid('AC')),
  /** The identity of the participant's access token. */
  participant_identity: optional(text()),
  /** What the participant was doing, such as `completed`. */
  status: optional(text()),
  /** When the participant came, in UTC. */
  join_time: optional(timestamp('iso8601')),
  /** When the participant left, in UTC. */
  leave_time: optional(timestamp('iso8601')),
  /** Seconds that the participant was there. */
  duration_sec: optional(jsonNumber()),
  /** Why the participant left. */
  end_reason: optional(text()),
  /** Twilio's error number; absent when nothing went wrong. */
  error_code: optional(jsonNumber()),
  /** Where the error is documented. */
  error_code_url: optional(text()),
  /** The call of one who came by telephone: `CA…`. */
  call_sid: optional(sid('CA')),
  /** The codecs that were used. */
  codecs: optional(jsonList(text())),
  /** The region of Twilio's that handled sound and pictures. */
  media_region: optional(text()),
  /** The edge of Twilio's that the participant came by. */
  edge_location: optional(text()),
  /** Seconds that the participant's recordings last. */
  recording_duration_sec: optional(jsonNumber()),
  /** Whether the participant's coming made the room. */
  is_adhoc: optional(jsonBoolean()),
  /** Whether recording began with the participant's coming. */
  record_on_connect: optional(jsonBoolean()),
  /** How many tracks of sound were published. */
  num_audio_tracks: optional(jsonNumber()),
  /** How many tracks of pictures were published. */
  num_video_tracks: optional(jsonNumber()),
  /** How many tracks of data were published. */
  num_data_tracks: optional(jsonNumber()),
  /** `is_adhoc`, `record_on_connect` and the numbers of tracks once more. */
  properties: optional(nullable(jsonRecord(jsonValue()))),
  /** The participant's software and device. */
  publisher_info: optional(nullable(jsonObject<EventStreamsVideoPublisher>(publisher))),
};

/** The data of a summary of a participant of a room. */
export interface EventStreamsVideoParticipantSummaryData extends PayloadOf<typeof data> {}

const parameters = {
  /** The only type. */
  type: oneOf('com.twilio.video.insights.log-analyzer.participant-summary'),
  /** The participant. */
  data: eventData<EventStreamsVideoParticipantSummaryData>(data),
};

/** Video Insights summed up how a participant was in a room. */
export interface EventStreamsVideoInsightsLogAnalyzerParticipant extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsVideoInsightsLogAnalyzerParticipant: PayloadSchema<
  EventStreamsVideoInsightsLogAnalyzerParticipant,
  'event-streams.video-insights.log-analyzer-participant',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.video-insights.log-analyzer-participant',
  title: 'Video participant summary (log analyzer)',
  parameters,
});
