import * as z from 'zod';
import { $constructor } from 'zod/v4/core';
import type { JsonObject } from '../schema/fields.js';
import type { ParameterTable } from '../schema/form.js';
import { jsonObject, jsonRecord, jsonValue } from '../schema/json-fields.js';
import { originalText, readJsonText } from '../schema/json-text.js';
import { lazily } from '../schema/lazily.js';

/** The definition of {@link DataField}. */
interface DataDef extends z.core.$ZodUnionDef {
  readonly content: z.ZodType;
}

// The compiler takes an assertion function only by a name of declared type.
const BaseUnion: z.core.$constructor<z.ZodUnion, z.core.$ZodUnionDef> = z.ZodUnion;

/** An object, or the JSON text of one: Kinesis sinks write the latter, and so do some samples of webhooks. */
const DataField: z.core.$constructor<z.ZodUnion, DataDef> = /* @__PURE__ */ $constructor('EventData', (inst, def) => {
  BaseUnion.init(inst, def);
  const { content } = def;
  inst._zod.parse = (payload, ctx) => {
    const { value } = payload;
    if (ctx.direction === 'backward') {
      const text = originalText(value);
      return text === undefined ? content._zod.run(payload, ctx) : { value: text, issues: [] };
    }
    if (typeof value !== 'string') return content._zod.run(payload, ctx);
    const read = readJsonText(value, content);
    if (read !== value) return { value: read, issues: [] };
    payload.issues.push({ code: 'custom', input: value, inst, message: 'expected JSON text that fits the event' });
    return payload;
  };
});

/** The data of an event, by the table of what is known of them. */
// @__NO_SIDE_EFFECTS__
export function eventData<Data>(table: ParameterTable): z.ZodType<Data> {
  return makeField(jsonObject(table)) as z.ZodType<Data>;
}

/** The data of an event of which nothing is known but that they are an object. */
// @__NO_SIDE_EFFECTS__
export function unknownData(): z.ZodType<JsonObject> {
  return makeField(jsonRecord(jsonValue())) as z.ZodType<JsonObject>;
}

// @__NO_SIDE_EFFECTS__
function makeField(content: z.ZodType): z.ZodType {
  return lazily(DataField, (): DataDef => ({ type: 'union', options: [content, z.string()], content }));
}
