import { optional, text } from '../../schema/fields.js';
import type { PayloadOf } from '../../schema/form.js';
import { jsonNumber, jsonObject, jsonRecord, nullable } from '../../schema/json-fields.js';

const measure = {
  /** The least. */
  min: optional(nullable(jsonNumber())),
  /** The most. */
  max: optional(nullable(jsonNumber())),
  /** The average. */
  avg: optional(nullable(jsonNumber())),
  /** The last, where that alone is told. */
  value: optional(nullable(jsonNumber())),
};

/** Something that was measured over a stretch of a call. */
export interface EventStreamsMeasure extends PayloadOf<typeof measure> {}

const measured = optional(nullable(jsonObject<EventStreamsMeasure>(measure)));
const counted = optional(nullable(jsonNumber()));

const interval = {
  /** The codec, by its number. */
  codec: counted,
  /** The codec, by its name. */
  codec_name: optional(nullable(text())),
  /** Packets that came. */
  packets_received: counted,
  /** Packets that were sent. */
  packets_sent: counted,
  /** Packets that were lost. */
  packets_lost: counted,
  /** How many of the packets were lost, in percent. */
  packets_loss_percentage: counted,
  /** Bytes that came. */
  bytes_received: counted,
  /** Bytes that were sent. */
  bytes_sent: counted,
  /** How unevenly packets came, in milliseconds. */
  jitter: measured,
  /** How long packets took there and back, in milliseconds. */
  rtt: measured,
  /** How good the sound was, from 1 to 5. */
  mos: measured,
  /** How loud the sound was that came in. */
  audio_in: measured,
  /** How loud the sound was that went out. */
  audio_out: measured,
  /** How long the sound took, in milliseconds. */
  latency: measured,
  /** How many packets were late by more than so many milliseconds: `d50`, `d70`, `d90` and so on. */
  packet_delay_variation: optional(nullable(jsonRecord(jsonNumber()))),
};

/** What was measured over a stretch of a call. */
export interface EventStreamsCallInterval extends PayloadOf<typeof interval> {}

const edge = {
  /** The stretch since the last event. */
  interval: optional(nullable(jsonObject<EventStreamsCallInterval>(interval))),
};

/** What one edge measured. */
export interface EventStreamsCallEdge extends PayloadOf<typeof edge> {}

/** The measurements of an edge; absent or `null` where another measured. */
export const measuredEdge = optional(nullable(jsonObject<EventStreamsCallEdge>(edge)));
