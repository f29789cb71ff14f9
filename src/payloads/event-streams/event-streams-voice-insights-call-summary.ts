import { oneOf, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonBoolean, jsonList, jsonNumber, jsonObject, jsonRecord, jsonValue, nullable } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const location = {
  /** Degrees north of the equator. */
  lat: optional(jsonNumber()),
  /** Degrees east of Greenwich. */
  lon: optional(jsonNumber()),
};

/** A place on the map. */
export interface EventStreamsCallLocation extends PayloadOf<typeof location> {}

const party = {
  /** The caller as this side saw it; empty on the called side. */
  caller: optional(text()),
  /** What was dialled; empty on the calling side. */
  callee: optional(text()),
  /** The carrier of the number. */
  carrier: optional(text()),
  /** How the side was connected. */
  connection: optional(openEnum('landline', 'mobile', 'voip', 'twilio_sdk')),
  /** The country code of the number and three more digits. */
  number_prefix: optional(text()),
  /** Roughly where the number is registered; absent or `null` when that is unknown. */
  location: optional(nullable(jsonObject<EventStreamsCallLocation>(location))),
  /** City of the number; often empty. */
  city: optional(text()),
  /** Country of the number: ISO 3166, two letters; often empty. */
  country_code: optional(text()),
  /** State or province of the number; often empty. */
  country_subdivision: optional(text()),
  /** The IP address of a client or a SIP endpoint; empty for telephones. */
  ip_address: optional(text()),
  /** What is known of the Voice SDK; absent or `null` without one. */
  sdk: optional(nullable(jsonRecord(jsonValue()))),
};

/** One side of a call. */
export interface EventStreamsCallParty extends PayloadOf<typeof party> {}

const properties = {
  /** Which way the call went, with underscores, unlike in webhooks. */
  direction: optional(openEnum('outbound_api', 'outbound_dial', 'inbound', 'trunking_originating', 'trunking_terminating')),
  /** Who ended it. */
  disconnected_by: optional(openEnum('caller', 'callee', 'unknown_disconnected_by')),
  /** The last SIP status, such as 200; 0 where there was none. */
  last_sip_response_num: optional(jsonNumber()),
  /** Milliseconds from dialling to ringing. */
  pdd_ms: optional(jsonNumber()),
  /** The Q.850 cause of the end; 0 where there was none. */
  q850_cause: optional(jsonNumber()),
  /** Milliseconds that it waited in the queue of outgoing calls. */
  queue_time: optional(jsonNumber()),
  /** The route that carried it. */
  route_id: optional(text()),
  /** The region of Twilio's that handled the sound. */
  media_region: optional(text()),
  /** The region of Twilio's that handled the signals. */
  signaling_region: optional(text()),
  /** The region that you chose. */
  selected_region: optional(text()),
  /** The region of Twilio's. */
  region: optional(text()),
  /** Twilio's IP address for the sound. */
  twilio_media_ip: optional(text()),
  /** Twilio's IP address for the signals. */
  twilio_signaling_ip: optional(text()),
  /** The other side's IP address for the sound. */
  external_media_ip: optional(text()),
  /** The other side's IP address for the signals. */
  external_signaling_ip: optional(text()),
  /** The `Call-ID` of SIP. */
  sip_call_id: optional(text()),
  /** The `User-Agent` of SIP. */
  user_agent: optional(text()),
  /** The trunk; empty or absent without one. */
  trunk_sid: optional(text()),
  /** Settings of the call; absent or `null` where none are known. */
  settings: optional(nullable(jsonRecord(jsonValue()))),
};

/** How a call went, technically. */
export interface EventStreamsCallProperties extends PayloadOf<typeof properties> {}

const brandedCall = {
  /** Whether it did. */
  branded: optional(jsonBoolean()),
  /** The number that the brand was shown for. */
  caller: optional(text()),
  /** The brand that the call showed: a SID. */
  brand_sid: optional(text()),
  /** The channel of the brand. */
  branded_channel_sid: optional(text()),
  /** What the call was for. */
  use_case: optional(text()),
};

/** Whether a call showed your brand. */
export interface EventStreamsBrandedCall extends PayloadOf<typeof brandedCall> {}

const verifiedCaller = {
  /** Whether it did. */
  verified: optional(jsonBoolean()),
};

/** Whether a call came from a verified number. */
export interface EventStreamsVerifiedCaller extends PayloadOf<typeof verifiedCaller> {}

const trust = {
  /** Whether it showed your brand. */
  branded_call: optional(nullable(jsonObject<EventStreamsBrandedCall>(brandedCall))),
  /** Whether it came from a verified number. */
  verified_caller: optional(nullable(jsonObject<EventStreamsVerifiedCaller>(verifiedCaller))),
};

/** How the call was vouched for. */
export interface EventStreamsCallTrust extends PayloadOf<typeof trust> {}

const data = {
  /** The call: `CA…`. */
  call_sid: sid('CA'),
  /** The account that owns it: `AC…`. */
  account_sid: optional(sid('AC')),
  /** The call that dialled it; empty when none did. */
  parent_call_sid: optional(text()),
  /** The account above `account_sid`; empty when there is none. */
  parent_account_sid: optional(text()),
  /** When the call was made, in UTC; from version 2 of the schema on. */
  created_time: optional(timestamp('iso8601')),
  /** When the call began, in UTC. */
  start_time: optional(timestamp('iso8601')),
  /** When it ended, in UTC. */
  end_time: optional(timestamp('iso8601')),
  /** Seconds from its beginning to its end. */
  duration: optional(jsonNumber()),
  /** Seconds that the two sides were connected. */
  connect_duration: optional(jsonNumber()),
  /** How the other side was reached. */
  call_type: optional(openEnum('carrier', 'sip', 'trunking', 'client', 'whatsapp')),
  /** How it ended, in other words than `CallStatus` has. */
  call_state: optional(openEnum('ringing', 'completed', 'busy', 'fail', 'noanswer', 'canceled', 'answered', 'undialed')),
  /** The calling side. */
  from: optional(jsonObject<EventStreamsCallParty>(party)),
  /** The called side. */
  to: optional(jsonObject<EventStreamsCallParty>(party)),
  /** Whether a further summary follows. */
  processing_state: optional(openEnum('partial', 'complete')),
  /** Grows with every summary of the call. */
  processing_version: optional(jsonNumber()),
  /** What the SIP gateway measured; absent or `null` without one. */
  sip_edge: optional(nullable(jsonRecord(jsonValue()))),
  /** What the carrier gateway measured; absent or `null` without one. */
  carrier_edge: optional(nullable(jsonRecord(jsonValue()))),
  /** What the SDK measured; absent or `null` without one. */
  sdk_edge: optional(nullable(jsonRecord(jsonValue()))),
  /** What the client gateway measured; absent or `null` without one. */
  client_edge: optional(nullable(jsonRecord(jsonValue()))),
  /** What was found wrong, in words such as `silence`. */
  tags: optional(jsonList(text())),
  /** Attributes of the call; absent or `null` where there are none. `conference_participant` is no longer among them since August 2026. */
  attributes: optional(nullable(jsonRecord(jsonValue()))),
  /** How it went, technically. */
  properties: optional(jsonObject<EventStreamsCallProperties>(properties)),
  /** How it was vouched for; from version 2 of the schema on. */
  trust: optional(nullable(jsonObject<EventStreamsCallTrust>(trust))),
};

/** The data of a summary of a call. */
export interface EventStreamsCallSummaryData extends PayloadOf<typeof data> {}

const parameters = {
  /** How final the summary is. `processing_state` of a predicted one may still be `partial`. */
  type: oneOf(
    'com.twilio.voice.insights.call-summary.partial',
    'com.twilio.voice.insights.call-summary.predicted-complete',
    'com.twilio.voice.insights.call-summary.complete',
  ),
  /** The summary. */
  data: eventData<EventStreamsCallSummaryData>(data),
};

/** Voice Insights summed a call up: about 10 minutes after its end, and for good after half an hour. */
export interface EventStreamsVoiceInsightsCallSummary extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it, of accounts with the advanced features of Voice Insights. Answer with any 2xx. */
export const EventStreamsVoiceInsightsCallSummary: PayloadSchema<
  EventStreamsVoiceInsightsCallSummary,
  'event-streams.voice-insights.call-summary',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.voice-insights.call-summary',
  title: 'Voice Insights call summary',
  parameters,
});
