import * as z from 'zod';
import { $constructor } from 'zod/v4/core';
import type { EventSchema } from './event-or-frame.js';
import { readInput } from './input.js';
import { lazily } from './lazily.js';
import { listEvents } from './list-events.js';
import type { Description } from './schema.js';

/** The schema of a request that holds several events. */
export interface BatchSchema<Event>
  extends z.ZodType<readonly Event[], unknown>,
    Pick<Description, 'title' | 'deadlineMs' | 'methods' | 'signedBy'> {
  readonly expects: 'nothing';
  /** The kind of the first event. */
  kindOf(events: object): string | undefined;
}

/** The definition of {@link BatchArray}. */
interface BatchDef extends z.core.$ZodArrayDef {
  readonly by: string;
  readonly wire: 'json';
  readonly declared: object;
}

/** The lists that came as one event that was in none. */
const lone = /* @__PURE__ */ new WeakSet<object>();

// The compiler takes an assertion function only by a name of declared type.
const BaseArray: z.core.$constructor<z.ZodArray, z.core.$ZodArrayDef> = z.ZodArray;

/** zod's own array reads the events. */
const BatchArray: z.core.$constructor<z.ZodArray, BatchDef> = /* @__PURE__ */ $constructor('EventBatch', (inst, def) => {
  BaseArray.init(inst, def);
  const { by, declared } = def;
  const { kindOf } = def.element as unknown as EventSchema<unknown>;
  Object.assign(inst, declared, {
    expects: 'nothing',
    kindOf: (events: object) => {
      const first = listEvents(events, by)?.[0];
      return isObject(first) ? kindOf(first) : undefined;
    },
  });
  const readList = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    const { value } = payload;
    if (ctx.direction === 'backward') {
      const result = readList(payload, ctx) as z.core.ParsePayload<unknown[]>;
      const isLone = result.value.length === 1 && lone.has(value as object);
      return isLone ? { ...result, value: result.value[0] } : result;
    }
    const input = readInput(value, 'json');
    const sent = listEvents(input, by);
    payload.value = sent ?? input;
    const result = readList(payload, ctx) as z.core.ParsePayload;
    if (sent === undefined || result.issues.length > 0) return result;
    const events = result.value as object[];
    for (const [index, frame] of sent.entries()) if (!isObject(frame)) events[index] = { [by]: undefined, frame };
    if (!Array.isArray(input)) lone.add(events);
    return result;
  };
});

/** Alone an event may be text or a list of one; in a list these are nothing that is known. */
function isObject(frame: unknown): frame is object {
  return typeof frame === 'object' && frame !== null && !Array.isArray(frame);
}

/**
 * Makes the schema of a request that holds several events.
 *
 * @param by - The field that names an event.
 * @param element - Reads one event, and refuses none.
 * @param declared - What is known of the request besides.
 */
// @__NO_SIDE_EFFECTS__
export function batch<Event>(
  by: string,
  element: EventSchema<Event>,
  declared: Pick<Description, 'title' | 'deadlineMs' | 'methods' | 'signedBy'>,
): BatchSchema<Event> {
  return lazily(
    BatchArray,
    (): BatchDef => ({ type: 'array', element, by, wire: 'json', declared }),
    declared,
  ) as unknown as BatchSchema<Event>;
}
