import { oneOf, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonBoolean, jsonList, jsonNumber, jsonRecord, jsonValue, nullable } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The participant: `CP…`. */
  participant_sid: sid('CP'),
  /** The conference: `CF…`. */
  conference_sid: sid('CF'),
  /** The participant's call. */
  call_sid: optional(sid('CA')),
  /** The account that owns it: `AC…`. */
  account_sid: optional(sid('AC')),
  /** The label that you gave the participant. */
  label: optional(text()),
  /** Which way the call went. */
  call_direction: optional(openEnum('inbound', 'outbound')),
  /** How the participant was reached. */
  call_type: optional(openEnum('carrier', 'client', 'sip')),
  /** How the call ended, in other words than `CallStatus` has. */
  call_status: optional(openEnum('answered', 'completed', 'busy', 'fail', 'noanswer', 'ringing', 'canceled')),
  /** What the call was doing. */
  call_state: optional(text()),
  /** Who called. */
  from: optional(text()),
  /** Who was called. */
  to: optional(text()),
  /** Country of the participant: ISO 3166, two letters. */
  country_code: optional(text()),
  /** When the participant came, in UTC. */
  join_time: optional(timestamp('iso8601')),
  /** When the participant left, in UTC. */
  leave_time: optional(timestamp('iso8601')),
  /** Seconds that the participant was there. */
  duration_seconds: optional(jsonNumber()),
  /** How many calls waited in the queue of outgoing calls. */
  outbound_queue_length: optional(jsonNumber()),
  /** How long the participant's call waited in it. */
  outbound_time_in_queue: optional(jsonNumber()),
  /** Whether the participant is a moderator. */
  is_moderator: optional(jsonBoolean()),
  /** Whether the participant coached another. */
  is_coach: optional(jsonBoolean()),
  /** The calls of those whom the participant coached. */
  coached_participants: optional(jsonList(text())),
  /** No source tells what it says. */
  agent_audio: optional(jsonBoolean()),
  /** What was whispered to the participant. */
  whisper: optional(text()),
  /** How much sound was held back to smooth it. */
  jitter_buffer_size: optional(openEnum('large', 'small', 'medium', 'off')),
  /** The region of Twilio's that handled the participant. */
  participant_region: optional(text()),
  /** The region of Twilio's that mixed the conference. */
  conference_region: optional(text()),
  /** How many issues of quality were found. */
  quality_issues: optional(jsonNumber()),
  /** Whether a further summary follows. */
  processing_state: optional(openEnum('complete', 'in_progress', 'timeout')),
  /** How the participant was let in: `beep_on_enter`, `enter_muted`, `start_conference_on_enter` and so on. */
  properties: optional(nullable(jsonRecord(jsonValue()))),
  /** What happened to the participant, by its name (`mute`, `hold`, `coaching` and so on): lists of the seconds since 1970. */
  events: optional(nullable(jsonRecord(jsonValue()))),
  /** What was measured. */
  metrics: optional(nullable(jsonRecord(jsonValue()))),
};

/** The data of a summary of a participant of a conference. */
export interface EventStreamsConferenceParticipantSummaryData extends PayloadOf<typeof data> {}

const parameters = {
  /** The only type. */
  type: oneOf('com.twilio.voice.insights.conference-participant-summary.complete'),
  /** The summary. */
  data: eventData<EventStreamsConferenceParticipantSummaryData>(data),
};

/** Conference Insights summed up how a participant was in a conference. */
export interface EventStreamsVoiceInsightsConferenceParticipantSummary extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsVoiceInsightsConferenceParticipantSummary: PayloadSchema<
  EventStreamsVoiceInsightsConferenceParticipantSummary,
  'event-streams.voice-insights.conference-participant-summary',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.voice-insights.conference-participant-summary',
  title: 'Conference Insights participant summary',
  parameters,
});
