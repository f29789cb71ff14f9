import { oneOf, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonBoolean, jsonList, jsonNumber, jsonObject, jsonRecord, jsonValue, nullable } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const issues = {
  /** Issues of the quality of calls. */
  call_quality: optional(jsonNumber()),
  /** Issues of how participants behaved. */
  participant_behavior: optional(jsonNumber()),
  /** Issues of how regions were set. */
  region_configuration: optional(jsonNumber()),
};

/** How many issues of a sort were found. */
export interface EventStreamsConferenceIssues extends PayloadOf<typeof issues> {}

const data = {
  /** The conference: `CF…`. */
  conference_sid: sid('CF'),
  /** The account that owns it: `AC…`. */
  account_sid: optional(sid('AC')),
  /** The name that you gave it. */
  friendly_name: optional(text()),
  /** When the first participant came, in UTC. */
  create_time: optional(timestamp('iso8601')),
  /** When it began, in UTC. */
  start_time: optional(timestamp('iso8601')),
  /** When it ended, in UTC. */
  end_time: optional(timestamp('iso8601')),
  /** Seconds from the first participant to the end. */
  duration_seconds: optional(jsonNumber()),
  /** Seconds from the beginning to the end. */
  connect_duration_seconds: optional(jsonNumber()),
  /** What it is doing. */
  status: optional(openEnum('in_progress', 'not_started', 'completed', 'summary_timeout')),
  /** Why it ended. */
  end_reason: optional(
    openEnum(
      'last_participant_left',
      'conference_ended_via_api',
      'participant_with_end_conference_on_exit_left',
      'last_participant_kicked',
      'participant_with_end_conference_on_exit_kicked',
    ),
  ),
  /** The call that ended it, where one did. */
  ended_by: optional(sid('CA')),
  /** How many were allowed. */
  max_participants: optional(jsonNumber()),
  /** How many were there at once. */
  max_concurrent_participants: optional(jsonNumber()),
  /** How many different ones were there. */
  unique_participants: optional(jsonNumber()),
  /** The region of Twilio's that mixed it. */
  mixer_region: optional(text()),
  /** The region that you asked for. */
  mixer_region_requested: optional(text()),
  /** Whether it was recorded. */
  recording_enabled: optional(jsonBoolean()),
  /** How many issues were found, by their sort. */
  detected_issues: optional(nullable(jsonObject<EventStreamsConferenceIssues>(issues))),
  /** What was found wrong, such as `high_jitter`, `duplicate_identity` or `no_concurrent_participants`. */
  tags: optional(jsonList(text())),
  /** Details of the tags, by their names. */
  tag_info: optional(nullable(jsonRecord(jsonValue()))),
  /** Whether a further summary follows. */
  processing_state: optional(openEnum('complete', 'in_progress', 'timeout')),
};

/** The data of a summary of a conference. */
export interface EventStreamsConferenceSummaryData extends PayloadOf<typeof data> {}

const parameters = {
  /** How final the summary is. */
  type: oneOf('com.twilio.voice.insights.conference-summary.partial', 'com.twilio.voice.insights.conference-summary.complete'),
  /** The summary. */
  data: eventData<EventStreamsConferenceSummaryData>(data),
};

/** Conference Insights summed a conference up. */
export interface EventStreamsVoiceInsightsConferenceSummary extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsVoiceInsightsConferenceSummary: PayloadSchema<
  EventStreamsVoiceInsightsConferenceSummary,
  'event-streams.voice-insights.conference-summary',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.voice-insights.conference-summary',
  title: 'Conference Insights summary',
  parameters,
});
