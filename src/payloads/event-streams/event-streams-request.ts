import { type BatchSchema, batch } from '../schema/batch.js';
import { EventStreamsEvent } from './event-streams-event.js';

/** What Event Streams delivered in one request: one event, or several where the sink batches them. */
export type EventStreamsRequest = readonly EventStreamsEvent[];

/**
 * All that a webhook sink of Event Streams is sent: text, a list of events or a single one. No event is ever a reason to refuse it: one that
 * is not known reads as `{ type: undefined, frame }`. Answer with any 2xx within 5 seconds; 400 drops the events, and other failures have
 * Twilio try again for four hours, so that `id` may come several times.
 *
 * @example
 * ```ts
 * export const POST = webhook(EventStreamsRequest, (events) => {
 *   for (const event of events) if (event.type === 'com.twilio.messaging.message.failed') console.warn(event.data.errorCode);
 * });
 * ```
 */
export const EventStreamsRequest: BatchSchema<EventStreamsEvent> = batch('type', EventStreamsEvent, {
  title: 'Event Streams request',
  // Twilio waits 5 seconds for a sink.
  deadlineMs: 4000,
  methods: ['POST', 'GET'],
});
