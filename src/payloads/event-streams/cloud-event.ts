import type * as z from 'zod';
import { $constructor } from 'zod/v4/core';
import { readInput } from '../schema/input.js';
import { makeSchema, type PayloadDef, PayloadObject, type PayloadSchema } from '../schema/schema.js';
import { listEvents } from './batch.js';
import { envelopeParameters } from './groups/envelope.js';

/** The events that came in a list of one, and are written so again. */
const listed = /* @__PURE__ */ new WeakSet<object>();

/** The class behind the schemas of single events: a sink delivers even one in a list, unless batches are off. */
const EventObject: z.core.$constructor<PayloadObject, PayloadDef> = /* @__PURE__ */ $constructor('EventObject', (inst, def) => {
  PayloadObject.init(inst, def);
  const readEvent = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    if (ctx.direction === 'backward') {
      const wasListed = listed.has(payload.value as object);
      return then(readEvent(payload, ctx), (result) => (wasListed ? { ...result, value: [result.value] } : result));
    }
    const input = readInput(payload.value, 'json');
    const events = listEvents(input);
    if (events !== undefined && events.length !== 1) {
      const message = `expected one event, not a batch of ${events.length}: EventStreamsRequest reads it`;
      payload.issues.push({ code: 'custom', input, inst, message });
      return payload;
    }
    payload.value = events === undefined ? input : events[0];
    return then(readEvent(payload, ctx), (result) => {
      if (Array.isArray(input) && result.issues.length === 0) listed.add(result.value as object);
      return result;
    });
  };
});

function then<Result>(result: Result | Promise<Result>, next: (result: Result) => Result): Result | Promise<Result> {
  return result instanceof Promise ? result.then(next) : next(result);
}

/** What a file declares of events whose data are alike. */
interface EventDeclaration<Kind> {
  readonly kind: Kind;
  readonly title: string;
  /** `type`, whose values tell the events apart, and `data`. */
  readonly parameters: { readonly type: z.ZodType; readonly data: z.ZodType };
}

/** Twilio waits 5 seconds for a sink. */
const DEADLINE_MS = 4000;

/** Declares the schema of events that Event Streams delivers. It takes an event by itself, or a list of one. */
// @__NO_SIDE_EFFECTS__
export function cloudEvent<Payload, const Kind extends string>({
  kind,
  title,
  parameters,
}: EventDeclaration<Kind>): PayloadSchema<Payload, Kind, 'nothing'> {
  return makeSchema(
    {
      kind,
      title,
      expects: 'nothing' as const,
      deadlineMs: DEADLINE_MS,
      signs: [{ is: { type: listTypes(parameters.type) } }],
      parameters: [envelopeParameters, parameters],
    },
    'json',
    EventObject,
  );
}

/** The types of event that a schema is for. */
export function listTypes(type: z.ZodType): readonly string[] {
  return (type as unknown as z.ZodEnum<Record<string, string>>).options;
}
