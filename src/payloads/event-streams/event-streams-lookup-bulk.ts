import { oneOf, optional, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonNumber, jsonObject, nullable } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const thresholds = {
  /** How many errors it may have. */
  error: optional(jsonNumber()),
};

/** When a job is given up. */
export interface EventStreamsBulkLookupThresholds extends PayloadOf<typeof thresholds> {}

const result = {
  /** How many numbers there are. */
  total_count: optional(jsonNumber()),
  /** How many were looked up. */
  processed_count: optional(jsonNumber()),
  /** How many of them were found. */
  success_count: optional(jsonNumber()),
  /** How many of them failed. */
  error_count: optional(jsonNumber()),
  /** Where the results are: a compressed CSV file. */
  file_url: optional(text()),
  /** What else there is to say; often empty. */
  details: optional(text()),
};

/** How far a job got. */
export interface EventStreamsBulkLookupResult extends PayloadOf<typeof result> {}

const data = {
  /** The job, which begins with `JW`. */
  job_sid: text(),
  /** What it is doing, in capitals, such as `CREATED`. */
  status: optional(text()),
  /** Twilio's error number; absent when nothing went wrong. */
  twilio_error_code: optional(jsonNumber()),
  /** The name that you gave it. */
  friendly_name: optional(text()),
  /** What you wrote about it. */
  description: optional(text()),
  /** When it was made, in UTC. */
  created_at: optional(timestamp('iso8601')),
  /** When it was done, in UTC; absent before. */
  completed_at: optional(timestamp('iso8601')),
  /** When it is given up. */
  thresholds: optional(nullable(jsonObject<EventStreamsBulkLookupThresholds>(thresholds))),
  /** How far it got. */
  result: optional(nullable(jsonObject<EventStreamsBulkLookupResult>(result))),
};

/** The data of an event about a job of bulk lookups. */
export interface EventStreamsBulkLookupData extends PayloadOf<typeof data> {}

const parameters = {
  /** The only type. */
  type: oneOf('com.twilio.lookup.bulk.job-status-changed'),
  /** The job. */
  data: eventData<EventStreamsBulkLookupData>(data),
};

/** A job of bulk lookups got further. */
export interface EventStreamsLookupBulk extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsLookupBulk: PayloadSchema<EventStreamsLookupBulk, 'event-streams.lookup.bulk', 'nothing'> = cloudEvent({
  kind: 'event-streams.lookup.bulk',
  title: 'Bulk lookup job status',
  parameters,
});
