import * as z from 'zod';
import { $constructor } from 'zod/v4/core';
import { noteMisfits, noteShape } from './drift.js';
import { type JsonValue, misfits } from './fields.js';
import type { ParameterTable } from './form.js';
import { lazily, lazyCodec, lazyUnion } from './lazily.js';

const numberField: z.ZodType<number> = /* @__PURE__ */ lazily(z.ZodNumber, () => z.number().def);
const booleanField: z.ZodType<boolean> = /* @__PURE__ */ lazily(z.ZodBoolean, () => z.boolean().def);
const valueField: z.ZodType<JsonValue> = /* @__PURE__ */ lazily(z.ZodAny, () => z.any().def);

/** A number of JSON. */
// @__NO_SIDE_EFFECTS__
export function jsonNumber(): z.ZodType<number> {
  return numberField;
}

/** `true` or `false` of JSON. */
// @__NO_SIDE_EFFECTS__
export function jsonBoolean(): z.ZodType<boolean> {
  return booleanField;
}

/** Whatever JSON can hold. */
// @__NO_SIDE_EFFECTS__
export function jsonValue(): z.ZodType<JsonValue> {
  return valueField;
}

// The compiler takes an assertion function only by a name of declared type.
const BaseObject: z.core.$constructor<z.ZodObject, z.core.$ZodObjectDef> = z.ZodObject;

/** zod's loose object, which besides remembers for `findDrift` what it knows and what did not fit. */
const ObjectField: z.core.$constructor<z.ZodObject, z.core.$ZodObjectDef> = /* @__PURE__ */ $constructor('ObjectField', (inst, def) => {
  BaseObject.init(inst, def);
  const read = inst._zod.parse;
  inst._zod.parse = (payload, ctx) => {
    const input = payload.value;
    const misfitsBefore = misfits.count;
    const result = read(payload, ctx) as z.core.ParsePayload<object>;
    if (ctx.direction === 'backward' || result.issues.length > 0) return result;
    noteShape(result.value, def.shape);
    if (misfits.count !== misfitsBefore) noteMisfits(result.value, input as Readonly<Record<string, unknown>>, def.shape);
    return result;
  };
});

/** An object inside JSON: the fields of a table, and whatever else is there. */
// @__NO_SIDE_EFFECTS__
export function jsonObject<Content>(table: ParameterTable): z.ZodType<Content> {
  return lazily(
    ObjectField,
    (): z.core.$ZodObjectDef => ({ type: 'object', shape: { ...table }, catchall: z.unknown() }),
  ) as unknown as z.ZodType<Content>;
}

/** An object inside JSON whose names are not known beforehand. */
// @__NO_SIDE_EFFECTS__
export function jsonRecord<Value>(value: z.ZodType<Value>): z.ZodType<Readonly<Record<string, Value>>> {
  return lazily(z.ZodRecord, () => z.record(z.string(), value).def) as unknown as z.ZodType<Readonly<Record<string, Value>>>;
}

/** A list inside JSON. */
// @__NO_SIDE_EFFECTS__
export function jsonList<Item>(item: z.ZodType<Item>): z.ZodType<readonly Item[]> {
  return lazily(z.ZodArray, () => z.array(item).def) as unknown as z.ZodType<readonly Item[]>;
}

/** A value of JSON, or `null` where there is none. */
// @__NO_SIDE_EFFECTS__
export function nullable<Value>(value: z.ZodType<Value>): z.ZodType<Value | null> {
  return lazily(z.ZodNullable, () => z.nullable(value).def) as unknown as z.ZodType<Value | null>;
}

const epochField: z.ZodType<Date> = /* @__PURE__ */ lazyCodec(() =>
  z.codec(z.number(), z.date(), { decode: (milliseconds) => new Date(milliseconds), encode: (date) => date.getTime() }),
);

/** A date and time as a number of JSON: the milliseconds since 1970. */
// @__NO_SIDE_EFFECTS__
export function epochMilliseconds(): z.ZodType<Date> {
  return epochField;
}

const epochSecondsField: z.ZodType<Date> = /* @__PURE__ */ lazyCodec(() =>
  z.codec(z.number(), z.date(), { decode: (seconds) => new Date(seconds * 1000), encode: (date) => date.getTime() / 1000 }),
);

/** A date and time as a number of JSON: the seconds since 1970. */
// @__NO_SIDE_EFFECTS__
export function epochSeconds(): z.ZodType<Date> {
  return epochSecondsField;
}

/** What some senders write as a value of JSON and some as the text of one; the value is what is read, and written. */
// @__NO_SIDE_EFFECTS__
export function jsonOrText<Value>(value: z.ZodType<Value>, text: z.ZodType<Value, string>): z.ZodType<Value> {
  return lazyUnion(() => [value, text]);
}
