import * as z from 'zod';
import { $constructor } from 'zod/v4/core';
import { readInput } from '../schema/input.js';
import { listEvents } from './batch.js';
import { EventStreamsEvent } from './event-streams-event.js';

/** What Event Streams delivered in one request: one event, or several where the sink batches them. */
export type EventStreamsRequest = readonly EventStreamsEvent[];

/** The schema of {@link EventStreamsRequest}. */
interface RequestSchema extends z.ZodType<EventStreamsRequest, unknown> {
  readonly title: string;
  readonly expects: 'nothing';
  /** How long a handler may take, in milliseconds: Twilio waits 5 seconds for a sink. */
  readonly deadlineMs: number;
  readonly methods: readonly ('POST' | 'GET')[];
  /** The kind of the first event. */
  kindOf(events: object): string | undefined;
}

/** The lists that came as one event that was in none. */
const lone = /* @__PURE__ */ new WeakSet<object>();

// The compiler takes an assertion function only by a name of declared type.
const BaseArray: z.core.$constructor<z.ZodArray, z.core.$ZodArrayDef> = z.ZodArray;

/** The class of {@link EventStreamsRequest}: zod's own array reads the events. */
const RequestArray: z.core.$constructor<z.ZodArray, z.core.$ZodArrayDef> = /* @__PURE__ */ $constructor(
  'EventStreamsRequest',
  (inst, def) => {
    BaseArray.init(inst, def);
    Object.assign(inst, { title: 'Event Streams request', expects: 'nothing', deadlineMs: 4000, methods: ['POST', 'GET'], kindOf });
    const readList = inst._zod.parse;
    inst._zod.parse = (payload, ctx) => {
      const { value } = payload;
      if (ctx.direction === 'backward') {
        const result = readList(payload, ctx) as z.core.ParsePayload<unknown[]>;
        const isLone = result.value.length === 1 && lone.has(value as object);
        return isLone ? { ...result, value: result.value[0] } : result;
      }
      const input = readInput(value, 'json');
      const sent = listEvents(input);
      payload.value = sent ?? input;
      const result = readList(payload, ctx) as z.core.ParsePayload;
      if (sent === undefined || result.issues.length > 0) return result;
      const events = result.value as EventStreamsEvent[];
      for (const [index, frame] of sent.entries()) if (!isObject(frame)) events[index] = { type: undefined, frame };
      if (!Array.isArray(input)) lone.add(events);
      return result;
    };
  },
);

/** Alone an event may be text or a list of one; in a list these are nothing that is known. */
function isObject(frame: unknown): boolean {
  return typeof frame === 'object' && frame !== null && !Array.isArray(frame);
}

function kindOf(events: object): string | undefined {
  const first = listEvents(events)?.[0];
  return isObject(first) ? EventStreamsEvent.kindOf(first as object) : undefined;
}

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
export const EventStreamsRequest: RequestSchema = /* @__PURE__ */ new RequestArray({
  type: 'array',
  element: EventStreamsEvent,
}) as unknown as RequestSchema;
