import { oneOf, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonRecord, jsonValue, nullable } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The call: `CA…`. */
  call_sid: sid('CA'),
  /** The account that owns it: `AC…`. */
  account_sid: optional(sid('AC')),
  /** When it happened, in UTC. */
  timestamp: optional(timestamp('iso8601')),
  /** Who told it; the field of that name has the details. */
  edge: optional(openEnum('unknown_edge', 'carrier_edge', 'sip_edge', 'sdk_edge', 'client_edge')),
  /** What it is about, such as `connection`. Events of ConversationRelay come here too. */
  group: optional(text()),
  /** What it is, such as `answered`. */
  name: optional(text()),
  /** How bad it is. */
  level: optional(openEnum('UNKNOWN', 'DEBUG', 'INFO', 'WARNING', 'ERROR')),
  /** Details of the carrier gateway; absent or `null` where another told it. */
  carrier_edge: optional(nullable(jsonRecord(jsonValue()))),
  /** Details of the SIP gateway; absent or `null` where another told it. */
  sip_edge: optional(nullable(jsonRecord(jsonValue()))),
  /** Details of the SDK; absent or `null` where another told it. */
  sdk_edge: optional(nullable(jsonRecord(jsonValue()))),
  /** Details of the client gateway; absent or `null` where another told it. */
  client_edge: optional(nullable(jsonRecord(jsonValue()))),
};

/** The data of an event in the course of a call. */
export interface EventStreamsCallEventData extends PayloadOf<typeof data> {}

const parameters = {
  /** Who told it. */
  type: oneOf('com.twilio.voice.insights.call-event.gateway', 'com.twilio.voice.insights.call-event.sdk'),
  /** What was told, by version 3 of the schema `VoiceInsights.CallEvent` as of November 2026. */
  data: eventData<EventStreamsCallEventData>(data),
};

/** A gateway or an SDK told something about a call, about 90 seconds ago. */
export interface EventStreamsVoiceInsightsCallEvent extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsVoiceInsightsCallEvent: PayloadSchema<
  EventStreamsVoiceInsightsCallEvent,
  'event-streams.voice-insights.call-event',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.voice-insights.call-event',
  title: 'Voice Insights call event',
  parameters,
});
