import * as z from 'zod';
import { $constructor } from 'zod/v4/core';
import { readInput } from '../schema/input.js';
import { listTypes } from './cloud-event.js';
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
  const types = knownEvents.members.flatMap(({ shape }) => listTypes(shape.type as z.ZodType));
  return types.sort() as unknown as readonly EventStreamsEventType[];
}

// The compiler takes an assertion function only by a name of declared type.
const BaseUnion: z.core.$constructor<z.ZodUnion, z.core.$ZodUnionDef> = z.ZodUnion;

/** The class of {@link EventStreamsEvent}: what is not known passes through it as it is. */
const EventUnion: z.core.$constructor<z.ZodUnion, z.core.$ZodUnionDef> = /* @__PURE__ */ $constructor('EventUnion', (inst, def) => {
  BaseUnion.init(inst, def);
  Object.assign(inst, { kindOf: knownEvents.kindOf });
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === 'backward') return writeEvent(payload.value as EventStreamsEvent, ctx);
    const frame = readInput(payload.value, 'json');
    const result = knownEvents._zod.run({ value: frame, issues: [] }, ctx) as z.core.ParsePayload;
    return result.issues.length === 0 ? result : { value: { type: undefined, frame }, issues: [] };
  };
});

function writeEvent(event: EventStreamsEvent, ctx: z.core.ParseContextInternal): z.core.ParsePayload {
  if (event.type === undefined) return { value: event.frame, issues: [] };
  const result = knownEvents._zod.run({ value: event, issues: [] }, ctx) as z.core.ParsePayload;
  // An event that its own schema read from a list of one would write that list again.
  return Array.isArray(result.value) ? { ...result, value: result.value[0] } : result;
}

/** The schema of {@link EventStreamsEvent}. */
interface EventSchema extends z.ZodType<EventStreamsEvent, unknown> {
  /** The kind that an event is of, such as `event-streams.error-logs`. */
  kindOf(event: object): string | undefined;
}

/** One event of any type. It refuses nothing: an event that is not known reads as one whose `type` is `undefined`. */
export const EventStreamsEvent: EventSchema = /* @__PURE__ */ makeEventSchema();

// @__NO_SIDE_EFFECTS__
function makeEventSchema(): EventSchema {
  return new EventUnion({ type: 'union', options: knownEvents.members }) as unknown as EventSchema;
}
