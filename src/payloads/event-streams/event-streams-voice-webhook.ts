import { oneOf, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonNumber, jsonObject, jsonRecord, jsonValue } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const request = {
  /** The HTTP method. */
  method: optional(openEnum('GET', 'POST')),
  /** The URL that was called. */
  url: optional(text()),
  /** The parameters, by the names that they have on the wire, such as `CallSid`. */
  parameters: optional(jsonRecord(jsonValue())),
};

/** A request of a voice webhook or of the REST API. */
export interface EventStreamsVoiceRequest extends PayloadOf<typeof request> {}

const response = {
  /** The HTTP status. */
  responseCode: optional(jsonNumber()),
  /** Milliseconds that the answer took. */
  requestDuration: optional(jsonNumber()),
  /** The MIME type that your application answered with, such as `text/xml`. */
  contentType: optional(text()),
  /** The whole body, in Base64. */
  responseBody: optional(text()),
  /** When it came, in UTC. */
  dateCreated: optional(timestamp('rfc2822')),
};

/** What your server, or the REST API, answered. */
export interface EventStreamsVoiceResponse extends PayloadOf<typeof response> {}

const data = {
  /** The call, conference or other thing that it belongs to. */
  sid: text(),
  /** The event; the same as the `id` of the envelope. */
  eventSid: optional(sid('VW')),
  /** When it happened, in UTC. */
  timestamp: optional(timestamp('iso8601')),
  /** When the request was made, in UTC. */
  requestDateCreated: optional(timestamp('rfc2822')),
  /** What was asked. */
  request: optional(jsonObject<EventStreamsVoiceRequest>(request)),
  /** What was answered. */
  response: optional(jsonObject<EventStreamsVoiceResponse>(response)),
};

/** The data of an event about a voice webhook, a call of the REST API or a verb. */
export interface EventStreamsVoiceWebhookData extends PayloadOf<typeof data> {}

const parameters = {
  /** What happened. The types that begin with `com.twilio.voice.webhook.` are the former names of status callbacks; `com.twilio.voice.twiml.requested` is documented, but could not be subscribed to. */
  type: oneOf(
    'com.twilio.voice.status-callback.call.initiated',
    'com.twilio.voice.status-callback.call.ringing',
    'com.twilio.voice.status-callback.call.answered',
    'com.twilio.voice.status-callback.call.completed',
    'com.twilio.voice.webhook.status-callback.call.initiated',
    'com.twilio.voice.webhook.status-callback.call.ringing',
    'com.twilio.voice.webhook.status-callback.call.answered',
    'com.twilio.voice.webhook.status-callback.call.completed',
    'com.twilio.voice.status-callback.amd.detected',
    'com.twilio.voice.status-callback.announcement.processed',
    'com.twilio.voice.status-callback.conference.participant.updated',
    'com.twilio.voice.status-callback.conference.updated',
    'com.twilio.voice.status-callback.gather.partial.captured',
    'com.twilio.voice.status-callback.recording.processed',
    'com.twilio.voice.status-callback.stream.updated',
    'com.twilio.voice.status-callback.transcription.processed',
    'com.twilio.voice.api-request.call.created',
    'com.twilio.voice.api-request.call.modified',
    'com.twilio.voice.api-request.conference.modified',
    'com.twilio.voice.api-request.conference-participant.created',
    'com.twilio.voice.api-request.conference-participant.deleted',
    'com.twilio.voice.api-request.conference-participant.modified',
    'com.twilio.voice.twiml.call.redirected',
    'com.twilio.voice.twiml.call.transferred',
    'com.twilio.voice.twiml.dial.finished',
    'com.twilio.voice.twiml.enqueue.finished',
    'com.twilio.voice.twiml.gather.finished',
    'com.twilio.voice.twiml.record.finished',
    'com.twilio.voice.twiml.request.failed',
    'com.twilio.voice.media.fetched',
    'com.twilio.voice.twiml.requested',
  ),
  /** The exchange of request and response. */
  data: eventData<EventStreamsVoiceWebhookData>(data),
};

/** Twilio called a voice webhook of yours, was called over REST, or ran a verb. */
export interface EventStreamsVoiceWebhook extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it, of calls that asked for the same status callback; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsVoiceWebhook: PayloadSchema<EventStreamsVoiceWebhook, 'event-streams.voice.webhook', 'nothing'> = cloudEvent({
  kind: 'event-streams.voice.webhook',
  title: 'Voice webhook, API request, TwiML and media events',
  parameters,
});
