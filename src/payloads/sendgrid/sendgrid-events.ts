import { type BatchSchema, batch } from '../schema/batch.js';
import { type EventSchema, eventOrFrame } from '../schema/event-or-frame.js';
import { SendgridEvent } from './sendgrid-event.js';

/** An event without a name. */
export interface SendgridUnknownEvent {
  /** Always `undefined`. */
  readonly event: undefined;
  /** What came. */
  readonly frame: unknown;
}

/** What SendGrid's event webhook sends in one request: events of many messages, in no order. */
export type SendgridEvents = readonly (SendgridEvent | SendgridUnknownEvent)[];

const element: EventSchema<SendgridEvent | SendgridUnknownEvent> = eventOrFrame('event', SendgridEvent);

/**
 * All that an event webhook of SendGrid sends. No event is ever a reason to refuse it. SendGrid signs it with a key of its own, by which
 * `webhook` verifies it; answer with any 2xx, or SendGrid tries again for a day.
 *
 * @example
 * ```ts
 * export const POST = webhook(SendgridEvents, { publicKey }, (events) => {
 *   for (const event of events) if (event.event === 'bounce') console.warn(event.email, event.reason);
 * });
 * ```
 */
export const SendgridEvents: BatchSchema<SendgridEvent | SendgridUnknownEvent> = batch('event', element, {
  title: 'SendGrid event webhook',
  deadlineMs: 14_000,
  methods: ['POST'],
  signedBy: 'sendgrid',
});
