import type * as z from 'zod';
import { type EventSchema, eventOrFrame } from '../schema/event-or-frame.js';
import type { Description } from '../schema/schema.js';
import { knownEvents } from './known-events.js';

/** An event that is not known, or whose fields do not fit its type. */
export interface EventStreamsUnknownEvent {
  /** Always `undefined`: whatever type it has is in `frame`. */
  readonly type: undefined;
  /** The event as it came. */
  readonly frame: unknown;
}

/** An event that Event Streams delivered, to be told apart by `type`. */
export type EventStreamsEvent = z.output<typeof knownEvents> | EventStreamsUnknownEvent;

/** The name of an event, such as `com.twilio.messaging.message.delivered`. */
export type EventStreamsEventType = Exclude<EventStreamsEvent['type'], undefined>;

/** The names of all events that are known, in alphabetical order. Twilio adds some now and then, and goes on sending some it has closed. */
export const eventStreamsEventTypes: readonly EventStreamsEventType[] = /* @__PURE__ */ sortTypes();

// @__NO_SIDE_EFFECTS__
function sortTypes(): readonly EventStreamsEventType[] {
  const types = (knownEvents.members as readonly unknown[] as readonly Pick<Description, 'signs'>[]).flatMap(
    ({ signs }) => signs[0]?.is?.['type'] ?? [],
  );
  return [...types].sort() as unknown as readonly EventStreamsEventType[];
}

/** One event of any type. It refuses nothing: an event that is not known reads as one whose `type` is `undefined`. */
export const EventStreamsEvent: EventSchema<EventStreamsEvent> = eventOrFrame('type', knownEvents);
