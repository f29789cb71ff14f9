import * as z from 'zod';
import { $constructor } from 'zod/v4/core';
import { readInput } from './input.js';
import { lazily } from './lazily.js';

/** The schema of an event that is never refused. */
export interface EventSchema<Event> extends z.ZodType<Event, unknown> {
  /** The kind that an event is of, such as `event-streams.error-logs`. */
  kindOf(event: object): string | undefined;
}

/** What reads the events that are known: the schema of one kind, or a union of several. */
interface Known extends z.ZodType {
  readonly kind?: string;
  readonly members?: readonly z.ZodType[];
  kindOf?(event: object): string | undefined;
}

/** The definition of {@link EventOrFrame}. */
interface EventDef extends z.core.$ZodUnionDef {
  readonly by: string;
  readonly known: Known;
}

// The compiler takes an assertion function only by a name of declared type.
const BaseUnion: z.core.$constructor<z.ZodUnion, z.core.$ZodUnionDef> = z.ZodUnion;

/** What is not known passes through it as it is. */
const EventOrFrame: z.core.$constructor<z.ZodUnion, EventDef> = /* @__PURE__ */ $constructor('EventUnion', (inst, def) => {
  BaseUnion.init(inst, def);
  const { by, known } = def;
  Object.assign(inst, { kindOf: (event: object) => (known.kindOf === undefined ? known.kind : known.kindOf(event)) });
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === 'backward') return writeEvent(payload.value as Readonly<Record<string, unknown>>, def, ctx);
    const frame = readInput(payload.value, 'json');
    const result = known._zod.run({ value: frame, issues: [] }, ctx) as z.core.ParsePayload;
    return result.issues.length === 0 ? result : { value: { [by]: undefined, frame }, issues: [] };
  };
});

function writeEvent(
  event: Readonly<Record<string, unknown>>,
  { by, known }: EventDef,
  ctx: z.core.ParseContextInternal,
): z.core.ParsePayload {
  if (event[by] === undefined) return { value: event['frame'], issues: [] };
  const result = known._zod.run({ value: event, issues: [] }, ctx) as z.core.ParsePayload;
  // An event that its own schema read from a list of one would write that list again.
  return Array.isArray(result.value) ? { ...result, value: result.value[0] } : result;
}

/**
 * Makes the schema of an event that is never refused: one that is not known, or does not fit, reads as one without a name, and with what came
 * under `frame`.
 *
 * @param by - The field that names an event.
 * @param known - Reads the events that are known.
 */
// @__NO_SIDE_EFFECTS__
export function eventOrFrame<Event>(by: string, known: Known): EventSchema<Event> {
  const makeDefinition = (): EventDef => ({ type: 'union', options: known.members ?? [known], by, known });
  return lazily(EventOrFrame, makeDefinition) as unknown as EventSchema<Event>;
}
