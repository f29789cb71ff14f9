import type * as z from 'zod';
import { $constructor } from 'zod/v4/core';
import { readInput } from './input.js';
import { listEvents } from './list-events.js';
import { whenRead } from './reader.js';
import { type PayloadDef, PayloadObject } from './schema.js';

/** The events that came in a list of one, and are written so again. */
const listed = /* @__PURE__ */ new WeakSet<object>();

/**
 * Makes the class behind the schemas of single events that come in lists, even alone.
 *
 * @param by - The field that names an event.
 * @param batch - The name of the schema that reads several.
 */
// @__NO_SIDE_EFFECTS__
export function listedObject(by: string, batch: string): z.core.$constructor<PayloadObject, PayloadDef> {
  return $constructor('EventObject', (inst, def) => {
    PayloadObject.init(inst, def);
    const readEvent = inst._zod.parse;
    inst._zod.parse = (payload, ctx) => {
      if (ctx.direction === 'backward') {
        const wasListed = listed.has(payload.value as object);
        return whenRead(readEvent(payload, ctx), (result) => (wasListed ? { ...result, value: [result.value] } : result));
      }
      const input = readInput(payload.value, 'json');
      const events = listEvents(input, by);
      if (events !== undefined && events.length !== 1) {
        const message = `expected one event, not a batch of ${events.length}: ${batch} reads it`;
        payload.issues.push({ code: 'custom', input, inst, message });
        return payload;
      }
      payload.value = events === undefined ? input : events[0];
      return whenRead(readEvent(payload, ctx), (result) => {
        if (Array.isArray(input) && result.issues.length === 0) listed.add(result.value as object);
        return result;
      });
    };
  });
}
