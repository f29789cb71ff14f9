import { oneOf, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonNumber, jsonObject, jsonRecord, jsonValue, nullable } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const network = {
  /** The network: `HW…`. */
  sid: optional(sid('HW')),
  /** What people call the network, such as `T-Mobile`. */
  friendly_name: optional(text()),
  /** Its country: ISO 3166, two letters. */
  iso_country: optional(text()),
  /** Its mobile country code. */
  mcc: optional(text()),
  /** Its mobile network code. */
  mnc: optional(text()),
};

/** Whose masts a SIM was attached to. */
export interface EventStreamsSimNetwork extends PayloadOf<typeof network> {}

const location = {
  /** The number of the mobile cell, within its network. */
  cell_id: optional(text()),
  /** The location area code. */
  lac: optional(text()),
  /** Degrees north of the equator, of the cell. */
  lat: optional(jsonNumber()),
  /** Degrees east of Greenwich, of the cell. */
  lon: optional(jsonNumber()),
};

/** Where a SIM is. */
export interface EventStreamsSimLocation extends PayloadOf<typeof location> {}

const data = {
  /** The SIM: `HS…`. */
  sim_sid: sid('HS'),
  /** The account that owns it: `AC…`. */
  account_sid: optional(sid('AC')),
  /** The event; the same as the `id` of the envelope. */
  event_sid: optional(sid('EZ')),
  /** The type of the event once more. */
  event_type: optional(text()),
  /** The number on the card. */
  sim_iccid: optional(text()),
  /** The name that you gave the SIM, where you did. */
  sim_unique_name: optional(text()),
  /** The fleet that it belongs to: `HF…`. */
  fleet_sid: optional(sid('HF')),
  /** When it happened, in UTC, to the second. */
  timestamp: optional(timestamp('iso8601')),
  /** The subscriber's number in the network. */
  imsi: optional(text()),
  /** The device's number; `null` where it is not known. */
  imei: optional(nullable(text())),
  /** The access point. */
  apn: optional(text()),
  /** The radio technology, such as `4G LTE`. */
  rat_type: optional(text()),
  /** The SIM's IP address. */
  ip_address: optional(text()),
  /** The mobile network that the SIM was attached to. */
  network: optional(nullable(jsonObject<EventStreamsSimNetwork>(network))),
  /** Where the SIM is; `null` where it is not known. */
  location: optional(nullable(jsonObject<EventStreamsSimLocation>(location))),
  /** The data session; absent without one, as all that follows. */
  data_session_sid: optional(sid('PI')),
  /** When the session began, in UTC. */
  data_session_start_time: optional(timestamp('iso8601')),
  /** When the session ended, in UTC. */
  data_session_end_time: optional(timestamp('iso8601')),
  /** When the stretch that this event tells of began, in UTC. */
  data_session_update_start_time: optional(timestamp('iso8601')),
  /** When the stretch that this event tells of ended, in UTC. */
  data_session_update_end_time: optional(timestamp('iso8601')),
  /** Bytes sent in that stretch. */
  data_upload: optional(jsonNumber()),
  /** Bytes received in that stretch. */
  data_download: optional(jsonNumber()),
  /** Bytes sent and received in that stretch. */
  data_total: optional(jsonNumber()),
  /** Bytes sent in the session so far. */
  data_session_data_upload: optional(jsonNumber()),
  /** Bytes received in the session so far. */
  data_session_data_download: optional(jsonNumber()),
  /** Bytes sent and received in the session so far. */
  data_session_data_total: optional(jsonNumber()),
  /** A limit that was put on the data. */
  data_modifier: optional(text()),
  /** Why the SIM was refused, or the session failed; absent or `null` otherwise. */
  error: optional(nullable(jsonRecord(jsonValue()))),
};

/** The data of an event about a SIM's connection. */
export interface EventStreamsSimConnectionData extends PayloadOf<typeof data> {}

const parameters = {
  /** What happened. All types are discontinued. */
  type: oneOf(
    'com.twilio.iot.supersim.connection.attachment.accepted',
    'com.twilio.iot.supersim.connection.attachment.rejected',
    'com.twilio.iot.supersim.connection.attachment.failed',
    'com.twilio.iot.supersim.connection.data-session.started',
    'com.twilio.iot.supersim.connection.data-session.updated',
    'com.twilio.iot.supersim.connection.data-session.ended',
    'com.twilio.iot.supersim.connection.data-session.failed',
  ),
  /** The SIM and its connection. */
  data: eventData<EventStreamsSimConnectionData>(data),
};

/** A Super SIM found a network or was refused, or its data session began, went on or ended. */
export interface EventStreamsSuperSimConnection extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it. Twilio sends it no more; KORE, who took the product over, sends the same under its own source. Answer with any 2xx. */
export const EventStreamsSuperSimConnection: PayloadSchema<EventStreamsSuperSimConnection, 'event-streams.supersim.connection', 'nothing'> =
  cloudEvent({
    kind: 'event-streams.supersim.connection',
    title: 'Super SIM connection event',
    parameters,
  });
